"""Case numbers (案号): （收案年度）法院代字+类型代字+案件编号+号, 法〔2015〕137号."""

import re
from dataclasses import dataclass

from duly.law.identity.characters import half_width
from duly.law.identity.malformed import Malformed

FIELD = "case_number"
WHAT = "案号"

_HIGH_COURTS = "京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云藏陕甘青宁新兵军"
_COURT = rf"最高法|[\u4e00-\u9fff]{{1,2}}[0-9]{{2,4}}|[{_HIGH_COURTS}]"
_FORM = re.compile(
    rf"[（(](?P<year>[0-9]{{4}})[）)](?P<court>{_COURT})"
    r"(?P<kind>[\u4e00-\u9fff]{1,4})(?P<serial>[0-9]+)号"
)
_OLD_FORM = re.compile(
    r"[（(](?P<year>[0-9]{4})[）)](?P<court>[\u4e00-\u9fff0-9]{1,20})字第(?P<serial>[0-9]+)号"
)
_LONGEST_SERIAL = 9
_YEARS = range(1949, 2100)


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number taken apart. Two kinds are equal only if written the same.

    `kind` is the type code (类型代字), None in the old 字第 form, which is kept as
    written and whose `court` is all that stands before 字第.
    """

    year: int
    court: str
    kind: str | None
    serial: int
    canonical: str

    @classmethod
    def parse(cls, text: str) -> "CaseNumber":
        """Read a case number; half-width brackets are turned into full-width ones.

        Raises Malformed naming the rule that is broken.
        """
        written = half_width(text, FIELD, WHAT)
        found = (_OLD_FORM if "字第" in written else _FORM).fullmatch(written)
        if found is None:
            raise Malformed(FIELD, _why_not(written))
        parts = found.groupdict()
        serial = _serial(parts["serial"])
        year = _year(parts["year"])
        kind = parts.get("kind")
        joint = kind if kind is not None else "字第"
        canonical = f"（{year}）{parts['court']}{joint}{serial}号"
        return cls(year, parts["court"], kind, serial, canonical)

    def __str__(self) -> str:
        return self.canonical


def _year(digits: str) -> int:
    year = int(digits)
    if year not in _YEARS:
        raise Malformed(FIELD, f"案号的收案年度“{digits}”不合理")
    return year


def _serial(digits: str) -> int:
    if digits.startswith("0"):
        raise Malformed(FIELD, "案件编号应为从1开始的整数，前面不补零")
    if len(digits) > _LONGEST_SERIAL:
        raise Malformed(FIELD, f"案件编号过长，最多{_LONGEST_SERIAL}位")
    return int(digits)


def _why_not(written: str) -> str:
    if re.search(r"\s", written):
        return "案号中间不能有空格"
    if re.search("[×Xx]{1,}", written):
        return "案号中的××尚未填写"
    if written[0] in "〔[【":
        return "案号的年度应放在圆括号（）内"
    if re.search("号.", written):
        return "案号到“号”字为止；“之一”等是文书序号，不属于案号"
    return (
        "案号应为“（收案年度）法院代字+类型代字+案件编号+号”，"
        "如（2022）粤0117执123号，类型代字为1至4个汉字"
    )
