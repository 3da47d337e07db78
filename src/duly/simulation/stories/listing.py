"""纳入失信名单: the judge proposes, the president signs, the listing is published."""

from duly.law.terms import DefaulterGround, Role
from duly.simulation.case import Case
from duly.simulation.days import ONE_DAY
from duly.simulation.playing import Story
from duly.simulation.stories.enforcement import (
    DEFAULTER_WARNING,
    ENFORCEMENT_CLERK,
    JUDGE,
    Telling,
    filed,
    warned,
)
from duly.simulation.stories.entries import serve

STILL = {
    DefaulterGround.ABLE_BUT_REFUSING: "名下账户有大额往来，有履行能力，经提醒仍未履行",
    DefaulterGround.PROPERTY_REPORT: "收到报告财产令后期满未报告财产，经提醒仍未报告，也未履行",
}
DECISION = ("defaulter-decision", "consumption-order")


def proposed(
    case: Case, ground: DefaulterGround, before: Telling = filed, *, grace: str = "0"
) -> Story:
    """The warning has run out, and the judge asks the president to list the debtor.

    `grace` counts the months that publication waits.
    """
    last_day = yield from warned(case, ground, before)
    case.go(last_day + ONE_DAY)
    yield case.take(
        DEFAULTER_WARNING,
        "propose_listing",
        JUDGE,
        reasons=STILL[ground],
        extra_years="0",
        grace_months=grace,
    )


def proposed_for_refusing(case: Case) -> Story:
    """Able but refusing: what article 3 asks was found as well."""
    yield from proposed(case, DefaulterGround.ABLE_BUT_REFUSING)


def published(case: Case) -> Story:
    """Decided for failing to report property: a listing of two years."""
    yield from published_for(case, DefaulterGround.PROPERTY_REPORT)


def published_for(case: Case, ground: DefaulterGround, before: Telling = filed) -> Story:
    """The president signs, the papers are served, the listing is published."""
    yield from decided(case, ground, before)
    serial = case.chance.randrange(10**6)
    yield case.take(DEFAULTER_WARNING, "publish", JUDGE, evidence=f"名单库流水号440199{serial:06d}")


def decided(
    case: Case, ground: DefaulterGround, before: Telling = filed, *, grace: str = "0"
) -> Story:
    """The president signs, and the papers are served."""
    yield from proposed(case, ground, before, grace=grace)
    case.go_workdays(1)
    yield case.take(DEFAULTER_WARNING, "approve_listing", Role.PRESIDENT)
    case.go_workdays(1)
    for template in DECISION:
        yield serve(case, case.paper(template), ENFORCEMENT_CLERK)
