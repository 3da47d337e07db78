"""Names of natural persons (姓名): one spelling for each, nothing in them that nobody sees."""

import re
import unicodedata

from duly.law.identity.characters import HAN, trimmed
from duly.law.identity.malformed import Malformed

FIELD = "name"
WHAT = "姓名"

MIDDLE_DOT = "·"
OTHER_DOTS = str.maketrans(dict.fromkeys("•‧∙⋅・･᛫", MIDDLE_DOT))

_HAN_NAME = re.compile(f"[{HAN}]+(?:{MIDDLE_DOT}[{HAN}]+)*")
_LATIN_NAME = re.compile("[^\\W\\d_]+(?:(?:[ '’-]|\\. ?|, )[^\\W\\d_]+)*\\.?")
_PLACEHOLDER = re.compile("[Xx]+|某+")
_LONGEST = 64


def check(text: str) -> str:
    """Return a name in NFC with · as its middle dot, or raise Malformed.

    Every Han character of Unicode is a name's character, however rare.
    """
    name = unicodedata.normalize("NFC", trimmed(text, FIELD, WHAT)).translate(OTHER_DOTS)
    if len(name) > _LONGEST:
        raise Malformed(FIELD, f"姓名过长，最多{_LONGEST}个字")
    if _PLACEHOLDER.fullmatch(name):
        raise Malformed(FIELD, f"“{name}”是待填写的空白，不是姓名")
    if not (_HAN_NAME.fullmatch(name) or _is_latin(name)):
        raise Malformed(FIELD, _why_not(name))
    return name


def _is_latin(name: str) -> bool:
    letters = (letter for letter in name if letter.isalpha())
    return _LATIN_NAME.fullmatch(name) is not None and all(
        unicodedata.name(letter, "").startswith("LATIN ") for letter in letters
    )


def _why_not(name: str) -> str:
    if any(unicodedata.category(character) == "Co" for character in name):
        return "姓名含有自造字编码（私用区），请改用国家标准编码的字"
    if re.search(r"\s", name):
        return "汉字姓名中间不能有空格"
    if re.search("[0-9\uff10-\uff19]", name):
        return "姓名中不能有数字"
    if re.search("[.．。,，、*×]", name) or MIDDLE_DOT in name:
        return "姓名中的间隔号应写作“·”，只能在两个汉字之间，且不能连用"
    return "姓名只能由汉字和间隔号“·”组成，或者全部由拉丁字母组成；曾用名等请另行登记"
