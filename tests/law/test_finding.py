"""认定：符合、不符合、待查明，每一项都有理由和出路"""

from itertools import product

import pytest

from duly.law.finding import Finding, Ground, Outcome, all_of, any_of, ground
from duly.law.sources import clause

BASIS = clause("一(一)1")
YES, NO, OPEN = Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED


def weighed(outcome: Outcome) -> Ground:
    return Ground(BASIS, outcome, "理由", "" if outcome is YES else "出路")


@pytest.mark.parametrize("outcomes", list(product(Outcome, repeat=3)))
def test_all_of_is_as_strict_as_its_strictest_ground(outcomes: tuple[Outcome, ...]) -> None:
    finding = all_of("问", (weighed(outcome) for outcome in outcomes))

    expected = NO if NO in outcomes else OPEN if OPEN in outcomes else YES
    assert finding.outcome is expected
    assert finding.met is (expected is YES)


@pytest.mark.parametrize("outcomes", list(product(Outcome, repeat=3)))
def test_any_of_is_as_lenient_as_its_most_lenient_ground(outcomes: tuple[Outcome, ...]) -> None:
    finding = any_of("问", (weighed(outcome) for outcome in outcomes))

    expected = YES if YES in outcomes else OPEN if OPEN in outcomes else NO
    assert finding.outcome is expected


def test_nothing_weighed_is_nothing_found_out() -> None:
    assert all_of("问", ()).outcome is OPEN


def test_obstacles_name_what_is_not_met_before_what_is_not_known() -> None:
    grounds = (weighed(OPEN), weighed(YES), weighed(NO))

    assert Finding("问", NO, grounds).obstacles == (grounds[2], grounds[0])


@pytest.mark.parametrize(
    ("fact", "outcome", "because", "change"),
    [(True, YES, "是", ""), (False, NO, "否", "出路"), (None, OPEN, "不知", "出路")],
)
def test_a_fact_that_is_not_known_is_no_fact(
    fact: bool | None, outcome: Outcome, because: str, change: str
) -> None:
    found = ground(BASIS, fact, met="是", not_met="否", unknown="不知", change="出路")

    assert (found.outcome, found.because, found.change) == (outcome, because, change)
    assert found.basis == BASIS
