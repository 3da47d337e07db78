"""What the fine, the detention and the referral change."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from duly.law.terms import FactQuestion, PartyRole, SanctionGround, SanctionKind
from duly.upkeep.prove.procedure.courses import open_course
from duly.upkeep.prove.procedure.debtor import person_of
from duly.upkeep.prove.procedure.effects.listing import keep_warning
from duly.upkeep.prove.procedure.facts.sanctions import PROPOSALS
from duly.upkeep.prove.procedure.matter import Effects, Matter
from duly.upkeep.prove.procedure.people import Person
from duly.upkeep.prove.procedure.records import Act, Decision, Deed, Found
from duly.upkeep.prove.procedure.refusal import NotTaken

ACTS = ("act", "second_act", "third_act")


def find_misconduct(matter: Matter, act: Act) -> None:
    """Put one act on record."""
    given, person = act.answers, person_of(act.course)
    reports = given["ground"] is SanctionGround.PROPERTY_REPORT
    if reports is not (given["report_breach"] is not None):
        raise NotTaken("report_breach_fits_ground")
    same = any(
        one.person is person
        and one.ground is given["ground"]
        and one.committed_on == given["committed_on"]
        and (not one.withdrawn or one.sanctioned)
        for one in matter.deeds
    )
    if same and not given["is_another"]:
        raise NotTaken("act_found_already")
    deed = Deed(matter.number(), person, given["ground"], given["committed_on"])
    matter.deeds.append(deed)


def withdraw_misconduct(matter: Matter, act: Act) -> None:
    """Withdraw the finding of an act on which no running sanction rests."""
    deed: Deed = act.answers["misconduct"]
    if deed.person is not act.course.person:
        raise NotTaken("act_of_another")
    if any(deed in one.deeds and one.ended_on is None for one in matter.decisions):
        raise NotTaken("sanction_still_runs")
    deed.withdrawn = True


def name_responsible(matter: Matter, act: Act) -> None:
    """Put a person who answers for a unit on record."""
    person = Person(matter.number(), "负责人", PartyRole.THIRD_PARTY, person_of(act.course).kind)
    matter.responsible.append(person)


def _chosen(given: dict[str, Any]) -> tuple[Deed, ...]:
    return tuple(given[name] for name in ACTS if given.get(name) is not None)


def keep_fine(matter: Matter, act: Act) -> None:
    """Keep the fine as decided."""
    _keep(matter, act, SanctionKind.FINE)


def keep_detention(matter: Matter, act: Act) -> None:
    """Keep the detention as decided."""
    _keep(matter, act, SanctionKind.DETENTION)


def _keep(matter: Matter, act: Act, kind: SanctionKind) -> None:
    proposal = act.course.newest(*PROPOSALS)
    if proposal is None:
        raise NotTaken("nothing_proposed")
    given = proposal.answers
    fine = kind is SanctionKind.FINE
    made = Decision(
        matter.number(),
        kind,
        person_of(act.course),
        given["target"],
        _chosen(given),
        act.on,
        act.papers[0],
        fen=given["amount"].fen if fine else None,
        days=None if fine else given["days"],
    )
    for deed in made.deeds:
        deed.sanctioned[kind] = act.on
    act.course.decision = made
    matter.decisions.append(made)


def _decided(act: Act) -> Decision:
    if act.course.decision is None:
        raise NotTaken("nothing_decided")
    return act.course.decision


def apply(_: Matter, act: Act) -> None:
    """Note that the decision is contested."""
    _decided(act).applied_on = act.answers["applied_on"]


def uphold(_: Matter, act: Act) -> None:
    """Note that the court above upheld it."""
    _decided(act).answered = True


def change_fine(_: Matter, act: Act) -> None:
    """Note the amount that the court above set."""
    made = _decided(act)
    made.answered, made.fen = True, act.answers["amount"].fen


def change_detention(_: Matter, act: Act) -> None:
    """Note the days that the court above set; custody ends with them."""
    made = _decided(act)
    made.answered, made.days = True, act.answers["days"]
    if made.taken_on is not None and made.ended_on is None:
        made.until = made.taken_on + timedelta(days=act.answers["days"])


def revoke(matter: Matter, act: Act) -> None:
    """End a decision that was wrong; a new act may come."""
    made = _decided(act)
    made.answered, made.revoked, made.ended_on = True, True, act.on
    open_again(matter, act)


def open_again(matter: Matter, act: Act) -> None:
    """Open the mechanism again for the same debtor."""
    open_course(matter, act.course.mechanism, act.course.person)


def collect(_: Matter, act: Act) -> None:
    """Note that the fine was paid."""
    _decided(act).ended_on = act.answers["paid_on"]


def take_into_custody(_: Matter, act: Act) -> None:
    """Note from when until when the person is held."""
    made = _decided(act)
    made.taken_on, made.until = act.answers["taken_on"], act.answers["until"]


def notify_family(_: Matter, act: Act) -> None:
    """Note that the family was told."""
    _decided(act).family_told = True


def end_custody(_: Matter, act: Act) -> None:
    """End the custody at its term."""
    _decided(act).ended_on = act.answers["ended_on"]


def release_early(_: Matter, act: Act) -> None:
    """End the custody on the day that was approved."""
    proposal = act.course.newest("propose_early_release")
    _decided(act).ended_on = proposal.answers["release_on"] if proposal else act.on


def not_carried_out(matter: Matter, act: Act) -> None:
    """End a detention that is not carried out any more."""
    _decided(act).ended_on = act.on
    open_again(matter, act)


def refer(matter: Matter, act: Act) -> None:
    """Refer the acts proposed, and find the debtor referred."""
    person, proposal = person_of(act.course), act.course.newest("propose_referral")
    for deed in _chosen(proposal.answers) if proposal else ():
        deed.referred = True
    if matter.finding(FactQuestion.REFERRED, person) is None:
        matter.found.append(Found(matter.number(), FactQuestion.REFERRED, person, True, act.on))


def decline(matter: Matter, act: Act) -> None:
    """Free the acts that the police declined, and open the mechanism again."""
    proposal = act.course.newest("propose_referral")
    for deed in _chosen(proposal.answers) if proposal else ():
        deed.referred = False
    open_again(matter, act)


SHARED: Mapping[str, Callable[[Matter, Act], None]] = {
    "find_misconduct": find_misconduct,
    "withdraw_misconduct": withdraw_misconduct,
    "name_responsible": name_responsible,
    "issue_warning": keep_warning,
    "warn_again": keep_warning,
    "record_reconsideration": apply,
    "record_upheld": uphold,
    "record_revoked": revoke,
    "revoke_decision": revoke,
}
EFFECTS: Effects = {
    "fine_warning": {
        **SHARED,
        "approve_fine": keep_fine,
        "spare": open_again,
        "record_fine_paid": collect,
        "record_changed": change_fine,
        "close_fine": open_again,
    },
    "detention_warning": {
        **SHARED,
        "approve_detention": keep_detention,
        "waive": open_again,
        "take_into_custody": take_into_custody,
        "notify_family": notify_family,
        "end_custody": end_custody,
        "approve_early_release": release_early,
        "end_unexecuted": not_carried_out,
        "record_changed": change_detention,
        "close_detention": open_again,
    },
    "referral": {
        "approve_referral": refer,
        "record_accepted": open_again,
        "record_declined": decline,
    },
}
