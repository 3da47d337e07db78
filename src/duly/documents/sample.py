"""Sample papers: synthetic values through the same code path as real matters."""

from collections.abc import Mapping
from datetime import date

from duly.documents.blank import Blank, Blanks, Rows
from duly.documents.court import CourtFace
from duly.documents.drawing import Drawn, draw_up
from duly.documents.templates import BlankKind, Template, declared, declared_rows
from duly.law.sources import Shelf
from duly.law.terms import Term

SAMPLE_COURT = CourtFace(name="广州市从化区人民法院", code="粤0117")
SOURCE = "示例数据"


class SampleCase(Term):
    """The three samples of each paper: between them every part is printed and left out."""

    USUAL = "usual", "常见情形"
    FULL = "full", "各部分都印，逐项有两项，对方是单位"
    SPARE = "spare", "可以不印的都不印，姓名很长"


# Printed in the usual case, though a paper can stand without them.
_SHOWN = ("案款账户", "提醒", "告知", "拘留起止", "和解账户", "车辆", "申请复议")
_UNIT = "示例（广州）供应链管理集团有限公司"
_DEBTORS = ("被告知人", "被执行人", "履行义务人", "受送达人")
_LONG = "阿卜杜热合曼·示例·麦麦提、示例（广州）供应链管理集团有限公司从化分公司"
_PARTIES = (*_DEBTORS, "申请执行人", "对方当事人", "债权人", "申请人", "异议人", "户名")


def sample_blanks(template: Template, case: SampleCase = SampleCase.USUAL) -> Blanks:
    """Return a sample value for every blank of a template."""
    single = {name: _sample(template, name, case) for name in template.blanks if _is_given(name)}
    rows = {
        group: Rows((_row(template, columns, case),) * (2 if case is SampleCase.FULL else 1))
        for group, columns in template.groups.items()
        if _is_printed(group, case)
    }
    return {**single, **rows}


def sample(
    template: Template,
    case: SampleCase = SampleCase.USUAL,
    *,
    on: date,
    court: CourtFace = SAMPLE_COURT,
    law: Shelf | None = None,
) -> Drawn:
    """Return a sample of a paper. Raises what draw_up raises."""
    return draw_up(template, sample_blanks(template, case), on=on, court=court, law=law)


def _is_printed(group: str, case: SampleCase) -> bool:
    if not declared_rows()[group].may_be_empty or case is SampleCase.FULL:
        return True
    return case is SampleCase.USUAL and group in _SHOWN


def _row(template: Template, columns: tuple[str, ...], case: SampleCase) -> Mapping[str, Blank]:
    return {name: _sample(template, name, case) for name in columns if _is_given(name)}


def _sample(template: Template, name: str, case: SampleCase) -> Blank:
    blank = declared()[name]
    value = template.sample.get(name, blank.sample)
    if case is SampleCase.FULL:
        value = blank.choices[-1] if blank.choices else _UNIT if name in _DEBTORS else value
    elif case is SampleCase.SPARE and name in _PARTIES:
        value = _LONG
    return Blank(value, SOURCE)


def _is_given(name: str) -> bool:
    return ":" not in name and declared()[name].kind is not BlankKind.BUILT_IN
