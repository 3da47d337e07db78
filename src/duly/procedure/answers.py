"""What was typed into a step's form, read strictly: one check for pages, import and tests."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from duly.law import identity
from duly.law.identity import CaseNumber, Malformed
from duly.law.money import NOTHING, Refused, Yuan
from duly.law.step import Ask, AskKind
from duly.procedure import records
from duly.procedure.refusal import Unanswered
from duly.registry.models import Matter

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,5}")
_RATE = re.compile(r"(0|[1-9][0-9]{0,3})(\.[0-9]{1,6})?")
_EARLIEST, _LATEST = date(1949, 10, 1), date(2099, 12, 31)
_LONGEST = {AskKind.TEXT: 160, AskKind.LONG_TEXT: 4000, AskKind.NAME: 100}
# Controls, formats, surrogates, private use, unassigned, line and paragraph separators; and
# letters that print nothing.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_BLANKS = " \t\r\n\u00a0\u3000"


def read(
    asks: tuple[Ask, ...], typed: Mapping[str, str], matter: Matter | None, on: date
) -> dict[str, Any]:
    """Return the answers by name, each of the type that its kind asks for.

    Missing optional answers are None. What the step does not ask is not read: a name
    that is typed in besides has no effect. Raises Unanswered with every error at once.
    """
    answers: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for ask in asks:
        text = typed.get(ask.name, "").strip(_BLANKS)
        try:
            answers[ask.name] = _one(ask, text, matter, on)
        except (Malformed, Refused) as refusal:
            errors[ask.name] = f"{ask.chinese}：{refusal.message}"
        except ValueError as refusal:
            errors[ask.name] = f"{ask.chinese}：{refusal}"
    if errors:
        raise Unanswered(errors)
    return answers


def _one(ask: Ask, text: str, matter: Matter | None, on: date) -> Any:
    if ask.kind is AskKind.YES_NO:
        return _yes_no(text)
    if not text:
        if ask.required:
            raise ValueError("请选择" if ask.kind in _CHOSEN else "请填写")
        return None
    if ask.kind is AskKind.RECORD:
        return _record(ask, text, matter, on)
    if ask.kind is AskKind.CHOICE:
        return _choice(ask, text)
    return _short_enough(ask, _READERS[ask.kind](text))


_CHOSEN = frozenset({AskKind.CHOICE, AskKind.RECORD, AskKind.DATE})


def _short_enough(ask: Ask, answer: Any) -> Any:
    longest = ask.longest or _LONGEST.get(ask.kind)
    if isinstance(answer, str) and longest is not None and len(answer) > longest:
        raise ValueError(f"最多{longest}个字")
    return answer


def _yes_no(text: str) -> bool:
    if text in ("", "no"):
        return False
    if text == "yes":
        return True
    raise ValueError("请选择是或者否")


def _record(ask: Ask, text: str, matter: Matter | None, on: date) -> Any:
    found = records.find(ask.records, matter, text, on) if matter is not None else None
    if found is None:
        raise ValueError("没有这一项，请从列表中选择")
    return found


def _choice(ask: Ask, text: str) -> Any:
    if ask.choices is None or text not in {member.value for member in ask.choices}:
        raise ValueError("没有这一项，请从列表中选择")
    return ask.choices(text)


def _day(text: str) -> date:
    if not _DATE.fullmatch(text):
        raise ValueError("日期应为“年-月-日”，如2026-03-02，数字用半角")
    try:
        day = date.fromisoformat(text)
    except ValueError as impossible:
        raise ValueError(f"没有{text}这一天") from impossible
    if not _EARLIEST <= day <= _LATEST:
        raise ValueError(f"{text}不合理，应在1949年10月1日至2099年12月31日之间")
    return day


def _money(text: str) -> Yuan:
    amount = Yuan.of(text)
    if amount <= NOTHING:
        raise ValueError("金额应大于零")
    return amount


def _number(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError("应为整数，用半角数字，如0、15")
    return int(text)


def _line(text: str) -> str:
    return _words(text, allowed="")


def _lines(text: str) -> str:
    return _words(text.replace("\r\n", "\n"), allowed="\n")


def _words(text: str, *, allowed: str) -> str:
    normal = unicodedata.normalize("NFC", text)
    for character in normal:
        if character not in allowed and _is_unseen(character):
            raise ValueError(f"含有看不见的字符（U+{ord(character):04X}），请删去后重新填写")
    return normal


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or character in _BLANK_LETTERS


def _name(text: str) -> str:
    try:
        return identity.person_name.check(text)
    except Malformed as not_a_person:
        try:
            return identity.unit_name.check(text)
        except Malformed:
            raise not_a_person from None


def _case_number(text: str) -> CaseNumber:
    return CaseNumber.parse(text)


def _rate(text: str) -> Decimal:
    if not _RATE.fullmatch(text):
        raise ValueError("利率或者倍数应为半角数字，如3.45、1.5")
    return Decimal(text)


_READERS = {
    AskKind.TEXT: _line,
    AskKind.LONG_TEXT: _lines,
    AskKind.DATE: _day,
    AskKind.MONEY: _money,
    AskKind.NUMBER: _number,
    AskKind.PHONE: identity.phone.check,
    AskKind.ACCOUNT: lambda text: identity.bank_account.check(text).number,
    AskKind.NAME: _name,
    AskKind.CASE_NUMBER: _case_number,
    AskKind.IDENTIFIER: _line,
    AskKind.RATE: _rate,
}
