"""What the steps before enforcement change."""

from duly.law.calendar import Period
from duly.law.mechanism.pre_enforcement.direct import DirectReason
from duly.law.step import Clock
from duly.law.terms import FactQuestion, ObligationKind, Role, Stage
from duly.upkeep.prove.procedure import clocks
from duly.upkeep.prove.procedure.courses import open_course
from duly.upkeep.prove.procedure.matter import Effects, Matter
from duly.upkeep.prove.procedure.records import Act, Contacted, Found
from duly.upkeep.prove.procedure.refusal import NotTaken

# What a court without a wait of its own gives a changed account.
ACCOUNT_HOLD = Period(working_days=3)
FILING = Clock("filing", "执行立案", "二(二)2", Role.FILING_CLERK, period=Period(days=7))


def confirm_account(matter: Matter, _: Act) -> None:
    """Keep the first account as confirmed."""
    matter.account = "confirmed"


def propose_account(matter: Matter, act: Act) -> None:
    """Keep a change of account until it has waited, and a second person decides it."""
    if matter.account == "changing":
        raise NotTaken("account_change_pending")
    matter.account, matter.account_proposer = "changing", act.actor
    matter.account_held_until = ACCOUNT_HOLD.reckon(act.on, matter.calendar).last_day


def confirm_account_change(matter: Matter, _: Act) -> None:
    """Confirm or refuse the change; either way an account stands."""
    matter.account, matter.account_held_until = "confirmed", None


def start_term(matter: Matter, _: Act) -> None:
    """Set the last day to perform on what the instrument orders."""
    due = matter.due()
    for duty in matter.purse.duties:
        if duty.due is None and duty.kind is ObligationKind.MONEY:
            duty.due = due
    matter.purse.changed()


def receive_application(matter: Matter, act: Act) -> None:
    """Open the second stage."""
    start_term(matter, act)
    open_course(matter, "pre_enforcement")


def record_consent(matter: Matter, act: Act) -> None:
    """Keep what the applicant answered."""
    _find_emergency(matter, act, holds=False)
    if act.answers["debtor_phone"]:
        matter.debtors[0].reachable = True


def file_directly(matter: Matter, act: Act) -> None:
    """Hand the application to enforcement."""
    if act.answers["reason"] is DirectReason.EMERGENCY:
        _find_emergency(matter, act, holds=True)
    hand_over(matter, act)


def _find_emergency(matter: Matter, act: Act, *, holds: bool) -> None:
    found = Found(matter.number(), FactQuestion.EMERGENCY, None, holds, act.on)
    matter.found.append(found)


def recuse(_: Matter, act: Act) -> None:
    """Let the mediator stand aside."""
    if act.course.mediator is not None:
        act.course.recused.add(act.course.mediator)
    act.course.mediator = None


def assign(_: Matter, act: Act) -> None:
    """Assign the mediator, who has not stood aside; the one before is out."""
    if act.answers["mediator"] in act.course.recused:
        raise NotTaken("mediator_stood_aside")
    act.course.mediator = act.answers["mediator"]


def record_refusal(matter: Matter, act: Act) -> None:
    """Put a clear refusal on record."""
    contact = Contacted(act.answers["party"], Stage.PRE_ENFORCEMENT, True, True)
    matter.contacts.append(contact)


def hand_over(matter: Matter, act: Act) -> None:
    """Open the enforcement course."""
    clocks.keep(matter, open_course(matter, "enforcement"), FILING, act.on)


ACCOUNT = {
    "confirm_account": confirm_account,
    "propose_account": propose_account,
    "confirm_account_change": confirm_account_change,
}
EFFECTS: Effects = {
    "record": ACCOUNT,
    "post_judgment": {
        **ACCOUNT,
        "start_term": start_term,
        "receive_application": receive_application,
    },
    "pre_enforcement": {
        "record_consent": record_consent,
        "file_directly": file_directly,
        "assign": assign,
        "replace_mediator": assign,
        "recuse": recuse,
        "record_refusal": record_refusal,
        "transfer": hand_over,
        "transfer_at_once": hand_over,
    },
}
