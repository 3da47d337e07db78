"""What obligations registered later, and withdrawn ones, change."""

from duly.law.terms import AccountOwner, ObligationKind, PartyRole
from duly.ledger import actions as ledger
from duly.ledger.actions import NewObligation
from duly.procedure.act import Act
from duly.procedure.due import refresh
from duly.procedure.facts import instrument
from duly.procedure.models import Course
from duly.procedure.refusal import StepNotAllowed
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
    ledger.register_obligation(
        instrument=standing,
        new=NewObligation(
            kind=kind,
            description=given["duty"],
            debtors=_debtors(act),
            due_reason="生效日尚未查明",
            amount=given["amount"],
            creditor=None if kind in FEES else given["creditor"],
            payee=_payee(act.matter, kind),
            terms=terms_of(given) if kind is ObligationKind.MONEY else None,
        ),
        at=act.at,
    )
    refresh(act)
    ledger.reallocate(matter=act.matter, reason="增加义务", at=act.at)


def _debtors(act: Act) -> list[Party]:
    if act.answers["joint"]:
        return list(act.matter.parties.filter(role=PartyRole.DEBTOR).order_by("pk"))
    return [act.answers["debtor"]]


def _payee(matter: Matter, kind: ObligationKind) -> AccountOwner | None:
    """Debts to a creditor are paid to the court once it has an account for the matter."""
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
