"""执前督促履行 (二(二)): what may happen during the month, and how it ends."""

from datetime import date

from duly.law.calendar import Calendar, Period, in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, any_of, ground
from duly.law.mechanism.pre_enforcement.facts import Facts
from duly.law.money import NOTHING
from duly.law.sources import clause
from duly.law.step import Answers

ATTEMPTS_THAT_FAIL = 3
REST = "未履行部分怎样处理"
LONGEST_EXTENSION = Period(months=1)


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
                supplied_by="pre_enforcement.issue_notice",
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
                supplied_by="record.record_contact",
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
                facts.paid > NOTHING or facts.performed is True,
                met=f"已履行{facts.paid}" if facts.paid > NOTHING else "已经履行完毕",
                not_met="没有到账或者履行行为的记录",
                unknown="",
                change="登记到账或者行为履行",
                supplied_by="record.record_payment",
            ),
        ),
    )


def rest_stays_open(facts: Facts, _: Answers) -> Finding:
    """Return what is left, and until when it may be applied for. It bars nothing (二(二)2)."""
    basis = clause("二(二)2")
    if facts.performed:
        return all_of(REST, (Ground(basis, Outcome.MET, "已经全部履行，没有未履行部分"),))
    until = f"至{in_digits(facts.limitation_on)}" if facts.limitation_on else "依法"
    left = f"尚欠{facts.owing}" if facts.owing else "尚有未履行的义务"
    words = f"{left}；归档不影响就未履行部分另行申请执行，申请执行时效{until}"
    return all_of(REST, (Ground(basis, Outcome.MET, words),))


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
                supplied_by="pre_enforcement.record_refusal",
            ),
            ground(
                basis,
                facts.attempts >= ATTEMPTS_THAT_FAIL and facts.reached == 0,
                met=f"联系{facts.attempts}次均未取得联系",
                not_met=f"已联系{facts.attempts}次，取得联系{facts.reached}次",
                unknown="",
                change=f"联系{ATTEMPTS_THAT_FAIL}次以上仍无法取得联系",
                supplied_by="record.record_contact",
            ),
        ),
    )


def still_owes(facts: Facts) -> Finding:
    """Return whether something is left to enforce: a performed debt is archived (二(二)2).

    What cannot be reckoned keeps nobody from enforcement.
    """
    return all_of(
        "是否还有未履行的义务",
        (
            ground(
                clause("二(二)2"),
                facts.performed is not True,
                met="义务尚未履行完毕",
                not_met="义务已经履行完毕，不再立案执行",
                unknown="",
                change="办理督促成功归档；到账登记有误的，先冲正",
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
                supplied_by="record.find_fact",
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
    elif until > _a_month_after(ends):
        limit = in_digits(_a_month_after(ends))
        weighed = Ground(basis, Outcome.NOT_MET, "延长超过一个月", f"最晚填{limit}")
    else:
        weighed = Ground(basis, Outcome.MET, f"延长至{in_digits(until)}")
    return all_of("延长的期限是否适当", (weighed,))


def _a_month_after(day: date) -> date:
    # The corresponding day itself: no calendar moves the bound of what people choose.
    return LONGEST_EXTENSION.reckon(day, Calendar.published()).raw_last_day
