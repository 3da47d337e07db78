"""What obligations registered later, and withdrawn ones, change."""

from duly.law.money import read_schedule
from duly.law.terms import AccountOwner, ObligationKind, PartyRole
from duly.ledger import actions as ledger
from duly.ledger.actions import NewObligation
from duly.ledger.actions.correction import SET_BY_COURT
from duly.procedure.act import Act
from duly.procedure.due import refresh
from duly.procedure.facts import instrument
from duly.procedure.models import Course
from duly.procedure.refusal import StepNotAllowed, Unanswered
from duly.procedure.registration.interest import terms_of
from duly.registry.models import Matter, Party

FEES = frozenset({ObligationKind.COURT_FEE, ObligationKind.OTHER_COSTS})


def add_obligation(act: Act) -> None:
    """Register a further obligation under the instrument that stands."""
    given = act.answers
    standing = instrument.last(act.matter)
    if standing is None:
        raise StepNotAllowed("没有登记法律文书")
    kind: ObligationKind = given["duty_kind"]
    if kind in SET_BY_COURT:
        raise Unanswered({"duty_kind": f"义务种类：{kind.chinese}由法院确定，不在这里登记"})
    rows = read_schedule(given["instalments"]) if given["instalments"] else ()
    ledger.register_obligation(
        instrument=standing,
        new=NewObligation(
            kind=kind,
            description=given["duty"],
            debtors=_debtors(act),
            due_reason=f"文书确定分{len(rows)}期履行" if rows else "生效日尚未查明",
            amount=given["amount"],
            creditor=None if kind in FEES else given["creditor"],
            payee=payee(act.matter, kind),
            terms=terms_of(given) if kind is ObligationKind.MONEY else None,
            instalments=[(row.due, row.amount) for row in rows],
            acceleration=given["acceleration"] or "",
        ),
        at=act.at,
    )
    refresh(act)
    ledger.reallocate(matter=act.matter, reason="增加义务", at=act.at)


def _debtors(act: Act) -> list[Party]:
    if act.answers["joint"]:
        return list(act.matter.parties.filter(role=PartyRole.DEBTOR).order_by("pk"))
    return [act.answers["debtor"]]


def payee(matter: Matter, kind: ObligationKind) -> AccountOwner | None:
    """Return the account: debts to a creditor are paid to the court once it has one."""
    if kind is ObligationKind.ACT:
        return None
    if kind in FEES:
        return AccountOwner.COURT_FEES
    filed = Course.objects.filter(matter=matter, mechanism="enforcement").exclude(state="received")
    return AccountOwner.ENFORCEMENT_FUNDS if filed.exists() else AccountOwner.CREDITOR


def withdraw_obligation(act: Act) -> None:
    """Take an obligation out of the reckoning with reasons; payments are set anew."""
    ledger.withdraw_obligation(
        obligation=act.answers["obligation"], reason=act.answers["reason"], at=act.at
    )
    ledger.reallocate(matter=act.matter, reason="撤回义务", at=act.at)


EFFECTS = {"add_obligation": add_obligation, "withdraw_obligation": withdraw_obligation}
