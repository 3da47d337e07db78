"""Sample papers: synthetic values through the same code path as real matters."""

from collections.abc import Mapping
from datetime import date

from duly.documents.blank import Blank, Blanks, Rows
from duly.documents.court import CourtFace
from duly.documents.drawing import Drawn, draw_up
from duly.documents.templates import BlankKind, Template, declared, declared_rows, load

SAMPLE_COURT = CourtFace(name="广州市从化区人民法院", code="粤0117")
SOURCE = "示例数据"


def sample_blanks(template: Template) -> Blanks:
    """Return a sample value for every blank of a template, optional groups left out."""
    single = {name: _sample(template, name) for name in template.blanks if _is_given(name)}
    rows = {
        group: Rows((_row(template, columns),))
        for group, columns in template.groups.items()
        if not declared_rows()[group].may_be_empty or group in _SHOWN
    }
    return {**single, **rows}


_SHOWN = ("案款账户", "提醒", "告知", "拘留起止", "和解账户", "车辆", "申请复议")


def sample(template_id: str, *, on: date, court: CourtFace = SAMPLE_COURT) -> Drawn:
    """Return a sample of a paper. Raises what draw_up raises."""
    return draw_up(template_id, sample_blanks(load(template_id)), on=on, court=court)


def _row(template: Template, columns: tuple[str, ...]) -> Mapping[str, Blank]:
    return {name: _sample(template, name) for name in columns if _is_given(name)}


def _sample(template: Template, name: str) -> Blank:
    return Blank(template.sample.get(name, declared()[name].sample), SOURCE)


def _is_given(name: str) -> bool:
    return ":" not in name and declared()[name].kind is not BlankKind.BUILT_IN
