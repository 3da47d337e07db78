"""The State Council's yearly notice on rest days (放假安排), as a file that a court loads.

The file is CSV in UTF-8 with the columns `date,kind,holiday,source`: an ISO date,
`rest` or `work` (调休上班), the holiday's Chinese name, and the notice it was copied from.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from duly.law.calendar.wording import in_digits
from duly.law.terms import Term

COLUMNS = ("date", "kind", "holiday", "source")


class NoticeRefused(ValueError):
    """A calendar file that cannot be relied on; the message says where and why."""


class DayKind(Term):
    """What a notice makes of a day."""

    REST = "rest", "放假"
    WORK = "work", "调休上班"


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One day of a notice, with the holiday it belongs to and where it was copied from."""

    day: date
    kind: DayKind
    holiday: str
    source: str


def read_notice(path: Path) -> tuple[NoticeRow, ...]:
    """Return the rows of a court's calendar file. Raises NoticeRefused, as `parse_notice` does."""
    return parse_notice(path.read_bytes())


def parse_notice(content: bytes) -> tuple[NoticeRow, ...]:
    """Return the rows of a calendar file's content.

    Raises NoticeRefused for missing columns, a row that is not as described above,
    a day given twice, or a file without rows.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoticeRefused("放假安排文件不是UTF-8编码") from error
    try:
        rows = tuple(_rows(text.splitlines()))
    except csv.Error as error:
        raise NoticeRefused(f"放假安排文件不是规范的CSV：{error}") from error
    if not rows:
        raise NoticeRefused("放假安排文件没有任何一行数据")
    _refuse_repeated_days(rows)
    return rows


def _rows(lines: Sequence[str]) -> Iterable[NoticeRow]:
    reader = csv.DictReader(lines, strict=True)
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise NoticeRefused(f"放假安排文件第1行应当为{','.join(COLUMNS)}")
    for number, cells in enumerate(reader, start=2):
        yield _row(number, cells)


def _row(number: int, cells: dict[str, str]) -> NoticeRow:
    values = [(cells[column] or "").strip() for column in COLUMNS]
    if len(cells) != len(COLUMNS) or not all(values):
        raise NoticeRefused(f"放假安排文件第{number}行应当恰好有四项，且都不为空")
    day, kind, holiday, source = values
    if kind not in tuple(DayKind):
        raise NoticeRefused(f"放假安排文件第{number}行的kind应当为rest或者work，不是“{kind}”")
    return NoticeRow(_day(number, day), DayKind(kind), holiday, source)


def _day(number: int, text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or text != day.isoformat():
        raise NoticeRefused(
            f"放假安排文件第{number}行的日期应当是形如2027-01-01的真实日期，不是“{text}”"
        )
    return day


def _refuse_repeated_days(rows: Sequence[NoticeRow]) -> None:
    seen: set[date] = set()
    for row in rows:
        if row.day in seen:
            raise NoticeRefused(f"放假安排文件中{in_digits(row.day)}出现两次")
        seen.add(row.day)
