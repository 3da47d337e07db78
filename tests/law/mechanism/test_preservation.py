"""解释 485, 168: how long a measure may last, and urging that would outlast it; never a bar."""

from datetime import date

import pytest

from duly.law.finding import Outcome
from duly.law.mechanism import pre_enforcement, record
from duly.law.mechanism.pre_enforcement.eligibility import outlasts_no_preservation
from duly.law.mechanism.pre_enforcement.facts import Facts
from duly.law.mechanism.preservation import Preservation, within_longest
from duly.law.mechanism.record.measures import lasts_no_longer_than_lawful
from duly.law.sources import Status
from duly.law.terms import PropertyClass
from tests.law.mechanism.weighing import TODAY, facts

ACCOUNT = Preservation("冻结（示例银行账户）", date(2026, 6, 10))


@pytest.mark.parametrize(
    ("kind", "longest"),
    [
        (PropertyClass.DEPOSIT, date(2027, 5, 20)),
        (PropertyClass.MOVABLE, date(2028, 5, 20)),
        (PropertyClass.REAL_ESTATE, date(2029, 5, 20)),
    ],
)
def test_article_485_a_measure_lasts_no_longer(kind: PropertyClass, longest: date) -> None:
    in_time = within_longest(kind, TODAY, longest, on=TODAY)
    too_long = within_longest(kind, TODAY, date.fromordinal(longest.toordinal() + 1), on=TODAY)

    assert in_time.met
    assert not too_long.met
    assert too_long.grounds[0].basis.status is Status.TO_CONFIRM


def test_without_the_kind_of_property_nothing_is_guessed() -> None:
    assert within_longest(None, TODAY, TODAY, on=TODAY).outcome is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("ends_on", "outlasted"),
    [(date(2026, 6, 9), False), (date(2026, 6, 10), True), (date(2026, 6, 20), True)],
)
def test_urging_that_outlasts_a_preservation_offers_renewal_or_transfer(
    ends_on: date, outlasted: bool
) -> None:
    told = outlasts_no_preservation(
        facts(Facts, {"preservations": (ACCOUNT,), "urging_ends_on": ends_on}), {}
    )

    assert told.met is not outlasted
    changes = [ground.change for ground in told.obstacles]
    assert changes == (["先办理续行查封、扣押、冻结，或者转执行立案"] if outlasted else [])


def test_an_extension_is_weighed_by_the_day_that_is_typed() -> None:
    known = facts(Facts, {"preservations": (ACCOUNT,), "urging_ends_on": date(2026, 6, 1)})

    assert outlasts_no_preservation(known, {}).met
    assert not outlasts_no_preservation(known, {"until": date(2026, 7, 1)}).met


def test_these_are_told_and_never_bar() -> None:
    urging = pre_enforcement.MECHANISM
    for name in ("record_consent", "register", "extend"):
        assert urging.step(name).cautions == (outlasts_no_preservation,)
    for name in ("impose_measure", "renew_preservation"):
        assert record.MECHANISM.step(name).cautions == (lasts_no_longer_than_lawful,)
    barring = {
        rule
        for mechanism in (urging, record.MECHANISM)
        for step in mechanism.steps
        for rule in (*step.guards, *step.checks)
    }
    assert barring.isdisjoint({outlasts_no_preservation, lasts_no_longer_than_lawful})
