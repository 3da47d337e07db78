"""执前督促履行 (二(一)): who may enter, and who is filed for enforcement at once."""

from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.mechanism.pre_enforcement.facts import Facts
from duly.law.mechanism.preservation import outlasts
from duly.law.sources import clause
from duly.law.step import Answers


def eligible(facts: Facts) -> Finding:
    """Return whether the matter may enter pre-enforcement urging (二(一)1–2, 二(三)附3–4)."""
    return all_of(
        "是否适用执前督促履行",
        (
            *is_effective(facts).grounds,
            own_instrument(facts),
            not_public_notice(facts),
            no_emergency(facts),
            consent(facts),
            reachable(facts),
        ),
    )


def is_effective(facts: Facts) -> Finding:
    """Return whether the instrument has taken effect, with the reasons (二(三)附4)."""
    if facts.effect is None:
        basis = clause("二(三)附4")
        missing = Ground(basis, Outcome.UNDECIDED, "文书尚未登记", "登记生效法律文书")
        return all_of("法律文书是否已经生效", (missing,))
    return facts.effect.finding


def own_instrument(facts: Facts) -> Ground:
    """Return the ground that this court was first instance (二(三)附4)."""
    return ground(
        clause("二(三)附4"),
        facts.first_instance_here,
        met="本院是一审法院",
        not_met="一审法院不是本院，不适用执前督促",
        unknown="一审法院尚未登记",
        change="执前督促只适用于本院一审的生效法律文书；正常立案执行",
    )


def not_public_notice(facts: Facts) -> Ground:
    """Return the ground that the instrument was not served by public notice (二(一)1)."""
    fact = None if facts.served_by_public_notice is None else not facts.served_by_public_notice
    return ground(
        clause("二(一)1"),
        fact,
        met="生效法律文书不是公告送达",
        not_met="生效法律文书系公告送达，不适用执前督促",
        unknown="生效法律文书的送达方式尚未登记",
        change="公告送达的案件正常立案，进入强制执行程序",
    )


def no_emergency(facts: Facts) -> Ground:
    """Return the ground that there is no flight of assets or other emergency (二(一)1)."""
    return ground(
        clause("二(一)1"),
        None if facts.emergency is None else not facts.emergency,
        met="没有转移财产、逃避执行等紧急情况",
        not_met="有转移财产、逃避执行等紧急情况，不适用执前督促",
        unknown="有没有转移财产、逃避执行等紧急情况，尚未询问",
        change="由立案庭询问并记录；有紧急情况的，正常立案执行",
    )


def consent(facts: Facts) -> Ground:
    """Return the ground that the applicant agrees (二(一)2)."""
    return ground(
        clause("二(一)2"),
        facts.consented,
        met="申请执行人同意",
        not_met="申请执行人不同意",
        unknown="尚未询问申请执行人",
        change="询问申请执行人；不同意的，正常立案执行",
    )


def reachable(facts: Facts) -> Ground:
    """Return the ground that the applicant gave the debtor's contact details (二(一)2)."""
    return ground(
        clause("二(一)2"),
        facts.can_be_reached,
        met="申请人提供了债务人的具体联系方式",
        not_met="没有债务人的具体联系方式",
        unknown="",
        change="由申请人补充债务人的电话；不能提供的，正常立案执行",
    )


def outlasts_no_preservation(facts: Facts, answers: Answers) -> Finding:
    """Return whether urging ends before every preservation; told, and never a bar."""
    ends_on = answers.get("until") or facts.urging_ends_on
    return outlasts(facts.preservations, ends_on, on=facts.on)


def may_consent(facts: Facts) -> Finding:
    """Return whether asking for consent has a point: nothing excludes the matter (二(一)1)."""
    return all_of(
        "是否可以转入执前督促",
        (*is_effective(facts).grounds, own_instrument(facts), not_public_notice(facts)),
    )


def consent_answers(facts: Facts, answers: Answers) -> Finding:
    """Return whether the applicant's answers allow urging (二(一)1–2)."""
    emergency = bool(answers.get("emergency"))
    reached = facts.can_be_reached or bool(answers.get("debtor_phone"))
    return all_of(
        "申请人的答复是否符合条件",
        (
            ground(
                clause("二(一)1"),
                not emergency,
                met="没有紧急情况",
                not_met="有转移财产、逃避执行等紧急情况",
                unknown="",
                change="改选“直接立案执行”",
            ),
            ground(
                clause("二(一)2"),
                reached,
                met="有债务人的联系方式",
                not_met="没有债务人的具体联系方式",
                unknown="",
                change="填写债务人的电话；没有的，改选“直接立案执行”",
            ),
        ),
    )
