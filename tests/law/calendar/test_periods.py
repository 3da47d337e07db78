"""民事诉讼法第八十五条，民法典第二百零二条、第二百零三条 · 期间计算"""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duly.law.calendar import Calendar, OutOfRange, Period, PeriodRefused

DEADLINES = tomllib.loads((Path(__file__).parent / "deadlines.toml").read_text())["deadline"]
UNITS = ("days", "months", "years", "working_days")
CALENDAR = Calendar.published()


@pytest.mark.parametrize("deadline", DEADLINES, ids=lambda deadline: deadline["name"])
def test_article_85_deadline(deadline: dict[str, Any]) -> None:
    period = Period(**{unit: deadline[unit] for unit in UNITS if unit in deadline})

    reckoning = period.reckon(deadline["start"], CALENDAR)

    assert (reckoning.raw_last_day, reckoning.last_day) == (deadline["raw"], deadline["last"])
    assert not reckoning.provisional


def test_article_85_each_rest_day_skipped_is_named() -> None:
    because = Period(days=15).reckon(date(2022, 9, 20), CALENDAR).because

    assert because == (
        "自2022年9月20日（周二）开始，开始之日不计算在期间内",
        "期间为15日，届满日为2022年10月5日（周三）",
        "2022年10月5日（周三）为国庆节放假，顺延",
        "2022年10月6日（周四）为国庆节放假，顺延",
        "2022年10月7日（周五）为国庆节放假，顺延",
        "最后一日为2022年10月8日（周六），该日为调休上班日",
    )


def test_working_days_say_which_days_were_not_counted_and_which_weekends_were() -> None:
    because = Period(working_days=3).reckon(date(2022, 9, 29), CALENDAR).because

    assert "2022年10月1日（周六）为国庆节放假，不计入" in because
    assert "2022年10月8日（周六）为调休上班日，计入" in because


def test_article_202_a_missing_corresponding_day_is_explained() -> None:
    because = Period(months=1).reckon(date(2022, 8, 31), CALENDAR).because

    assert "期间为1个月，届满日为2022年9月30日（周五），当月没有对应日，以月末日为准" in because


def test_a_year_without_a_published_calendar_gives_a_provisional_date_and_says_so() -> None:
    reckoning = Period(months=1).reckon(date(2026, 12, 16), CALENDAR)

    assert reckoning.last_day == date(2027, 1, 18)
    assert reckoning.raw_last_day == date(2027, 1, 16)
    assert reckoning.provisional
    assert reckoning.because[-1].startswith("本库没有2027年的放假安排")


def test_a_year_before_the_first_on_file_is_provisional_too() -> None:
    assert Period(days=3).reckon(date(2003, 5, 6), CALENDAR).provisional


def test_working_days_that_merely_cross_an_unpublished_year_are_provisional() -> None:
    assert Period(working_days=5).reckon(date(2026, 12, 30), CALENDAR).provisional


def test_the_last_days_of_the_last_year_on_file_warn_of_the_next_notice() -> None:
    reckoning = Period(days=15).reckon(date(2026, 12, 16), CALENDAR)

    assert not reckoning.provisional
    assert reckoning.because[-1].startswith("2027年元旦的放假安排尚未载入")


@pytest.mark.parametrize(
    ("start", "period"),
    [
        (date(9999, 12, 31), Period(days=1)),
        (date(2999, 12, 31), Period(years=1)),
        (date(2026, 1, 1), Period(days=10**15)),
        (date(2026, 1, 1), Period(months=10**15)),
        (date(2026, 1, 1), Period(working_days=10**15)),
        (date(2026, 1, 1), Period(working_days=300_000)),
        (date(1022, 9, 15), Period(days=1)),
    ],
)
def test_a_date_no_court_can_mean_is_refused_in_plain_words(start: date, period: Period) -> None:
    with pytest.raises(OutOfRange, match="2999年"):
        period.reckon(start, CALENDAR)


@pytest.mark.parametrize("parts", [{}, {"days": -1}, {"days": 1, "working_days": 1}])
def test_a_length_that_is_no_period_is_refused(parts: dict[str, int]) -> None:
    with pytest.raises(PeriodRefused):
        Period(**parts)


@settings(max_examples=200, deadline=None)
@given(st.dates(date(2004, 1, 1), date(2026, 6, 30)), st.integers(1, 120))
def test_counting_days_one_by_one_gives_the_same_end(start: date, count: int) -> None:
    day = start
    for _ in range(count):
        day += timedelta(days=1)
    while CALENDAR.is_rest_day(day):
        day += timedelta(days=1)

    assert Period(days=count).reckon(start, CALENDAR).last_day == day
