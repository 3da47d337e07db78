"""申请执行时效 (民事诉讼法 250): two years, what begins them anew, what stops them; never a bar."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duly.law.calendar import Calendar
from duly.law.finding import Outcome
from duly.law.mechanism import post_judgment
from duly.law.mechanism.limitation import Interruption, Limitation, Obstacle, reckon
from duly.law.mechanism.post_judgment.rules import within_limitation
from duly.law.terms import InterruptionKind

CASES = tomllib.loads(Path(__file__).with_name("limitation.toml").read_text(encoding="utf-8"))[
    "case"
]
DAYS = st.dates(date(2016, 1, 1), date(2025, 12, 31))
TODAYS = st.dates(date(2022, 5, 1), date(2025, 12, 31))
CALENDAR = Calendar.published()


def _reckon(case: dict[str, Any]) -> Limitation:
    return reckon(
        case["due"],
        interruptions=[
            Interruption(one["on"], InterruptionKind(one["kind"]))
            for one in case.get("interruptions", ())
        ],
        obstacles=[
            Obstacle(one["first"], one.get("last"), "洪水") for one in case.get("obstacles", ())
        ],
        on=case["on"],
        calendar=CALENDAR,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_article_250(case: dict[str, Any]) -> None:
    known = _reckon(case)

    assert known.last_day == case["last"]
    assert known.finding.outcome.value == case.get("outcome", "met")
    assert known.because


def test_article_481_what_is_late_is_told_with_its_consequence() -> None:
    late = next(case for case in CASES if case["name"].startswith("over"))
    (ground,) = _reckon(late).finding.obstacles

    assert "已于2024年3月1日届满" in ground.because
    assert "仍应受理" in ground.change


def test_without_the_last_day_to_perform_nothing_is_guessed() -> None:
    known = _reckon({"due": None, "on": date(2026, 3, 2)})

    assert known.last_day is None
    assert known.finding.outcome is Outcome.UNDECIDED


def test_the_application_is_cautioned_and_never_barred() -> None:
    step = post_judgment.MECHANISM.step("receive_application")

    assert step.cautions == (within_limitation,)
    assert within_limitation not in (*step.guards, *step.checks)


@given(due=DAYS, acts=st.lists(DAYS, max_size=6), on=TODAYS)
def test_more_acts_never_make_it_end_earlier(due: date, acts: list[date], on: date) -> None:
    made = [Interruption(day, InterruptionKind.DEMAND) for day in acts]
    plain = reckon(due, interruptions=(), obstacles=(), on=on, calendar=CALENDAR)
    known = reckon(due, interruptions=made, obstacles=(), on=on, calendar=CALENDAR)

    assert plain.last_day is not None
    assert known.last_day is not None
    assert known.last_day >= plain.last_day
    assert known.since in (due, *acts)


@given(due=DAYS, first=DAYS, days=st.integers(1, 400), on=TODAYS)
def test_an_obstacle_stops_it_for_no_more_than_its_own_days(
    due: date, first: date, days: int, on: date
) -> None:
    obstacle = Obstacle(first, first + timedelta(days=days - 1), "洪水")
    plain = reckon(due, interruptions=(), obstacles=(), on=on, calendar=CALENDAR)
    known = reckon(due, interruptions=(), obstacles=(obstacle,), on=on, calendar=CALENDAR)

    assert plain.last_day is not None
    assert known.last_day is not None
    # the rest days around the new last day at most on top of the days stopped
    assert timedelta(0) <= known.last_day - plain.last_day <= timedelta(days=days + 12)
