"""Telephone numbers of the Chinese mainland: mobile, and landline with its area code."""

import re

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from duly.law.identity.characters import half_width
from duly.law.identity.malformed import Malformed

FIELD = "phone"
WHAT = "电话号码"

_FORM = re.compile(r"(?P<number>\+?[0-9()（） -]+?)(?:转(?P<extension>[0-9]{1,6}))?")
_MAINLAND = 86


def check(text: str) -> str:
    """Return a number as 13800000000, 020-87920000 or 020-87920000转123; raises Malformed."""
    found = _FORM.fullmatch(half_width(text, FIELD, WHAT))
    if found is None:
        raise Malformed(FIELD, "电话号码只能由数字、空格、连字符和括号组成，分机写作“转123”")
    number = _parsed(found["number"])
    kind = phonenumbers.number_type(number)
    extension = found["extension"]
    if kind == PhoneNumberType.FIXED_LINE:
        return _landline(number) + (f"转{extension}" if extension else "")
    if kind != PhoneNumberType.MOBILE:
        raise Malformed(FIELD, "应为手机号码，或带区号的固定电话号码，如020-87920000")
    if extension:
        raise Malformed(FIELD, "手机号码没有分机")
    return str(number.national_number)


def is_mobile(text: str) -> bool:
    """Return whether a valid number is a mobile one, to which messages can go."""
    return "-" not in check(text)


def _parsed(digits: str) -> phonenumbers.PhoneNumber:
    try:
        number = phonenumbers.parse(digits.replace("（", "(").replace("）", ")"), "CN")
    except phonenumbers.NumberParseException as refusal:
        raise Malformed(FIELD, "不是电话号码") from refusal
    if number.country_code != _MAINLAND:
        raise Malformed(FIELD, "只接受中国内地的电话号码；境外联系方式请另行登记")
    return number


def _landline(number: phonenumbers.PhoneNumber) -> str:
    area, *rest = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL).split()
    return f"{area}-{''.join(rest)}"
