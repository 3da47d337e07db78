"""What is owed, and where payments went. Nothing here writes."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, Subquery

from duly.law.calendar import Calendar, with_weekday
from duly.law.money import (
    Debt,
    DebtStanding,
    LprTable,
    RateNotOnFile,
    Receipt,
    Standing,
    Yuan,
    stand,
)
from duly.law.terms import ObligationKind
from duly.ledger import book
from duly.ledger.book import Record
from duly.ledger.models import Allocation, AllocationRun, Obligation
from duly.ledger.statement import Line, Statement

__all__ = ["Line", "Statement", "allocations", "nothing_came", "reckon", "statement", "statements"]


def statement(matter_id: int, on: date, calendar: Calendar, rates: LprTable) -> Statement:
    """Return what a matter owes on a day, counting the payments that arrived up to that day.

    法释〔2014〕8号; 民法典第五百六十条, 第五百六十一条. A missing rate or an unknown due day
    leaves figures out and says so; nothing is guessed.
    """
    return statements([matter_id], on, calendar, rates)[matter_id]


def statements(
    matter_ids: Collection[int], on: date, calendar: Calendar, rates: LprTable
) -> dict[int, Statement]:
    """Return the same of several matters, in as many questions to the database as for one."""
    return {
        matter_id: reckon(record, on, calendar, rates)
        for matter_id, record in book.records(matter_ids).items()
    }


def reckon(record: Record, on: date, calendar: Calendar, rates: LprTable) -> Statement:
    """Return the same from a record that was read before."""
    owed = record.owed
    payments = book.receipts(record.payments, owed, on=on)
    receipts = [*payments, *book.given_up(record.waivers, owed)]
    standing, refusal = _standing(owed, receipts, on, rates)
    lines = tuple(_line(obligation, standing, refusal, on) for obligation in record.obligations)
    return Statement(
        on=on,
        lines=lines,
        paid=Yuan.total(receipt.amount for receipt in payments if receipt.on <= on),
        surplus=Yuan(0) if standing is None else standing.surplus,
        undecided=tuple(dict.fromkeys(reason for line in lines for reason in line.undecided)),
        notes=_rest_day_note(owed, receipts, on, calendar, rates),
    )


def nothing_came(matter_id: int) -> bool:
    """Return whether nothing on record could have performed any obligation, which is owed whole.

    No payment in force, no act performed, no waiver, and no penalty that comes day by day.
    """
    if book.payments(matter_id).exists():
        return False
    moved = Q(performance__isnull=False) | Q(waivers__isnull=False) | Q(daily_from__isnull=False)
    return not Obligation.objects.filter(moved, matter_id=matter_id).exists()


def allocations(matter_id: int) -> list[Allocation]:
    """Return where the payments of a matter went, by the run that counts."""
    runs = AllocationRun.objects.filter(matter_id=matter_id).order_by("-number")
    rows = Allocation.objects.filter(run=Subquery(runs.values("pk")[:1]))
    return list(rows.select_related("payment", "obligation"))


def _standing(
    owed: list[Debt], receipts: list[Receipt], on: date, rates: LprTable
) -> tuple[Standing | None, str]:
    try:
        return stand(owed, receipts, on=on, lpr=rates), ""
    except RateNotOnFile as refused:
        return None, refused.message


def _line(obligation: Obligation, standing: Standing | None, refusal: str, on: date) -> Line:
    kind = ObligationKind(obligation.kind)
    own = _own(obligation, standing)
    performed = _performed(obligation)
    return Line(
        obligation_id=obligation.pk,
        ordinal=obligation.ordinal,
        kind=kind,
        description=obligation.description,
        payee=obligation.payee,
        creditor_id=obligation.creditor_id,
        debtor_ids=obligation.debtor_ids,
        due_date=obligation.due_date,
        due_reason=obligation.due_reason,
        amount=_amount(obligation, own),
        standings=own,
        performed_date=performed if performed and performed <= on else None,
        undecided=_undecided(obligation, own, refusal),
        agreed_value=_agreed_value(obligation, on),
        acceleration=obligation.acceleration,
        accelerated_date=obligation.accelerated_date,
    )


def _performed(obligation: Obligation) -> date | None:
    if obligation.kind != ObligationKind.ACT:
        return None
    performance = getattr(obligation, "performance", None)
    return performance.performed_date if performance else None


def _amount(obligation: Obligation, own: tuple[DebtStanding, ...]) -> Yuan | None:
    """What the obligation names; for a penalty by the day, what has come together."""
    if obligation.daily_from is not None and own:
        return own[0].debt.amount
    return None if obligation.amount_fen is None else Yuan(obligation.amount_fen)


def _agreed_value(obligation: Obligation, on: date) -> Yuan | None:
    if obligation.kind != ObligationKind.ACT:
        return None
    agreed = [one for one in obligation.valuations.all() if one.agreed_date <= on]
    return Yuan(agreed[-1].amount_fen) if agreed else None


def _own(obligation: Obligation, standing: Standing | None) -> tuple[DebtStanding, ...]:
    if standing is None:
        return ()
    return tuple(s for s in standing.debts if book.obligation_id(s.debt.key) == obligation.pk)


def _undecided(
    obligation: Obligation, own: tuple[DebtStanding, ...], refusal: str
) -> tuple[str, ...]:
    if obligation.kind == ObligationKind.ACT:
        return ()
    if refusal:
        return (refusal,)
    if any(standing.undecided for standing in own):
        return (
            f"“{obligation.description}”的履行期届满日尚未确定（{obligation.due_reason}），"
            "不能计算加倍部分债务利息",
        )
    return ()


def _rest_day_note(
    owed: list[Debt], receipts: list[Receipt], on: date, calendar: Calendar, rates: LprTable
) -> tuple[str, ...]:
    arrives = calendar.roll_forward(on)
    if arrives == on:
        return ()
    standing, _ = _standing(owed, receipts, arrives, rates)
    if standing is None or not any(s.owing for s in standing.debts):
        return ()
    known = Yuan.total(s.owing for s in standing.debts)
    return (
        f"{with_weekday(on)}为{calendar.name_of(on)}；转账如果到{with_weekday(arrives)}才到账，"
        f"应付款额以该日为准，为{known}",
    )
