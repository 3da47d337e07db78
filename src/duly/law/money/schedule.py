"""Instalments as they are typed: a day and an amount on each line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from duly.law.money.refused import Refused
from duly.law.money.yuan import NOTHING, Yuan

LONGEST = 360
_LINE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ \t]+(\S+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One instalment (期): the last day to pay it, and how much."""

    due: date
    amount: Yuan


def read_schedule(text: str, *, field: str = "instalments") -> tuple[Row, ...]:
    """Return the instalments typed as lines: `2026-12-10 25000.00`.

    Days ascend, each amount is above nothing. Raises Refused, naming the field and the
    line, for anything else.
    """
    lines = [line.strip() for line in text.splitlines()]
    rows = tuple(_row(number, line, field) for number, line in _numbered(lines))
    if not rows:
        raise Refused(field, "每行写一期：履行期届满日和金额，如2026-12-10 25000.00")
    if len(rows) > LONGEST:
        raise Refused(field, f"最多{LONGEST}期")
    for number, (before, after) in enumerate(pairwise(rows), start=2):
        if after.due <= before.due:
            raise Refused(field, f"第{number}期的届满日应当在第{number - 1}期之后")
    return rows


def total(rows: Iterable[Row]) -> Yuan:
    """Return the sum of the instalments."""
    return Yuan.total(row.amount for row in rows)


def _numbered(lines: list[str]) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(lines, start=1) if line)


def _row(number: int, line: str, field: str) -> Row:
    match = _LINE.fullmatch(line)
    if match is None:
        raise Refused(field, f"第{number}行“{line}”应当写成日期、空格、金额，如2026-12-10 25000.00")
    try:
        due = date.fromisoformat(match[1])
    except ValueError as impossible:
        raise Refused(field, f"第{number}行：没有{match[1]}这一天") from impossible
    try:
        amount = Yuan.of(match[2], field=field)
    except Refused as refused:
        raise Refused(field, f"第{number}行：{refused.message}") from refused
    if amount == NOTHING:
        raise Refused(field, f"第{number}行：每期金额应当大于零")
    return Row(due, amount)
