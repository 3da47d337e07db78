"""What a party may apply for as the matter stands; what is always open is not named here."""

from collections.abc import Iterator

from duly.law.terms import CommitmentKind, MeasureKind, PartyRole, Stage
from duly.portal.models import SubmissionKind
from duly.procedure.models import Commitment, Measure
from duly.registry.models import Matter, Party

# What a temporary repair can lift.
REPAIRABLE = (MeasureKind.DEFAULTER_LISTING.value, MeasureKind.CONSUMPTION_RESTRICTION.value)
# The states from which the creditor's wish leads to enforcement.
BEFORE_ENFORCEMENT = {
    "post_judgment": frozenset({"running", "overdue"}),
    "pre_enforcement": frozenset({"requested", "registered", "urging"}),
}


def of(matter: Matter, party: Party, stage: Stage) -> tuple[str, ...]:
    """Return the kinds of submission, by value, that are open besides the usual ones."""
    open_to = _debtor if party.role == PartyRole.DEBTOR else _creditor
    return tuple(kind.value for kind in open_to(matter, party, stage))


def _debtor(_: Matter, party: Party, stage: Stage) -> Iterator[SubmissionKind]:
    in_force = Measure.objects.filter(party=party, released_date=None, kind__in=REPAIRABLE)
    running = Commitment.objects.filter(
        party=party, kind=CommitmentKind.REPAIR.value, course__closed_at=None
    )
    if stage is Stage.ENFORCEMENT and in_force.exists() and not running.exists():
        yield SubmissionKind.REPAIR


def _creditor(matter: Matter, _: Party, stage: Stage) -> Iterator[SubmissionKind]:
    courses = dict(matter.courses.filter(closed_at=None).values_list("mechanism", "state"))
    if "record" in courses:
        yield SubmissionKind.ACCOUNT
    if courses.get("pre_enforcement") == "applied":
        yield SubmissionKind.URGING_ANSWER
    if any(courses.get(name) in states for name, states in BEFORE_ENFORCEMENT.items()):
        yield SubmissionKind.ENFORCE
    if stage is Stage.ENFORCEMENT:
        yield SubmissionKind.LIFTING_ANSWER
