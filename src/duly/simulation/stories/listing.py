"""纳入失信名单: the judge proposes, the president signs, the listing is published."""

from datetime import timedelta

from duly.law.terms import DefaulterGround, Role
from duly.simulation import days
from duly.simulation.case import Case
from duly.simulation.days import ONE_DAY
from duly.simulation.playing import Story
from duly.simulation.stories.enforcement import (
    DEFAULTER_WARNING,
    ENFORCEMENT_CLERK,
    JUDGE,
    term_ends,
    warned,
)
from duly.simulation.stories.entries import serve

DECISION = ("defaulter-decision", "consumption-order")


def proposed(case: Case, ground: DefaulterGround) -> Story:
    """The warning has run out, and the judge asks the president to list the debtor."""
    yield from warned(case, ground, case.today)
    case.go(term_ends(case) + ONE_DAY)
    yield case.take(
        DEFAULTER_WARNING,
        "propose_listing",
        JUDGE,
        reasons="经提醒，限期内仍未履行，也未提出履行方案",
        extra_years="0",
        grace_months="0",
    )


def proposed_lately(case: Case) -> Story:
    """The warning ran out this week, and the proposal lies before the president."""
    # The term of fifteen days ends before the last workday, on which the judge proposes.
    lately = days.workday_before(case.on - timedelta(days=16), 1, case.calendar)
    yield from warned(case, DefaulterGround.ABLE_BUT_REFUSING, lately)
    case.go(term_ends(case) + ONE_DAY)
    yield case.take(
        DEFAULTER_WARNING,
        "propose_listing",
        JUDGE,
        reasons="有履行能力，经提醒仍拒不履行",
        extra_years="0",
        grace_months="0",
    )


def published(case: Case) -> Story:
    """Decided for failing to report property: a listing of two years."""
    yield from published_for(case, DefaulterGround.PROPERTY_REPORT)


def published_for(case: Case, ground: DefaulterGround) -> Story:
    """The president signs, the papers are served, the listing is published."""
    yield from proposed(case, ground)
    case.go_workdays(1)
    yield case.take(DEFAULTER_WARNING, "approve_listing", Role.PRESIDENT)
    case.go_workdays(1)
    for template in DECISION:
        yield serve(case, case.paper(template), ENFORCEMENT_CLERK)
    serial = case.chance.randrange(10**6)
    yield case.take(DEFAULTER_WARNING, "publish", JUDGE, evidence=f"名单库流水号440199{serial:06d}")
