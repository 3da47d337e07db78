"""One cell as a clerk fills it in, brought to what would be typed into the form.

Only spelling is changed: 判决 to the choice that it names, 2026/3/2 to 2026-03-02, 是 to yes.
What a spreadsheet has spoilt is refused, never repaired.
"""

import re
from datetime import date, datetime, time, timedelta

from duly.intake.columns import Column
from duly.law.step import AskKind

Value = str | int | float | bool | date | datetime | time | timedelta | None

_FORMULA = "=+-@\t\r＝＋－＠"
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?[Ee]\+?[0-9]+")
_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_YES_NO = {"是": "yes", "否": "no", "yes": "yes", "no": "no"}
_EXACT_DIGITS = 10**15
LONG_NUMBERS = frozenset({AskKind.IDENTIFIER, AskKind.ACCOUNT, AskKind.PHONE})


class BadCell(ValueError):
    """A cell that cannot be read as its column; the message is the rule and the way out."""


def shown(value: Value) -> str:
    """Return a cell as it is written again into the file of errors."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return _plain(value)
    return str(value)


def typed(column: Column, value: Value) -> str:
    """Return what would be typed into the form. Raises BadCell."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _of_choice(column, "是" if value else "否")
    if isinstance(value, int | float):
        return _of_number(column, float(value))
    if isinstance(value, datetime | date):
        return _of_day(column, value)
    if not isinstance(value, str):
        raise BadCell("是时刻而不是文字，请把单元格设为“文本”格式后重新填写")
    return _of_text(column, value)


def _of_number(column: Column, number: float) -> str:
    if column.ask.kind is AskKind.DATE:
        raise BadCell(
            f"是数字{_plain(number)}而不是日期；请把单元格设为“日期”格式，或者写成2026-03-02"
        )
    # A spreadsheet keeps fifteen digits: what is longer has lost its end.
    if not abs(number) < _EXACT_DIGITS:
        raise _eaten(_plain(number))
    return _plain(number)


def _plain(number: float) -> str:
    if number.is_integer() and abs(number) < _EXACT_DIGITS:
        return f"{number:.0f}"
    return repr(number)


def _of_day(column: Column, day: date) -> str:
    if column.ask.kind is not AskKind.DATE:
        raise BadCell("是日期而不是文字，请把单元格设为“文本”格式后重新填写")
    if isinstance(day, datetime):
        if day.time() != time():
            raise BadCell(f"“{day}”带有时刻，只填日期，如2026-03-02")
        day = day.date()
    return day.isoformat()


def _of_text(column: Column, text: str) -> str:
    seen = text.strip(" \u3000\u00a0\n")
    kind = column.ask.kind
    if seen.startswith(tuple(_FORMULA)) and not (kind is AskKind.PHONE and seen.startswith("+86")):
        raise BadCell(
            f"以“{seen[0]}”开头，会被电子表格当作公式，不能导入；请改为数值本身，或者删去开头的符号"
        )
    if kind in LONG_NUMBERS and _SCIENTIFIC.fullmatch(seen):
        raise _eaten(seen)
    if kind is AskKind.DATE:
        return _DAY.sub(_iso, seen) if _DAY.fullmatch(seen) else seen
    return _of_choice(column, seen)


def _iso(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    return f"{year}-{month:0>2}-{day:0>2}"


def _of_choice(column: Column, text: str) -> str:
    if not text or not column.words:
        return text
    ask = column.ask
    known = (
        _YES_NO
        if ask.choices is None
        else {word: term.value for term in ask.choices for word in (term.chinese, term.value)}
    )
    if text not in known:
        raise BadCell(f"没有“{text}”这一项，应为：{'、'.join(column.words)}")
    return known[text]


def _eaten(text: str) -> BadCell:
    return BadCell(
        f"“{text}”是被电子表格改过的长数字，末尾几位已经丢失，不能还原；"
        "请先把整列设为“文本”格式，再按原件重新填写"
    )
