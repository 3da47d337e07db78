"""执前督促履行 (二): who is eligible, and how it ends."""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import in_digits
from duly.law.effect import Effect
from duly.law.finding import Finding, Ground, Outcome, all_of, any_of, ground
from duly.law.money import NOTHING, Yuan
from duly.law.sources import clause
from duly.law.step import Answers

ATTEMPTS_THAT_FAIL = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know. None means not yet established."""

    on: date
    effect: Effect | None
    first_instance_here: bool | None
    served_by_public_notice: bool | None
    emergency: bool | None
    consented: bool | None
    can_be_reached: bool
    owing: Yuan | None
    paid: Yuan
    term_ends_on: date | None
    extended: bool
    warned_of_consequences: bool
    refused: bool
    attempts: int
    reached: int
    notice_issued: bool


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


def notice_was_issued(facts: Facts) -> Finding:
    """Return whether the urging notice has been issued (二(二)3)."""
    return all_of(
        "是否已发出告知书",
        (
            ground(
                clause("二(二)3"),
                facts.notice_issued,
                met="《执前督促履行告知书》已发出",
                not_met="《执前督促履行告知书》尚未发出",
                unknown="",
                change="先发出《执前督促履行告知书》",
            ),
        ),
    )


def may_record_refusal(facts: Facts) -> Finding:
    """Return whether a refusal may be put on record: only after due warning (二(三)附8)."""
    return all_of(
        "是否可以记录明确拒绝",
        (
            ground(
                clause("二(三)附8"),
                facts.warned_of_consequences,
                met="已依法告知义务及不履行的后果",
                not_met="还没有告知不履行后果的记录",
                unknown="",
                change="先告知义务及后果，并登记该次联系",
            ),
        ),
    )


def may_extend(facts: Facts) -> Finding:
    """Return whether the month may be extended: once, before it ends (二(二)2 “原则上”)."""
    basis = clause("二(二)2")
    running = facts.term_ends_on is not None and facts.on <= facts.term_ends_on
    return all_of(
        "是否可以延长督促期限",
        (
            ground(
                basis,
                not facts.extended,
                met="没有延长过",
                not_met="已经延长过一次",
                unknown="",
                change="转执行立案，或者由申请人撤回申请",
            ),
            ground(
                basis,
                running,
                met="督促期限尚未届满",
                not_met="督促期限已经届满",
                unknown="",
                change="转执行立案",
            ),
        ),
    )


def something_paid(facts: Facts) -> Finding:
    """Return whether the debtor performed in part or in full (二(二)2)."""
    return all_of(
        "是否部分履行或者履行完毕",
        (
            ground(
                clause("二(二)2"),
                facts.paid > NOTHING or facts.owing == NOTHING,
                met=f"已履行{facts.paid}",
                not_met="没有到账记录",
                unknown="",
                change="登记到账",
            ),
        ),
    )


def has_failed(facts: Facts) -> Finding:
    """Return whether urging has failed (督促不成), for any one reason (二(二)2)."""
    basis = clause("二(二)2")
    ends = facts.term_ends_on
    over = None if ends is None else facts.on > ends
    return any_of(
        "督促是否不成",
        (
            ground(
                basis,
                over,
                met="督促期限已经届满",
                not_met=f"督促期限至{in_digits(ends)}" if ends else "",
                unknown="督促期限尚未起算",
                change="等到督促期限届满",
            ),
            ground(
                clause("二(三)附8"),
                facts.refused,
                met="履行义务人明确拒绝履行，已记录在案",
                not_met="没有明确拒绝履行的记录",
                unknown="",
                change="履行义务人明确拒绝的，如实记录",
            ),
            ground(
                basis,
                facts.attempts >= ATTEMPTS_THAT_FAIL and facts.reached == 0,
                met=f"联系{facts.attempts}次均未取得联系",
                not_met=f"已联系{facts.attempts}次，取得联系{facts.reached}次",
                unknown="",
                change=f"联系{ATTEMPTS_THAT_FAIL}次以上仍无法取得联系",
            ),
        ),
    )


def has_emergency(facts: Facts) -> Finding:
    """Return whether an emergency arose during the month (二(一)1, by its logic)."""
    return all_of(
        "是否出现紧急情况",
        (
            ground(
                clause("二(一)1"),
                facts.emergency,
                met="有转移财产、逃避执行等紧急情况",
                not_met="没有认定紧急情况",
                unknown="没有认定紧急情况",
                change="认定“有转移财产、逃避执行等紧急情况”",
            ),
        ),
    )


def extension_is_bounded(facts: Facts, answers: Answers) -> Finding:
    """Return whether the new last day lies after the old one, by no more than a month."""
    basis = clause("二(二)2")
    until: date | None = answers.get("until")
    ends = facts.term_ends_on
    if until is None or ends is None:
        weighed = Ground(basis, Outcome.UNDECIDED, "没有填写延长至何日", "填写延长至何日")
    elif until <= ends:
        weighed = Ground(
            basis, Outcome.NOT_MET, f"{in_digits(until)}不晚于现在的届满日", "填写更晚的日期"
        )
    elif (until - ends).days > 31:
        weighed = Ground(basis, Outcome.NOT_MET, "延长超过一个月", "延长不超过一个月")
    else:
        weighed = Ground(basis, Outcome.MET, f"延长至{in_digits(until)}")
    return all_of("延长的期限是否适当", (weighed,))
