"""Unified social credit codes (统一社会信用代码), GB 32100: 18 places and a check character."""

import re

from stdnum.cn.uscc import calc_check_digit

from duly.law.identity.characters import half_width
from duly.law.identity.malformed import Malformed

FIELD = "credit_code"
WHAT = "统一社会信用代码"

_LETTERS = "0-9A-HJ-NPQRTUWXY"
# python-stdnum wants a digit first; rural collectives (N2…) and others begin with a letter
_FORM = re.compile(f"[{_LETTERS}]{{2}}[0-9]{{6}}[{_LETTERS}]{{10}}")


def check(text: str) -> str:
    """Return a unified social credit code in capitals, or raise Malformed."""
    code = half_width(text, FIELD, WHAT).upper()
    if len(code) == 15 and code.isdecimal():
        raise Malformed(FIELD, "15位工商注册号已停止使用，请登记18位统一社会信用代码")
    if re.search("[IOSVZ]", code):
        raise Malformed(
            FIELD, "统一社会信用代码不使用字母I、O、S、V、Z，请核对是否为数字1、0、5、2"
        )
    if not _FORM.fullmatch(code):
        raise Malformed(FIELD, "统一社会信用代码应为18位数字和大写字母，其中第3至8位是数字")
    if calc_check_digit(code[:-1]) != code[-1]:
        raise Malformed(FIELD, "统一社会信用代码的校验码（第18位）不对，请逐位核对")
    return code
