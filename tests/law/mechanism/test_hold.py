"""Holds: periods move by the days held, fixed days and the law's own limits do not."""

from datetime import date

import pytest

from duly.law.calendar import Calendar, Period
from duly.law.mechanism import hold
from duly.law.mechanism.hold import Held
from duly.law.mechanism.record.facts import Facts
from duly.law.mechanism.record.holds import doubled_interest_rests, is_not_held
from duly.law.step import Clock
from duly.law.terms import HoldKind, Role

CALENDAR = Calendar.published()
PERIOD = Clock("conclusion", "执行结案", "三(六)2", Role.ENFORCEMENT_JUDGE, Period(months=6))
FIXED = Clock("defaulter_term", "限期", "三(一)3", Role.ENFORCEMENT_JUDGE, ask="last_day")
MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("held", "last", "days"),
    [
        (Held(date(2026, 3, 5), date(2026, 3, 11)), date(2026, 3, 19), 7),
        (Held(date(2026, 3, 5), date(2026, 3, 6)), date(2026, 3, 16), 2),
        (Held(date(2026, 3, 12), date(2026, 3, 12)), date(2026, 3, 13), 1),
        (Held(date(2026, 3, 13), date(2026, 3, 20)), date(2026, 3, 12), 0),
        (Held(date(2026, 2, 20), date(2026, 3, 1)), date(2026, 3, 12), 0),
        (Held(date(2026, 2, 20), date(2026, 3, 2)), date(2026, 3, 12), 0),
        (Held(date(2026, 2, 20), date(2026, 3, 3)), date(2026, 3, 13), 1),
    ],
)
def test_a_limit_moves_by_the_days_held_within_it(held: Held, last: date, days: int) -> None:
    moved = hold.move(MONDAY, date(2026, 3, 12), held, CALENDAR)

    assert (moved.last_day, moved.days) == (last, days)
    assert bool(moved.sentence) is bool(days)


def test_a_day_beyond_the_published_calendar_is_provisional() -> None:
    held = Held(date(2026, 12, 1), date(2026, 12, 31))

    assert hold.move(MONDAY, date(2026, 12, 20), held, CALENDAR).provisional


@pytest.mark.parametrize(
    ("name", "clock", "stands"),
    [
        ("conclusion", PERIOD, False),
        ("urging_month", FIXED, False),
        ("defaulter_term", FIXED, True),
        ("release", PERIOD, True),
        ("reconsideration", PERIOD, True),
        ("limitation", FIXED, True),
    ],
)
def test_what_stands_says_why(name: str, clock: Clock, stands: bool) -> None:
    why = hold.why_it_stands(name, (clock,))

    assert bool(why) is stands
    assert (why or "停止计算") in hold.while_held(MONDAY, "裁定中止", why)


@pytest.mark.parametrize("kind", HoldKind)
def test_article_3_the_doubled_part_rests_only_at_review_not_on_the_debtors_asking(
    kind: HoldKind,
) -> None:
    rests = hold.stops_doubled_interest(kind, on_debtor_request=False, on=MONDAY)
    asked = hold.stops_doubled_interest(kind, on_debtor_request=True, on=MONDAY)

    assert rests.met is (kind in {HoldKind.REVIEW, HoldKind.RETRIAL})
    assert not asked.met


def test_a_matter_is_held_once_at_a_time() -> None:
    assert is_not_held(Facts(MONDAY, 0, 0)).met
    assert not is_not_held(Facts(MONDAY, 0, 0, held_since=MONDAY)).met
    assert not doubled_interest_rests(Facts(MONDAY, 0, 0), {}).met
