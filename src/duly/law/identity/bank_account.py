"""Bank accounts (收款账号), kept as text: leading zeros count."""

import re
from dataclasses import dataclass

from stdnum import luhn

from duly.law.identity.characters import half_width
from duly.law.identity.malformed import Malformed

FIELD = "bank_account"
WHAT = "账号"

_GROUPED = re.compile("[0-9]+(?:[ -][0-9]+)*")
_SHORTEST, _LONGEST = 8, 30
_WARNING = "账号未通过银行卡校验位（Luhn）检验：若是银行卡号请逐位核对，若是对公账号可以忽略"


@dataclass(frozen=True, slots=True)
class Checked:
    """An account number in digits alone, and a warning that does not stop it ("" if none)."""

    number: str
    warning: str


def check(text: str) -> Checked:
    """Return an account number without its grouping, with a warning; raises Malformed."""
    written = half_width(text, FIELD, WHAT)
    if not _GROUPED.fullmatch(written):
        raise Malformed(FIELD, "账号只能由数字组成，可以用单个空格或连字符分组")
    number = written.replace(" ", "").replace("-", "")
    if not _SHORTEST <= len(number) <= _LONGEST:
        raise Malformed(FIELD, f"账号应为{_SHORTEST}至{_LONGEST}位数字，现为{len(number)}位")
    if len(set(number)) == 1:
        raise Malformed(FIELD, "账号的各位数字完全相同，是样例而不是真实账号")
    return Checked(number, "" if luhn.is_valid(number) else _WARNING)
