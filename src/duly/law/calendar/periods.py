"""Periods (期间) in days, months, years and working days, each answer with its steps."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from duly.law.calendar.rest_days import LAST_YEAR, Calendar, OutOfRange, in_range, next_day
from duly.law.calendar.wording import in_digits, with_weekday

_UNITS = {"years": "年", "months": "个月", "days": "日", "working_days": "个工作日"}
_LATE_DECEMBER = (12, 28)


class PeriodRefused(ValueError):
    """A length of time that is not a period."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The end of a period, and why.

    `raw_last_day` is the last day before rest days are looked at; `last_day` the day
    that counts. `provisional` means that a day relied on lies in a year whose rest days
    are not published: weekends alone were looked at. `because` holds one Chinese sentence
    a step.
    """

    last_day: date
    raw_last_day: date
    provisional: bool
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time set by law or by the court: years, months and days, or working days.

    Raises PeriodRefused for a negative part, for no length at all, and for working days
    mixed with another unit.
    """

    days: int = 0
    months: int = 0
    years: int = 0
    working_days: int = 0

    def __post_init__(self) -> None:
        parts = (self.days, self.months, self.years, self.working_days)
        if any(part < 0 for part in parts) or not any(parts):
            raise PeriodRefused("期间的长度应当是大于零的整数")
        if self.working_days and any(parts[:3]):
            raise PeriodRefused("工作日不能与日、月、年合并计算")

    def __str__(self) -> str:
        parts = ((getattr(self, name), unit) for name, unit in _UNITS.items())
        return "".join(f"{count}{unit}" for count, unit in parts if count)

    def reckon(self, start: date, calendar: Calendar) -> Reckoning:
        """Return the last day of the period that starts on a day, which is not counted.

        民事诉讼法 (2021, 2023) 第八十五条; 民法典第二百零二条, 第二百零三条. Raises
        OutOfRange if a day before 1949 or after 2999 would be needed.
        """
        in_range(start)
        if self.working_days:
            return self._by_working_days(start, calendar)
        raw = self._raw_last_day(start)
        last = calendar.roll_forward(raw)
        steps = (
            _start_step(start),
            self._raw_step(start, raw),
            *_skipped_steps(raw, last, calendar),
            _result_step(last, calendar),
        )
        return _reckoning(last, raw, {raw, last}, steps, calendar)

    def _by_working_days(self, start: date, calendar: Calendar) -> Reckoning:
        if self.working_days > (LAST_YEAR - start.year + 1) * 366:
            raise OutOfRange(_too_long(start, self))
        last = calendar.working_days_after(start, self.working_days)
        steps = (
            _start_step(start),
            *_unusual_days(start, last, calendar),
            f"数至第{self.working_days}个工作日，为{with_weekday(last)}",
            _result_step(last, calendar),
        )
        return _reckoning(last, last, {next_day(start), last}, steps, calendar)

    def _raw_last_day(self, start: date) -> date:
        months = start.month - 1 + self.months + 12 * self.years
        year, month = start.year + months // 12, months % 12 + 1
        if year > LAST_YEAR:
            raise OutOfRange(_too_long(start, self))
        day = date(year, month, min(start.day, monthrange(year, month)[1]))
        try:
            return in_range(day + timedelta(days=self.days))
        except OverflowError as error:
            raise OutOfRange(_too_long(start, self)) from error

    def _raw_step(self, start: date, raw: date) -> str:
        without_same_day = not self.days and raw.day != start.day
        reason = "，当月没有对应日，以月末日为准" if without_same_day else ""
        return f"期间为{self}，届满日为{with_weekday(raw)}{reason}"


def _reckoning(
    last: date, raw: date, relied_on: set[date], steps: tuple[str, ...], calendar: Calendar
) -> Reckoning:
    first, final = min(relied_on).year, max(relied_on).year
    missing = [year for year in range(first, final + 1) if not calendar.is_published(year)]
    caveats = tuple(_caveats(missing, last, calendar))
    return Reckoning(last, raw, bool(missing), (*steps, *caveats))


def _caveats(missing: list[int], last: date, calendar: Calendar) -> Iterator[str]:
    if missing:
        span = f"{missing[0]}年" if len(missing) == 1 else f"{missing[0]}年至{missing[-1]}年"
        yield f"本库没有{span}的放假安排，暂且只按周末推算，结果为暂定，待放假安排载入后重新计算"
    elif (last.month, last.day) >= _LATE_DECEMBER and not calendar.is_published(last.year + 1):
        new_year = f"{last.year + 1}年元旦的放假安排"
        yield f"{new_year}尚未载入，如果涉及{in_digits(last)}前后，应当重新计算"


def _start_step(start: date) -> str:
    return f"自{with_weekday(start)}开始，开始之日不计算在期间内"


def _skipped_steps(raw: date, last: date, calendar: Calendar) -> Iterator[str]:
    day = raw
    while day != last:
        yield f"{with_weekday(day)}为{calendar.name_of(day)}，顺延"
        day = next_day(day)


def _unusual_days(start: date, last: date, calendar: Calendar) -> Iterator[str]:
    day = start
    while day != last:
        day = next_day(day)
        if calendar.is_rest_day(day):
            yield f"{with_weekday(day)}为{calendar.name_of(day)}，不计入"
        elif calendar.is_make_up_workday(day):
            yield f"{with_weekday(day)}为调休上班日，计入"


def _result_step(last: date, calendar: Calendar) -> str:
    note = "，该日为调休上班日" if calendar.is_make_up_workday(last) else ""
    return f"最后一日为{with_weekday(last)}{note}"


def _too_long(start: date, period: Period) -> str:
    return f"自{in_digits(start)}起{period}超出2999年，请核对期间长度"
