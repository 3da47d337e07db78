"""直接立案 (二(一)1–2): why an application is filed for enforcement without urging."""

from collections.abc import Callable

from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.mechanism.pre_enforcement.facts import Facts
from duly.law.sources import clause
from duly.law.step import Answers
from duly.law.terms import Term


class DirectReason(Term):
    """Why an application is filed for enforcement without urging (二(一)1–2)."""

    DECLINED = "declined", "申请人不同意执前督促"
    UNREACHABLE = "unreachable", "申请人不能提供债务人的具体联系方式"
    PUBLIC_NOTICE = "public_notice", "生效法律文书系公告送达"
    EMERGENCY = "emergency", "有转移财产、逃避执行等紧急情况"
    NOT_OWN = "not_own", "一审法院不是本院"
    UNSUITABLE = "unsuitable", "其他不适合督促的情形"


def reason_is_true(facts: Facts, answers: Answers) -> Finding:
    """Return whether the reason for filing without urging is what the record shows (二(一)1–2).

    An emergency is found with this answer; what is unsuitable is the clerk's judgment.
    """
    reason: DirectReason | None = answers.get("reason")
    return all_of(
        "直接立案的原因是否与记录一致",
        (_borne_out(reason, facts) if reason in _KNOWN else _for_a_person(reason),),
    )


def _borne_out(reason: DirectReason, facts: Facts) -> Ground:
    known, change = _KNOWN[reason]
    fact = known(facts)
    return ground(
        clause("二(一)2"),
        fact,
        met=f"{reason.chinese}，与记录一致",
        not_met=f"记录与“{reason.chinese}”不符",
        unknown=f"记录不能说明“{reason.chinese}”",
        change=change,
    )


def _for_a_person(reason: DirectReason | None) -> Ground:
    named = reason.chinese if reason else "没有选择原因"
    return Ground(clause("二(一)1"), Outcome.MET, f"{named}：由立案人员写明")


_KNOWN: dict[DirectReason, tuple[Callable[[Facts], bool | None], str]] = {
    DirectReason.DECLINED: (
        lambda facts: facts.consented is None,
        "申请人已经同意而又反悔的，选“其他不适合督促的情形”并写明",
    ),
    DirectReason.UNREACHABLE: (
        lambda facts: not facts.can_be_reached,
        "已登记债务人的联系方式；联系方式无效的，选“其他不适合督促的情形”并写明",
    ),
    DirectReason.PUBLIC_NOTICE: (
        lambda facts: facts.served_by_public_notice,
        "登记生效法律文书的公告送达",
    ),
    DirectReason.NOT_OWN: (
        lambda facts: None if facts.first_instance_here is None else not facts.first_instance_here,
        "核对登记的一审法院",
    ),
}
