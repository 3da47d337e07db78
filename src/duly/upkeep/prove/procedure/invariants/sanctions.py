"""Listing, fine and detention: each after its own warning, on a debtor who owes, once an act."""

from datetime import date

from duly.law.money import Yuan
from duly.law.terms import HoldKind, MeasureKind, PartyKind, Role, SanctionKind, SanctionTarget
from duly.upkeep.prove.procedure.invariants.evidence import (
    demand,
    done,
    is_adult,
    newest_proposal,
    served_with,
)
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Act, Course, Taken

DECISIONS = frozenset({"approve_listing", "approve_fine", "approve_detention"})
WARNED_BY = frozenset({"defaulter_warning", "fine_warning", "detention_warning"})
WARNS = frozenset({"issue_warning", "warn_again"})
ENDS_FINE = frozenset({"spare", "waive", "propose_reduced", "end_unexecuted"})
FINES = {
    SanctionTarget.UNIT: (Yuan.of("50000").fen, Yuan.of("1000000").fen),
    SanctionTarget.PERSON: (1, Yuan.of("100000").fen),
    SanctionTarget.RESPONSIBLE: (1, Yuan.of("100000").fen),
}


def no_sanction_without_its_warning(matter: Matter, act: Act) -> None:
    """Warned in this course, served before the last day, and expired; or urgent with reasons."""
    if act.course.mechanism not in WARNED_BY or act.step.name not in DECISIONS:
        return
    proposal = newest_proposal(act.course)
    demand(proposal is not None, f"{act.step.name} decides nothing that was proposed")
    demand(act.post is Role.PRESIDENT, f"{act.step.name} was not taken by the president")
    if proposal is None:
        return
    if proposal.answers.get("urgent_reasons"):
        return
    _was_warned(matter, act.course, proposal, act.on)


def _was_warned(matter: Matter, course: Course, proposal: Taken, on: date) -> None:
    demand(course.warnings, f"{course.mechanism}: decided without a warning")
    paper, last_day = course.warnings[-1]
    person = course.person
    served = served_with(matter, paper, person) if person is not None else None
    demand(served is not None, f"{course.mechanism}: the warning was never served")
    demand(served and served < last_day, f"{course.mechanism}: served {served} for {last_day}")
    demand(last_day < proposal.on <= on, f"{course.mechanism}: proposed before {last_day} passed")
    if course.mechanism == "defaulter_warning":
        return
    for one in matter.settlements:
        spent = one.performed is False and (
            one.reached_on >= paper.issued_on
            or (one.ended_on is not None and one.ended_on > paper.issued_on)
        )
        newest = one is matter.settlements[-1]
        demand(not (spent and newest), f"{course.mechanism}: a breach used the warning up")


def listed_is_never_a_minor(matter: Matter, act: Act) -> None:
    """Neither decision nor publication against a minor, nor against one of unknown age."""
    if act.step.name not in ("approve_listing", "publish", "approve_restore"):
        return
    if act.step.name == "approve_restore" and not any(
        one.kind is MeasureKind.DEFAULTER_LISTING and one.imposed_on == act.on
        for one in (act.course.promise.restored if act.course.promise else ())
    ):
        return
    person = act.course.person
    demand(person is not None and is_adult(person, matter.today), f"{person} is listed as a minor")


def only_who_owes_is_sanctioned(matter: Matter, act: Act) -> None:
    """No decision against who has performed, nor while a settlement runs."""
    if act.step.name not in DECISIONS and act.step.name != "publish":
        return
    person = act.course.person
    if person is None:
        return
    proposal = newest_proposal(act.course)
    reduced = proposal is not None and proposal.name == "propose_reduced"
    demand(reduced or not done(matter, person), f"{act.step.name} against who has performed")
    running = bool(matter.settlements) and matter.settlements[-1].performed is None
    demand(reduced or not running, f"{act.step.name} while a settlement runs")


def nobody_is_sanctioned_while_enforcement_is_stayed(matter: Matter, act: Act) -> None:
    """No warning, decision or publication while the whole matter is held."""
    name = act.step.name
    warned = act.course.mechanism in WARNED_BY and name in DECISIONS | WARNS | {"publish"}
    if not warned and name != "approve_restore":
        return
    held = any(
        one.last is None and not one.undone and one.kind is not HoldKind.OBJECTION
        for one in matter.holds
    )
    demand(not held, f"{name} while enforcement is stayed")


def the_exits_stay_apart(matter: Matter, act: Act) -> None:
    """Listing: performed, or settled and performed. Fine, detention: a settlement reached."""
    person = act.course.person
    if person is None:
        return
    if act.step.name in ("end_performed", "close_unpublished"):
        demand(done(matter, person), f"{act.step.name} though nothing was performed")
    if act.step.name in ENDS_FINE and act.course.mechanism in WARNED_BY:
        demand(
            done(matter, person) or _reached_in_term(matter, act.course),
            f"{act.step.name} without performance or settlement",
        )


def _reached_in_term(matter: Matter, course: Course) -> bool:
    if not matter.settlements or matter.settlements[-1].performed is False:
        return False
    if not course.warnings:
        return True
    return matter.settlements[-1].reached_on <= course.warnings[-1][1]


def an_act_is_sanctioned_once(matter: Matter, act: Act) -> None:
    """No act twice in a kind; in two kinds only on one day; none that police have."""
    if act.step.name not in ("approve_fine", "approve_detention"):
        return
    made = matter.decisions[-1]
    demand(made.deeds, "sanctioned for no act")
    for deed in made.deeds:
        demand(deed.person is made.person, "sanctioned for the act of another")
        demand(not deed.withdrawn, "sanctioned for an act whose finding was withdrawn")
        demand(not deed.referred, "sanctioned for an act that the police have")
        for other in matter.decisions[:-1]:
            if deed not in other.deeds:
                continue
            demand(other.kind is not made.kind, f"act {deed.pk}: a second {made.kind.value}")
            demand(other.decided_on == made.decided_on, f"act {deed.pk}: combined on two days")


def sanctions_are_within_the_law(matter: Matter, act: Act) -> None:
    """Fines within their range; detention 1 to 15 days, and never a unit."""
    if act.step.name not in ("approve_fine", "approve_detention", "record_changed"):
        return
    made = act.course.decision
    if made is None:
        demand(False, "decided, and nothing kept")
        return
    if made.kind is SanctionKind.FINE:
        least, most = FINES[made.target]
        demand(made.fen is not None and least <= made.fen <= most, f"a fine of {made.fen} fen")
        return
    demand(made.target is not SanctionTarget.UNIT, "a unit was detained")
    demand(made.days is not None and 1 <= made.days <= 15, f"detained for {made.days} days")
    unit = made.person.kind is PartyKind.UNIT
    demand(unit is (made.target is SanctionTarget.RESPONSIBLE), "the wrong person was detained")


def small_claims_only(matter: Matter, act: Act) -> None:
    """Fines and detentions need a small claim: under the limit, or found small."""
    if act.step.name not in ("propose_fine", "propose_detention", "propose_urgently"):
        return
    if act.course.mechanism == "defaulter_warning":
        return
    claim = act.facts.claim
    small = claim.judged or (
        claim.judged is None and claim.asked is not None and claim.asked.fen <= 10_000_000
    )
    demand(small, f"{act.step.name} though the claim is not small")


AFTER_STEP = (
    no_sanction_without_its_warning,
    listed_is_never_a_minor,
    only_who_owes_is_sanctioned,
    nobody_is_sanctioned_while_enforcement_is_stayed,
    the_exits_stay_apart,
    an_act_is_sanctioned_once,
    sanctions_are_within_the_law,
    small_claims_only,
)
