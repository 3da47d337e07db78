"""What the steps of the enforcement proceeding change."""

from duly.law.terms import (
    AccountOwner,
    AccountRoute,
    ObligationKind,
    PartyRole,
    ProceedingKind,
)
from duly.ledger import actions as ledger
from duly.procedure import fees, plans
from duly.procedure.act import Act
from duly.procedure.effects import commitment
from duly.procedure.models import Settlement
from duly.procedure.opening import open_for_debtor
from duly.procedure.refusal import Unanswered
from duly.registry import actions as registry
from duly.registry.numbering import file_proceeding


def file(act: Act) -> None:
    """Give the matter its 执 number, and open what is about each debtor."""
    act.course.proceeding = file_proceeding(
        matter=act.matter, kind=ProceedingKind.ENFORCEMENT, on=act.on
    )
    act.course.save(update_fields=["proceeding"])
    _receive_funds(act)
    fees.register(act)
    for debtor in act.matter.parties.filter(role=PartyRole.DEBTOR).order_by("pk"):
        open_for_debtor(act.matter, debtor, at=act.at)


def _receive_funds(act: Act) -> None:
    """From now on the debt is paid into the matter's own account at the court."""
    if not act.matter.obligations.filter(kind=ObligationKind.MONEY.value).exists():
        return
    missing = {
        name: f"{what}：有金钱给付义务的，应填写"
        for name, what in (("funds_number", "本案执行案款账号"), ("funds_bank", "开户行"))
        if not act.answers[name]
    }
    if missing:
        raise Unanswered(missing)
    registry.propose_account(
        matter=act.matter,
        owner=AccountOwner.ENFORCEMENT_FUNDS,
        creditor=None,
        holder=act.matter.court.name,
        number=act.answers["funds_number"],
        bank=act.answers["funds_bank"],
        route=AccountRoute.CONFIRMATION,
        evidence="执行立案时开立",
        by=act.actor,
        at=act.at,
    )
    ledger.redirect_payee(matter=act.matter, payee=AccountOwner.ENFORCEMENT_FUNDS)


def record_settlement(act: Act) -> None:
    """Record the settlement that the parties reached."""
    given = act.answers
    if given["ends_on"] < given["reached_on"]:
        raise Unanswered({"ends_on": "最后一期履行日：不能早于达成日期"})
    settlement = Settlement.objects.create(
        matter=act.matter,
        reached_date=given["reached_on"],
        content=given["content"],
        ends_date=given["ends_on"],
        evidence=given["evidence"],
    )
    commitment.open_for(settlement, act)


def end_settlement(act: Act) -> None:
    """Find the running settlement performed or breached, with reasons."""
    for settlement in act.matter.settlements.filter(performed=None):
        settlement.performed, settlement.ended_date = act.answers["performed"], act.on
        settlement.reasons = act.answers["reasons"]
        settlement.save(update_fields=["performed", "ended_date", "reasons"])
        commitment.follow(settlement, act)
    plans.end(act)


def conclude(act: Act) -> None:
    """Close the enforcement proceeding with its outcome."""
    proceeding = act.course.proceeding
    if proceeding is not None:
        proceeding.closed_date = act.on
        proceeding.outcome = act.answers["how"].chinese
        proceeding.save(update_fields=["closed_date", "outcome"])


EFFECTS = {
    "file": file,
    "record_settlement": record_settlement,
    "record_plan": plans.record_plan,
    "end_settlement": end_settlement,
    "conclude": conclude,
}
