"""What a party owes or is owed on a day, what paying spares, and where to pay."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from duly.law.money import Yuan, doubled_interest, enforcement_fee, exact_text
from duly.law.terms import AccountOwner, ObligationKind, PartyRole, Stage
from duly.ledger.statement import Line, Statement
from duly.portal.view import Account, Gain, Instalment, OwedLine
from duly.procedure import plans
from duly.procedure.facts import debt
from duly.registry.models import AccountState, Matter, Party, PayeeAccount

MONTH = 30


@dataclass(frozen=True, slots=True)
class Owed:
    """The party's own part of the pay-off statement."""

    lines: tuple[OwedLine, ...]
    total_fen: int
    paid_fen: int
    per_day: str
    undecided: tuple[str, ...]
    notes: tuple[str, ...]
    performed: bool
    performed_on: str | None


def of(matter: Matter, party: Party, on: date) -> Owed:
    """Return the party's part of what is owed on a day."""
    shown = debt.statement(matter, on)
    lines = _own(shown, party)
    return Owed(
        lines=tuple(_line(line) for line in lines),
        total_fen=_known(lines).fen,
        paid_fen=Yuan.total(line.paid for line in lines).fen,
        per_day=_per_day(lines),
        undecided=tuple(dict.fromkeys(why for line in lines for why in line.undecided)),
        notes=shown.notes,
        performed=_performed(matter, party, on),
        performed_on=_iso(_performed_on(shown, party)),
    )


def gain(matter: Matter, party: Party, on: date, stage: Stage) -> Gain:
    """Return what paying everything on a day spares, by the record of that day alone."""
    lines = _own(debt.statement(matter, on), party)
    each, late = _each_day(lines), _late(lines, on)
    return Gain(
        month_fen=Yuan.rounded(each * MONTH).fen or None if each is not None else None,
        late_per_day=exact_text(late) if late else "",
        fee_fen=_fee(lines) if stage is not Stage.ENFORCEMENT else None,
    )


def accounts(matter: Matter, party: Party, on: date, number: str) -> tuple[Account, ...]:
    """Return where a debtor pays what is left today, each with its sum and remark."""
    lines = [line for line in _own(debt.statement(matter, on), party) if line.known]
    found = []
    for account in _accounts_on(matter, on):
        own = [line for line in lines if _goes_to(line, account)]
        if own:
            found.append(_account(account, own, number))
    return tuple(found)


def own_accounts(matter: Matter, creditor: Party) -> tuple[str, ...]:
    """Return a creditor's accounts on record, each with the last places of its number."""
    own = matter.payee_accounts.filter(state="confirmed", creditor=creditor).order_by("pk")
    return tuple(f"{one.holder}，{one.bank}，尾号{one.number[-4:]}" for one in own)


def plan(matter: Matter, on: date) -> tuple[Instalment, ...]:
    """Return the instalments of the newest plan; nothing without one."""
    standing = plans.standing(matter, on) or plans.urging_plan(matter, on)
    if standing is None:
        return ()
    return tuple(
        Instalment(day=one.row.due.isoformat(), fen=one.row.amount.fen, left_fen=one.short.fen)
        for one in standing.instalments
    )


def _accounts_on(matter: Matter, on: date) -> list[PayeeAccount]:
    """The accounts that were in use at the end of a day, one for each owner and creditor."""
    decided = matter.payee_accounts.filter(decided_at__date__lte=on)
    was_in_use = decided.exclude(state=AccountState.REFUSED.value).order_by("version")
    newest = {(one.owner, one.creditor_id): one for one in was_in_use}
    return sorted(newest.values(), key=lambda one: (one.owner, one.pk))


def _own(shown: Statement, party: Party) -> tuple[Line, ...]:
    if party.role == PartyRole.DEBTOR:
        return tuple(line for line in shown.lines if party.pk in line.debtor_ids)
    return tuple(
        line
        for line in shown.lines
        if line.is_instrument and line.creditor_id in (None, party.pk) and not _is_fee(line)
    )


def _is_fee(line: Line) -> bool:
    return line.kind in (ObligationKind.COURT_FEE, ObligationKind.OTHER_COSTS)


def _line(line: Line) -> OwedLine:
    return OwedLine(
        kind=line.kind.value,
        description=line.description,
        is_act=line.is_act,
        ordered_fen=_fen(line.amount),
        principal_fen=_fen(line.principal_left),
        ordinary_fen=_fen(line.ordinary_left),
        doubled_fen=_fen(line.doubled_left),
        fen=None if line.is_act else _fen(line.total),
        due=_iso(line.due_date),
        performed=line.is_performed is True,
        undecided="；".join(line.undecided),
    )


def _per_day(lines: tuple[Line, ...]) -> str:
    each = _each_day(lines)
    return "" if each is None else exact_text(each)


def _each_day(lines: tuple[Line, ...]) -> Fraction | None:
    """What a further day adds, exact, in yuan; None where it cannot be told."""
    days = [line.per_day for line in lines if not line.is_act]
    return None if None in days else sum((day for day in days if day), Fraction(0))


def _late(lines: tuple[Line, ...], on: date) -> Fraction:
    """What each day adds once the last day to perform is past, of debts that are not yet due."""
    coming = [
        (standing.left(standing.debt.bucket), standing.debt.due)
        for line in lines
        for standing in line.standings
        if standing.debt.doubles and standing.debt.due is not None and standing.debt.due > on
    ]
    doubled = (
        doubled_interest(left, due=due, payments=(), until=due).per_day for left, due in coming
    )
    added = sum(doubled, Fraction(0))
    return added + (_each_day(lines) or Fraction(0)) if added else added


def _performed(matter: Matter, party: Party, on: date) -> bool:
    asked = party if party.role == PartyRole.DEBTOR else None
    return debt.performed(matter, on, asked) is True


def _performed_on(shown: Statement, party: Party) -> date | None:
    if party.role == PartyRole.DEBTOR:
        return shown.performed_by_on(party.pk)
    return shown.performed_on


def _fee(lines: Iterable[Line]) -> int | None:
    """The enforcement fee on what is left of the money that the instrument names, as notices do."""
    asked = Yuan.total(
        part
        for line in lines
        if line.kind is ObligationKind.MONEY
        for part in (line.principal_left, line.ordinary_left)
        if part is not None
    )
    return _fen(enforcement_fee(asked).fee) if asked else None


def _goes_to(line: Line, account: PayeeAccount) -> bool:
    if line.payee != account.owner:
        return False
    return account.owner != AccountOwner.CREDITOR or account.creditor_id == line.creditor_id


def _account(account: PayeeAccount, lines: list[Line], number: str) -> Account:
    nature = "、".join(dict.fromkeys(line.description for line in lines))
    return Account(
        owner=account.owner,
        holder=account.holder,
        number=account.number,
        bank=account.bank,
        fen=_known(lines).fen,
        remark=f"{number}{nature}",
    )


def _known(lines: Iterable[Line]) -> Yuan:
    return Yuan.total(line.known for line in lines)


def _fen(amount: Yuan | None) -> int | None:
    return None if amount is None else amount.fen


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
