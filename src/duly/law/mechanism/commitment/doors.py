"""The lawful door by which each measure may be lifted for a time (三(五)2(2)).

The mechanism speaks of 临时修复 alone; the law knows no such thing. What it knows differs
by measure, and is shown to the judge before he asks for approval.
"""

from datetime import date

from duly.law.calendar import Calendar, Period, in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.mechanism.commitment.facts import CONSUMPTION, DEFAULTERS, Facts, Lifting
from duly.law.sources import article, clause
from duly.law.step import Answers
from duly.law.terms import MeasureKind

RELISTING_BAR = Period(months=6)


def barred_until(deleted_on: date, calendar: Calendar) -> date:
    """Return the last day on which the applicant's request to list again is not supported.

    失信规定 10, paragraph 4: six months after a deletion on the applicant's written consent.
    A corresponding day: it does not move past rest days, for it bars and asks no act.
    """
    return RELISTING_BAR.reckon(deleted_on, calendar).raw_last_day


def doors_are_open(facts: Facts) -> Finding:
    """Return whether the law has a door for each measure that the repair asks to lift."""
    question = "各项措施有没有依法可以临时解除的途径"
    if not facts.measures:
        return all_of(
            question,
            (
                Ground(
                    clause("三(五)2(2)"),
                    Outcome.NOT_MET,
                    "申请解除的措施现在没有实施",
                    "不予临时修复，结束本程序",
                ),
            ),
        )
    return all_of(question, tuple(_door(facts, one) for one in facts.measures))


def _door(facts: Facts, measure: Lifting) -> Ground:
    if measure.kind is MeasureKind.CONSUMPTION_RESTRICTION:
        return _consumption(facts)
    return _early_deletion(facts) if measure.has_term else _on_consent(facts)


def _on_consent(facts: Facts) -> Ground:
    return ground(
        article(DEFAULTERS, 10, on=facts.on),
        facts.consented_on is not None,
        met="失信信息没有期限：申请执行人书面同意的，依第十条第一款第三项审查删除；"
        "删除后六个月内，申请执行人申请再纳入的不予支持，恢复只能由本院依职权决定",
        not_met="没有申请执行人书面同意，不能依第十条第一款第三项删除",
        unknown="",
        change="征得申请执行人书面同意并登记",
    )


def _early_deletion(facts: Facts) -> Ground:
    return ground(
        article(DEFAULTERS, 2, on=facts.on),
        facts.corrected,
        met="失信信息有期限，不适用第十条第一款：已认定积极履行或者主动纠正，可以依第二条第二款提前删除",
        not_met="失信信息有期限，不适用第十条第一款；没有认定积极履行或者主动纠正，"
        "不能依第二条第二款提前删除",
        unknown="失信信息有期限，不适用第十条第一款，只能依第二条第二款提前删除；"
        "是否积极履行或者主动纠正，尚未认定",
        change="由执行法官认定是否积极履行义务或者主动纠正失信行为",
    )


def _consumption(facts: Facts) -> Ground:
    lifts_listing = any(one.kind is MeasureKind.DEFAULTER_LISTING for one in facts.measures)
    stays = facts.listed and not lifts_listing
    caution = "；但仍在失信名单内的应当限制消费（第一条），个别必需消费可以依第八条单次准许"
    return ground(
        article(CONSUMPTION, 9, on=facts.on),
        facts.consented_on is not None,
        met="申请执行人同意的，可以解除限制消费" + (caution if stays else ""),
        not_met="申请执行人没有同意，不能解除限制消费",
        unknown="",
        change="征得申请执行人同意并登记；生活或者经营必需的，可以申请单次准许",
    )


def days_are_bounded(facts: Facts) -> Finding:
    """Return whether the days of a repair are in order and still ahead; warn of a late promise."""
    first, last, promise = facts.repair_from, facts.repair_until, facts.promised_on
    basis = clause("三(五)2(2)")
    known = first is not None and last is not None and promise is not None
    if not known or first is None or last is None or promise is None:
        return all_of(
            "修复期限是否适当",
            (Ground(basis, Outcome.UNDECIDED, "没有修复起止日和承诺日", "登记起止日和承诺日"),),
        )
    late = f"；注意：修复期至{in_digits(last)}，晚于承诺履行完毕日{in_digits(promise)}"
    return all_of(
        "修复期限是否适当",
        (
            ground(
                basis,
                first <= last and facts.on <= last,
                met=f"自{in_digits(first)}至{in_digits(last)}" + (late if last > promise else ""),
                not_met=f"修复止日{in_digits(last)}早于起日或者已经过去",
                unknown="",
                change="不予临时修复；需要的另行申请",
            ),
            ground(
                basis,
                facts.on <= promise,
                met=f"承诺于{in_digits(promise)}前履行完毕",
                not_met=f"承诺履行完毕日{in_digits(promise)}已经过去",
                unknown="",
                change="不予临时修复；需要的另行申请",
            ),
        ),
    )


def lifted_within_the_repair(facts: Facts, answers: Answers) -> Finding:
    """Return whether the measures were lifted within the days that the president approved."""
    day: date | None = answers.get("done_on")
    first, last = facts.repair_from, facts.repair_until
    within = None if None in (day, first, last) else first <= day <= last  # type: ignore[operator]
    return all_of(
        "解除日期是否在修复期内",
        (
            ground(
                clause("三(五)2(2)"),
                within,
                met="在批准的修复期内",
                not_met="不在批准的修复期内",
                unknown="日期尚未查明",
                change="更正办结日期；修复期已过而没有解除的，不予临时修复",
            ),
        ),
    )
