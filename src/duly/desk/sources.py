"""Where each filled blank of a paper comes from, and the page on which it is corrected."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from duly.documents.drawing import Drawn
from duly.law.mechanism import MECHANISMS
from duly.procedure.models import Course
from duly.registry.models import Matter

# What a source begins with, and the step of the case record that corrects what it names.
BY_STEP = {
    "当事人信息": "complete_party",
    "当事人类别": "complete_party",
    "责任人员登记": "complete_party",
    "联系方式": "add_contact_point",
    "联系记录": "record_contact",
    "送达": "record_service",
    "义务登记": "withdraw_obligation",
    "到账记录": "record_payment",
    "账目": "record_payment",
    "截至": "record_payment",
    "行为认定": "withdraw_fact",
    "失信情形认定": "withdraw_fact",
    "主要义务认定": "withdraw_fact",
}
# And the part of the matter's page where it stands with the step that changes it.
BY_PART = {
    "生效法律文书": "instruments",
    "立案登记": "timeline",
    "案件登记": "timeline",
    "执行立案": "timeline",
    "案卷": "papers",
    "文书登记": "papers",
    "收款账户": "actions",
    "执行申请": "timeline",
    "执行和解协议": "timeline",
    "临时修复申请": "timeline",
    "纠正申请": "timeline",
    "执行异议": "timeline",
    "裁定异议": "timeline",
    "不予受理": "timeline",
    "调解员指派": "timeline",
    "自动履行证明书": "papers",
    "原纳入失信决定": "papers",
    "纳入失信决定": "papers",
    "限制消费令": "papers",
    "提醒": "papers",
    "督促期限": "deadlines",
    "解除期限": "deadlines",
    "拘留决定": "papers",
    "执行拘留登记": "timeline",
    "失信名单管理": "measures",
    "恢复措施": "measures",
}
# What was typed into the form of this step, or of the proposal that it decides.
TYPED = ("办理时填写", "移送时填写", "报请", "申请材料", "提醒的限期")
# What follows from the post of whoever acts, and from the law.
FOLLOWS = (
    "《",
    "办理人",
    "岗位",
    "文书日期",
    "办理日期",
    "发出之日",
    "三个工作日内",
    "失信规定",
    "诉讼费用交纳办法",
)
SETTINGS = ("法院设置", "本院设置")


@dataclass(frozen=True, slots=True)
class Source:
    """One blank: what was filled in, the fact that it is from, and where that is corrected.

    `address` is empty where nothing is typed: the blank follows from the law or a post.
    """

    blank: str
    value: str
    source: str
    place: str
    address: str


def sources(drawn: Drawn, matter: Matter, form: str = "") -> tuple[Source, ...]:
    """Return the blanks of a paper; `form` is the address at which this step is filled in."""
    record = Course.objects.filter(matter=matter, mechanism="record").first()
    spans = {
        (span.blank, span.text): span.source
        for paragraph in drawn.paragraphs
        for span in paragraph.spans
        if span.blank and not span.blank.startswith("条文:")
    }
    return tuple(
        Source(blank, value, source, *place(source, matter, record, form))
        for (blank, value), source in spans.items()
    )


def place(source: str, matter: Matter, record: Course | None, form: str = "") -> tuple[str, str]:
    """Return the name of the place where a source is corrected, and its address."""
    page = reverse("desk:matter", kwargs={"matter_id": matter.pk})
    step = _first(BY_STEP, source)
    if step and record is not None:
        where = {"matter_id": matter.pk, "course_id": record.pk, "name": step}
        return _(MECHANISMS["record"].step(step).chinese), reverse("desk:step", kwargs=where)
    if source.startswith(SETTINGS):
        return _("法院设置"), reverse("desk:settings")
    if source.startswith(TYPED):
        return (_("办理时填写的内容"), form) if form else (_("经过"), f"{page}#timeline")
    if source.startswith(FOLLOWS):
        return "", ""
    return _("案件页面"), f"{page}#{_first(BY_PART, source)}"


def _first(places: dict[str, str], source: str) -> str:
    return next((to for prefix, to in places.items() if source.startswith(prefix)), "")
