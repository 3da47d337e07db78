"""`duly law period`: the last day of a period, and why."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from typing import Any

from duly.cli.law.court import Court
from duly.cli.law.question import Unanswered, day, members, whole
from duly.law.calendar import OutOfRange, Period, Reckoning, with_weekday
from duly.law.calendar.rest_days import in_range

NAME = "period"
SUMMARY = "期间的最后一日（民事诉讼法第八十五条、民法典第二百零二条、第二百零三条）"

_UNITS = {"days": "日", "months": "月", "years": "年", "working_days": "工作日"}


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments for people."""
    parser.add_argument("start", nargs="?", default="", metavar="起算日", help="该日不计算在期间内")
    for unit, chinese in _UNITS.items():
        parser.add_argument(
            f"--{unit.replace('_', '-')}", type=int, metavar="N", help=f"期间的{chinese}数"
        )


def question(options: Namespace) -> dict[str, Any]:
    """Return the question that the arguments ask."""
    given = {unit: getattr(options, unit) for unit in _UNITS}
    length = {unit: count for unit, count in given.items() if count is not None}
    return {"from": options.start, "length": length}


def solve(question: object, court: Court) -> Reckoning:
    """Return the reckoning."""
    asked = members(question, required=("from", "length"))
    start = day(asked, "from")
    unit, count = _length(asked["length"])
    _check_start(start)
    try:
        return Period(**{unit: count}).reckon(start, court.calendar)
    except OutOfRange as refusal:
        raise Unanswered(f"length.{unit}", str(refusal)) from refusal


def as_json(result: Reckoning) -> dict[str, Any]:
    """Return the last day with its reasons."""
    return {
        "last_day": result.last_day.isoformat(),
        "raw_last_day": result.raw_last_day.isoformat(),
        "provisional": result.provisional,
        "because": list(result.because),
    }


def as_lines(result: Reckoning) -> Iterator[str]:
    """Return the reasons, then the last day."""
    yield from result.because
    mark = "（暂定）" if result.provisional else ""
    yield f"期间最后一日：{with_weekday(result.last_day)}{mark}"


def _check_start(start: date) -> None:
    try:
        in_range(start)
    except OutOfRange as refusal:
        raise Unanswered("from", str(refusal)) from refusal


def _length(value: object) -> tuple[str, int]:
    length = members(value, "length", required=(), optional=_UNITS)
    if len(length) != 1:
        raise Unanswered("length", f"期间长度应恰好写明{'、'.join(_UNITS)}中的一项")
    (unit,) = length
    return unit, whole(length, unit, "length")
