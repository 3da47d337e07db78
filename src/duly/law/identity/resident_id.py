"""Resident identity numbers (公民身份号码), GB 11643: 18 places, check digit and a real date."""

import re
from datetime import date

from stdnum.cn.ric import calc_check_digit

from duly.law.identity.characters import half_width
from duly.law.identity.malformed import Malformed

FIELD = "resident_id"
WHAT = "身份证号码"

_FORM = re.compile("[1-9][0-9]{16}[0-9X]")
_OLD_FORM = re.compile("[1-9][0-9]{14}")
_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_FOREIGN_RESIDENT = "9"
_FIRST_YEAR = 1880


def check(text: str, *, on: date | None = None) -> str:
    """Return a resident identity number with a capital X, or raise Malformed.

    The check digit and the date of birth must both be right; with `on`, a date of
    birth after it is refused.
    """
    number = half_width(text, FIELD, WHAT).upper()
    _check_form(number)
    birth = _birth(number)
    if on is not None and birth > on:
        raise Malformed(FIELD, f"身份证号码中的出生日期{birth}晚于{on}")
    if calc_check_digit(number) != number[-1]:
        raise Malformed(FIELD, "身份证号码的校验码（第18位）不对，请逐位核对")
    return number


def birth_date(text: str) -> date:
    """Return the date of birth in a valid number; raises Malformed."""
    return _birth(check(text))


def sex(text: str) -> str:
    """Return 男 or 女 by the seventeenth place of a valid number; raises Malformed."""
    return "男" if int(check(text)[16]) % 2 else "女"


def _check_form(number: str) -> None:
    if _OLD_FORM.fullmatch(number):
        raise Malformed(FIELD, "15位旧身份证号码已停止使用，请登记18位号码")
    if not _FORM.fullmatch(number):
        raise Malformed(FIELD, "身份证号码应为18位：前17位是数字，最后一位是数字或X")
    if not _PROVINCE.match(number) and number[0] != _FOREIGN_RESIDENT:
        raise Malformed(FIELD, f"身份证号码的前两位“{number[:2]}”不是省级区划代码")


def _birth(number: str) -> date:
    digits = number[6:14]
    try:
        birth = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        birth = None
    if birth is None or birth.year < _FIRST_YEAR:
        raise Malformed(FIELD, f"身份证号码中的出生日期“{digits}”不是真实的日期")
    return birth
