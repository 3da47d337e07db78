"""Facts for a listing in force (失信名单管理), and what was decided to end it."""

from datetime import date

from duly.law.mechanism.listing.facts import CorrectionGround, Facts
from duly.law.terms import MeasureKind
from duly.procedure.facts import case_file
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.models import Course, Measure, StepTaken
from duly.registry.models import Matter, Party
from duly.work.reading import once

DECIDING = (
    "uphold_correction",
    "upper_court_overturned",
    "find_wrong",
    "decide_deletion",
    "decide_early_deletion",
    "term_over",
)


def gather(course: Course, on: date) -> Facts:
    """Return the listing, the correction that is sought, and the time for reconsideration."""
    listing = newest(debtor(course), MeasureKind.DEFAULTER_LISTING)
    return Facts(
        on=on,
        has_term=listing is not None and listing.has_term,
        expires_on=listing.expires_date if listing else None,
        correction=correction(course),
        reconsider_until=_reconsider_until(course),
        in_force=listing is not None and listing.released_date is None,
    )


def newest(party: Party, kind: MeasureKind) -> Measure | None:
    """Return the newest measure of a kind against a party, in force or lifted."""
    return Measure.objects.filter(party=party, kind=kind.value).order_by("-pk").first()


def correction(course: Course) -> CorrectionGround | None:
    """Return why the newest correction was asked for."""
    sought = case_file.newest_step(course, "seek_correction")
    return CorrectionGround(sought.answers["correction"]) if sought else None


def _reconsider_until(course: Course) -> date | None:
    term = course.deadlines.filter(name="reconsideration").order_by("-pk").first()
    return term.last_date if term else None


def decision(measure: Measure) -> StepTaken | None:
    """Return the decision to end a listing that also ends a measure; None where there is none.

    A deletion takes the notices to others with it; where the debtor should never have been
    listed, also the consumption restriction that followed from the listing.
    """
    decided: list[StepTaken] = once(
        ("deletions", measure.matter_id), lambda: _deletions(measure.matter)
    )
    his = (one for one in decided if one.course.party_id == measure.party_id)
    taken = next(his, None)
    if taken is None or taken.court_day < measure.imposed_date:
        return None
    return taken if MeasureKind(measure.kind) in _ended_by(taken) else None


def _deletions(matter: Matter) -> list[StepTaken]:
    listings = case_file.courses(matter, "listing")
    if not listings:
        return []
    taken = StepTaken.objects.filter(course__in=listings, name__in=DECIDING)
    return list(taken.select_related("course").order_by("-pk"))


def _ended_by(taken: StepTaken) -> frozenset[MeasureKind]:
    ended = {MeasureKind.DEFAULTER_LISTING, MeasureKind.CREDIT_NOTICE}
    return frozenset(ended | {MeasureKind.CONSUMPTION_RESTRICTION} if is_wrong(taken) else ended)


def is_wrong(taken: StepTaken) -> bool:
    """Whether a decision finds that the debtor should never have been listed (失信规定 9)."""
    if taken.name in ("uphold_correction", "upper_court_overturned"):
        return correction(taken.course) is CorrectionGround.WRONGLY_LISTED
    return taken.name == "find_wrong"
