"""Characters that may not stand in any number or name, because nobody sees them."""

import re
import unicodedata

from duly.law.identity.malformed import Malformed

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\ufa0e-\ufa29\U00020000-\U0003ffff"

_SURROUNDING = " \t\r\n\u3000"
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_UNSEEN = re.compile(f"[{_BLANK_LETTERS}\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_FULL_WIDTH_DIGIT = re.compile("[\uff10-\uff19]")


def trimmed(text: str, field: str, what: str) -> str:
    """Return a text without surrounding spaces; refuse an empty one and unseen characters.

    `what` names the thing in the sentence of refusal.
    """
    seen = text.strip(_SURROUNDING)
    if not seen:
        raise Malformed(field, f"{what}不能为空")
    for place, character in enumerate(seen, start=1):
        if unicodedata.category(character) in _UNSEEN_CATEGORIES or _UNSEEN.match(character):
            code = f"U+{ord(character):04X}"
            raise Malformed(field, f"{what}第{place}个字符是不可见字符或控制字符（{code}），请删去")
    return seen


def half_width(text: str, field: str, what: str) -> str:
    """Return a text trimmed and free of full-width digits, which look right and are not."""
    seen = trimmed(text, field, what)
    if _FULL_WIDTH_DIGIT.search(seen):
        raise Malformed(field, f"{what}含有全角数字，请改用半角数字0—9")
    return seen
