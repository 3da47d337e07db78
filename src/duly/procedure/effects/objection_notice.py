"""What the steps of an objection change."""

from duly.documents.queries import issued_of
from duly.law.mechanism.objection_notice.facts import Ending, Ruling
from duly.law.mechanism.objection_notice.steps import NoticeReceipt
from duly.law.terms import ProceedingKind, ServiceMethod
from duly.procedure.act import Act
from duly.procedure.facts.defaulter_warning import debtor as objector
from duly.procedure.models import Abuse, Objection, StepTaken
from duly.procedure.refusal import StepNotAllowed, Unanswered
from duly.registry import actions as registry
from duly.registry.numbering import file_proceeding


def record_signature(act: Act) -> None:
    """Record that the objector signed for the notice, or that it was left with him (三(四)2)."""
    given, objection = act.answers, _objection(act)
    notice = issued_of(act.matter.pk, "objection-notice").filter(recipient=objection.objector)
    paper = notice.first()
    if paper is not None:
        left = given["how"] is NoticeReceipt.LEFT
        registry.record_service(
            party=objector(act.course),
            instrument=None,
            paper_id=paper.pk,
            method=ServiceMethod.LEAVING if left else ServiceMethod.PERSONAL,
            acted_date=given["signed_on"],
            evidence=given["evidence"],
            circumstances={"signed_on": given["signed_on"].isoformat(), "recorded": left},
            by=act.actor,
            at=act.at,
        )
    objection.notice_signed_date = given["signed_on"]
    objection.save(update_fields=["notice_signed_date"])


def file(act: Act) -> None:
    """Give the objection its 执异 number. Raises NoTypeCode where the court has set no code."""
    act.course.proceeding = file_proceeding(
        matter=act.matter, kind=ProceedingKind.OBJECTION, on=act.on
    )
    act.course.save(update_fields=["proceeding"])


def refuse(act: Act) -> None:
    """End a repeated objection: 不予受理 (执行异议复议规定 15)."""
    _close(act, Ending.REFUSED.value)


def withdraw(act: Act) -> None:
    """End an objection that its objector withdrew; it cannot be brought again."""
    _close(act, Ending.WITHDRAWN.value)


def decide(act: Act) -> None:
    """Rule on an objection; whoever carried the enforcement out takes no part (规定 11)."""
    handled = StepTaken.objects.filter(
        course__matter=act.matter,
        course__mechanism__in=("enforcement", "defaulter_warning"),
        actor=act.actor,
    )
    if handled.exists():
        raise StepNotAllowed(
            "办理本案执行实施的人员不得参与异议审查（执行异议复议规定第11条），应由另一名法官裁定"
        )
    objection = _objection(act)
    objection.outcome = act.answers["outcome"].value
    objection.measure = act.answers["measure"]
    objection.save(update_fields=["outcome", "measure"])


def end(act: Act) -> None:
    """Close the proceeding of an objection whose remedies are over."""
    _close(act, _objection(act).outcome)


def end_remedy(act: Act) -> None:
    """Take over the outcome of the reconsideration or of the suit."""
    _close(act, act.answers["final_outcome"].value)


def find_abuse(act: Act) -> None:
    """Find one of the twelve acts, with reasons; fines and detention are decided elsewhere."""
    objection, given = _objection(act), act.answers
    if objection.abuses.filter(act=given["act"].value).exists():
        raise Unanswered({"act": "行为：这一行为已经认定"})
    Abuse.objects.create(
        objection=objection, act=given["act"].value, reasons=given["reasons"], found_at=act.at
    )


def _objection(act: Act) -> Objection:
    found: Objection = act.course.objection
    return found


def _close(act: Act, outcome: str) -> None:
    objection = _objection(act)
    objection.outcome, objection.ended_date = outcome, act.on
    objection.save(update_fields=["outcome", "ended_date"])
    proceeding = act.course.proceeding
    if proceeding is not None:
        proceeding.closed_date, proceeding.outcome = act.on, outcome_name(outcome)
        proceeding.save(update_fields=["closed_date", "outcome"])


def outcome_name(value: str) -> str:
    """Return the Chinese name of an outcome as kept with the objection."""
    return next((one.chinese for one in (*Ruling, *Ending) if one.value == value), value)


EFFECTS = {
    "record_signature": record_signature,
    "file": file,
    "refuse": refuse,
    "withdraw": withdraw,
    "decide": decide,
    "end": end,
    "end_remedy": end_remedy,
    "find_abuse": find_abuse,
}
