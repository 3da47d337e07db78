"""What may stand in a blank: form, placeholders and samples left over."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime

from duly.documents.blank import Blank
from duly.documents.drawing.refusal import Reason, Refusal
from duly.documents.templates import BlankKind, Declared, declared

_DATE = re.compile(r"([1-9]\d{3})年([1-9]\d?)月([1-9]\d?)日", re.ASCII)
_MOMENT = re.compile(rf"({_DATE.pattern})(\d{{1,2}})时(\d{{2}})分((\d{{2}})秒)?", re.ASCII)
_YUAN = r"(\d{1,3}(,\d{3})*|\d+)\.\d{2}元"
# The law gives a range where there is no amount to reckon from: 50.00元至500.00元.
_MONEY = re.compile(rf"{_YUAN}(至{_YUAN})?", re.ASCII)
_CASE_NUMBER = re.compile(r"（\d{4}）\S+号", re.ASCII)
_ACCOUNT = re.compile(r"[0-9A-Za-z]([0-9A-Za-z -]*[0-9A-Za-z])?")
_LEFT_OVER = re.compile(
    r"×{2,}|(?<![A-Za-z0-9])[XＸ]{2,}(?![A-Za-z0-9])|_{2,}|＿{2,}|zdqz|\{\{|\}\}"
    r"|(?<![A-Za-z])None(?![A-Za-z])|\[bookmark"
)
_SAMPLES = {
    "户名": "张三",
    "账号": "0000-0000-0000-000",
    "开户行": "XX银行XX支行",
}
_FORMS = {
    BlankKind.DATE: (_DATE, "日期，写作2026年10月8日"),
    BlankKind.MOMENT: (_MOMENT, "时刻，写作2026年10月8日9时05分"),
    BlankKind.MONEY: (_MONEY, "金额，写作12,345.67元"),
    BlankKind.CASE_NUMBER: (_CASE_NUMBER, "案号，写作（2026）粤0117执1号"),
    BlankKind.ACCOUNT: (_ACCOUNT, "账号，只含数字、字母、空格和短横"),
}


def refusals(name: str, blank: Blank, label: str) -> Iterator[Refusal]:
    """Yield what is wrong with a value; `label` names the blank to the user."""
    if not blank.value.strip():
        yield Refusal(Reason.UNFILLED, name, f"空白项“{label}”未填")
        return
    if not blank.source.strip():
        yield Refusal(Reason.MALFORMED, name, f"空白项“{label}”没有注明出自哪一项记录")
    yield from _hidden(name, blank.value, label)
    left = left_over(blank.value)
    if left:
        yield Refusal(Reason.LEFT_OVER, name, f"空白项“{label}”留有占位内容“{left}”")
        return
    if _SAMPLES.get(name) == blank.value.strip() and not blank.verified:
        sentence = f"空白项“{label}”是样式中的示例“{blank.value}”，确属真实的须由专人核对后注明"
        yield Refusal(Reason.LEFT_OVER, name, sentence)
        return
    yield from _malformed(declared()[name], blank.value, label)


def left_over(text: str) -> str:
    """Return the first placeholder left in a text, or an empty string."""
    found = _LEFT_OVER.search(text)
    return found[0] if found else ""


def _malformed(blank: Declared, value: str, label: str) -> Iterator[Refusal]:
    form = _FORMS.get(blank.kind)
    if form and not (form[0].fullmatch(value) and _is_real(blank.kind, value)):
        yield Refusal(
            Reason.MALFORMED, blank.name, f"空白项“{label}”应为{form[1]}，不能是“{value}”"
        )
    if blank.choices and value not in blank.choices:
        allowed = "、".join(blank.choices)
        sentence = f"空白项“{label}”只能是{allowed}之一，不能是“{value}”"
        yield Refusal(Reason.MALFORMED, blank.name, sentence)
    if blank.kind is BlankKind.CAUSE and value.endswith("纠纷"):
        sentence = f"空白项“{label}”不带“纠纷”二字，样式中已有"
        yield Refusal(Reason.MALFORMED, blank.name, sentence)


def _is_real(kind: BlankKind, value: str) -> bool:
    """Tell whether a date or a moment of the right form is one of the calendar and the clock."""
    if kind not in {BlankKind.DATE, BlankKind.MOMENT}:
        return True
    numbers = [int(number) for number in re.findall(r"\d+", value)]
    try:
        datetime(*numbers)  # type: ignore[arg-type] # noqa: DTZ001 only tried, never kept
    except ValueError:
        return False
    return True


def is_hidden(character: str) -> bool:
    """Tell a character that shows nothing, turns the direction of writing, or is unassigned."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _hidden(name: str, value: str, label: str) -> Iterator[Refusal]:
    for character in dict.fromkeys(value):
        if character == "\n":
            sentence = f"空白项“{label}”含有换行，请写成一段"
            yield Refusal(Reason.MALFORMED, name, sentence)
        elif is_hidden(character):
            code = f"U+{ord(character):04X}"
            yield Refusal(Reason.MALFORMED, name, f"空白项“{label}”含有不可见字符{code}")
