"""The loan prime rate (贷款市场报价利率), from a dated table that a court can load.

The file is CSV in UTF-8 with the columns `from,through,one_year,five_year,source,status`:
the first and last day of each row, both included, and the rates in percent. Each row must
begin on the day after the row before ends; the last `through` is the last day published.
"""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path

from duly.law.money.refused import RateNotOnFile, Refused, said
from duly.law.terms import Term

COLUMNS = ("from", "through", "one_year", "five_year", "source", "status")
_PERCENT = re.compile(r"[0-9]{1,2}\.[0-9]{1,4}")


class LprTerm(Term):
    """The two terms for which the rate is published."""

    ONE_YEAR = "one_year", "一年期"
    FIVE_YEAR = "five_year", "五年期以上"


@dataclass(frozen=True, slots=True)
class LprRow:
    """The rates of some days, both ends included, as yearly fractions."""

    first: date
    last: date
    one_year: Fraction
    five_year: Fraction
    source: str
    status: str

    def rate(self, term: LprTerm) -> Fraction:
        """Return the yearly rate for a term."""
        return self.one_year if term is LprTerm.ONE_YEAR else self.five_year


@dataclass(frozen=True, slots=True)
class LprTable:
    """The published rates, in order of their days, without a gap."""

    rows: tuple[LprRow, ...]

    @classmethod
    def on_file(cls) -> "LprTable":
        """Return the table that comes with the program (2019-08-20 to 2025-06-19, 待核)."""
        return _on_file()

    @property
    def published_through(self) -> date:
        """The last day for which a rate is on file."""
        return self.rows[-1].last

    def on(self, day: date, *, field: str) -> LprRow:
        """Return the row of a day. Raises RateNotOnFile, naming `field`, outside the table."""
        first, last = self.rows[0].first, self.published_through
        if not first <= day <= last:
            span = f"库中的LPR自{said(first)}起、至{said(last)}止"
            way_out = "，请先载入更新的利率表" if day > last else ""
            raise RateNotOnFile(field, f"{span}，没有{said(day)}的利率，不能计算{way_out}")
        return self.rows[bisect_right([row.first for row in self.rows], day) - 1]

    def changes(self) -> tuple[date, ...]:
        """Return the days on which a new row begins."""
        return tuple(row.first for row in self.rows)


def read_lpr(path: Path) -> LprTable:
    """Return a court's own table. Raises Refused for a file that is not as described above."""
    try:
        return _table(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused("", "利率表文件不是UTF-8编码") from error


@cache
def _on_file() -> LprTable:
    return _table(resources.files(__package__).joinpath("lpr.csv").read_text(encoding="utf-8"))


def _table(text: str) -> LprTable:
    try:
        rows = tuple(_rows(text.splitlines()))
    except csv.Error as error:
        raise Refused("", f"利率表不是规范的CSV：{error}") from error
    if not rows:
        raise Refused("", "利率表没有任何一行数据")
    for number, (before, after) in enumerate(pairwise(rows), start=3):
        if after.first != before.last + timedelta(days=1):
            raise Refused(
                "", f"利率表第{number}行应当自{said(before.last)}的次日起，不能间断或者重叠"
            )
    return LprTable(rows)


def _rows(lines: Sequence[str]) -> Iterator[LprRow]:
    reader = csv.DictReader(lines, strict=True)
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise Refused("", f"利率表第1行应当为{','.join(COLUMNS)}")
    for number, cells in enumerate(reader, start=2):
        values = [(cells[column] or "").strip() for column in COLUMNS]
        if len(cells) != len(COLUMNS) or not all(values):
            raise Refused("", f"利率表第{number}行应当恰好有六项，且都不为空")
        yield _row(number, values)


def _row(number: int, values: list[str]) -> LprRow:
    first, last = _day(number, values[0]), _day(number, values[1])
    if first > last:
        raise Refused("", f"利率表第{number}行的起日晚于止日")
    one_year, five_year = _percent(number, values[2]), _percent(number, values[3])
    return LprRow(first, last, one_year, five_year, values[4], values[5])


def _day(number: int, text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise Refused("", f"利率表第{number}行的日期“{text}”应当是形如2025-05-20的真实日期")
    return day


def _percent(number: int, text: str) -> Fraction:
    if not _PERCENT.fullmatch(text):
        raise Refused("", f"利率表第{number}行的利率“{text}”应当写成百分数，例如3.45")
    return Fraction(text) / 100
