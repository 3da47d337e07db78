"""Names of units (单位名称), as registered."""

import re
import unicodedata

from duly.law.identity.characters import HAN, trimmed
from duly.law.identity.malformed import Malformed
from duly.law.identity.person_name import OTHER_DOTS

FIELD = "name"
WHAT = "单位名称"

_FORM = re.compile(f"[{HAN}A-Za-z0-9（）·&＆、“”《》/.,'’+ -]+")
_BRACKETS = str.maketrans("()", "（）")
_LONGEST = 120


def check(text: str) -> str:
    """Return a unit's name in NFC, brackets full-width; raises Malformed."""
    name = unicodedata.normalize("NFC", trimmed(text, FIELD, WHAT)).translate(OTHER_DOTS)
    name = name.translate(_BRACKETS)
    if len(name) > _LONGEST:
        raise Malformed(FIELD, f"单位名称过长，最多{_LONGEST}个字")
    if re.fullmatch("[Xx]+|某+", name):
        raise Malformed(FIELD, f"“{name}”是待填写的空白，不是单位名称")
    if name.count("（") != name.count("）"):
        raise Malformed(FIELD, "单位名称中的括号不成对")
    if not _FORM.fullmatch(name) or not re.search("[^0-9 ]", name):
        raise Malformed(FIELD, "单位名称只能由汉字、字母、数字和登记所用的标点组成")
    if re.search(f"[{HAN}] +[{HAN}]", name):
        raise Malformed(FIELD, "单位名称的汉字之间不能有空格")
    return name
