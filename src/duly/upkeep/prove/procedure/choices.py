"""What can be chosen from the record in the model, by the name that the tables give it."""

from collections.abc import Callable, Sequence
from typing import Any

from duly.law.service import weigh
from duly.law.terms import AccountOwner, ObligationKind, PartyRole, Role, ServiceMethod
from duly.upkeep.prove.procedure.facts.before import PROPERTY
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.people import BY_ROLE
from duly.upkeep.prove.procedure.refusal import Unmodelled

SET_BY_COURT = frozenset({ObligationKind.ENFORCEMENT_FEE, ObligationKind.DELAY_PENALTY})

Rows = Callable[[Matter], Sequence[Any]]

RECORDS: dict[str, Rows] = {
    "party": lambda matter: matter.persons,
    "debtor": lambda matter: matter.debtors,
    "creditor": lambda matter: matter.parties(PartyRole.CREDITOR),
    "payment": lambda matter: [
        one for one in matter.purse.payments if not one.reversed and not one.waives
    ],
    "court_payment": lambda matter: [
        one
        for one in matter.purse.payments
        if not one.reversed and not one.waives and one.arrival is not AccountOwner.CREDITOR
    ],
    "act": lambda matter: [
        one
        for one in matter.purse.standing_duties()
        if one.kind is ObligationKind.ACT and one.done_on is None
    ],
    "obligation": lambda matter: matter.purse.standing_duties(),
    "accelerable": lambda matter: [
        one for one in matter.purse.standing_duties() if one.acceleration
    ],
    "set_by_court": lambda matter: [
        one for one in matter.purse.standing_duties() if one.kind in SET_BY_COURT
    ],
    "payout": lambda matter: [one for one in matter.purse.paid_out if not one.returned],
    "fact": lambda matter: [one for one in matter.found if not one.withdrawn],
    "hold": lambda matter: [one for one in matter.holds if not one.undone],
    "preservation": lambda matter: [
        one
        for one in matter.measures
        if one.kind in PROPERTY and one.released_on is None and one.expires_on
    ],
    "servable": lambda matter: matter.papers,
    "electronic_service": lambda matter: [
        one
        for one in matter.served
        if one.attempt.method is ServiceMethod.ELECTRONIC
        and weigh(one.attempt, on=matter.today).served_on
    ],
    "mediator": lambda _: BY_ROLE[Role.MEDIATOR],
    "misconduct": lambda matter: [one for one in matter.deeds if not one.withdrawn],
    "responsible": lambda matter: matter.responsible,
    # In the model everybody signs on paper.
    "signature": lambda _: (),
}


def options(matter: Matter, records: str) -> Sequence[Any]:
    """Return what can be chosen. Raises Unmodelled for a kind of record that is new."""
    rows = RECORDS.get(records)
    if rows is None:
        raise Unmodelled(f"可选记录“{records}”没有模型：在 upkeep/prove/procedure/choices 中写明")
    return rows(matter)
