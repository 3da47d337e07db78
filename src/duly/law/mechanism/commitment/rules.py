"""信用承诺 (三(五)2): consent, performance, breach, good reason, and what is restored."""

from duly.law.calendar import in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, any_of, ground
from duly.law.mechanism import stay
from duly.law.mechanism.commitment.facts import REPAIR, REWARD, SETTLED, Facts
from duly.law.sources import cite, clause
from duly.law.terms import CommitmentKind


def settlement_runs(facts: Facts) -> Finding:
    """Return whether the settlement that is promised to be kept is still running."""
    return all_of(
        "和解协议是否正在履行",
        (
            ground(
                clause(SETTLED),
                not facts.settlement_ended,
                met="和解协议正在履行",
                not_met="和解协议已经认定履行或者违反",
                unknown="",
                change="不必再出具承诺书",
            ),
        ),
    )


def has_consent(facts: Facts) -> Finding:
    """Return whether the applicant has agreed to the repair (三(五)2(2) 征得申请执行人同意)."""
    day = facts.consented_on
    return all_of(
        "申请执行人是否同意临时修复",
        (
            ground(
                clause(REPAIR),
                day is not None,
                met=f"申请执行人已于{in_digits(day)}同意" if day else "",
                not_met="没有申请执行人同意的记录",
                unknown="",
                change="征得申请执行人同意并登记；不同意的，不予临时修复",
            ),
        ),
    )


def promise_kept(facts: Facts) -> Finding:
    """Return whether the debt, or the settlement, has been performed in full (三(五)2(3))."""
    debt = ground(
        clause(REWARD),
        facts.performed,
        met="债务已经履行完毕",
        not_met=f"尚欠{facts.owing}" if facts.owing else "债务尚未履行完毕",
        unknown="应付数额尚不能算出",
        change="登记到账",
        supplied_by="record.record_payment",
    )
    if facts.kind is CommitmentKind.REPAIR:
        return all_of("是否已履行承诺", (debt,))
    settled = ground(
        clause(SETTLED),
        facts.settlement_performed is True,
        met="和解协议已经履行完毕",
        not_met="和解协议没有履行完毕",
        unknown="",
        change="在执行案件中认定和解协议已履行",
    )
    return any_of("是否已履行承诺", (debt, settled))


def still_owes(facts: Facts) -> Finding:
    """Return whether the debtor has not performed, so that the repair is not superfluous."""
    fact = None if facts.performed is None else not facts.performed
    return all_of(
        "是否仍未履行",
        (
            ground(
                clause(REPAIR),
                fact,
                met=f"尚欠{facts.owing}" if facts.owing else "尚未履行完毕",
                not_met="债务已经履行完毕，各项措施应当解除，不必修复",
                unknown="应付数额尚不能算出",
                change="记录已履行承诺",
            ),
        ),
    )


def breached_without_reason(facts: Facts) -> Finding:
    """Return whether the settlement was breached with no good reason, and what then follows.

    三(五)2(1): 若无正当理由未按照协议内容履行义务的 — each consequence has its own mechanism.
    """
    reasonless = ground(
        clause(SETTLED),
        not facts.good_reason,
        met="没有认定正当理由",
        not_met="已认定有正当理由",
        unknown="",
        change="记录有正当理由未履行",
    )
    consequences = tuple(
        Ground(cite(subject, on=facts.on), Outcome.MET, f"后果：{what}")
        for what, subject in (
            ("可以纳入失信名单（第一条第六项），须经提醒", "失信情形"),
            ("可以限制消费", "限制消费"),
            ("可以罚款、拘留，须另行提醒", "妨害诉讼行为"),
            ("涉嫌犯罪的移送公安机关", "拒不执行判决裁定罪"),
            ("申请执行人可以申请恢复执行", "执行和解"),
        )
    )
    return all_of("是否无正当理由违反承诺", (_breached(facts), reasonless, *consequences))


def breached_with_reason(facts: Facts) -> Finding:
    """Return whether a good reason was found for not keeping the settlement (正当理由)."""
    excused = ground(
        clause(SETTLED),
        facts.good_reason,
        met="已认定有正当理由",
        not_met="没有认定正当理由",
        unknown="",
        change="有正当理由的，先认定",
    )
    return all_of("是否有正当理由未履行", (_breached(facts), excused))


def _breached(facts: Facts) -> Ground:
    return ground(
        clause(SETTLED),
        facts.settlement_ended and facts.settlement_performed is False,
        met="已认定违反和解协议",
        not_met="没有认定违反和解协议",
        unknown="",
        change="在执行案件中认定和解协议已违反",
    )


def repair_is_over(facts: Facts) -> Finding:
    """Return whether the repair ended, or the promise fell due, with the debt still owed."""
    ends = [day for day in (facts.repair_until, facts.promised_on) if day is not None]
    last = min(ends, default=None)
    over = ground(
        clause(REPAIR),
        None if last is None else facts.on > last,
        met=f"修复期或者承诺期已于{in_digits(last)}届满" if last else "",
        not_met=f"修复期、承诺期至{in_digits(last)}届满" if last else "",
        unknown="没有修复止日",
        change="等到届满；已履行的，记录已履行承诺",
    )
    return all_of("是否逾期未履行", (over, *still_owes(facts).grounds))


def no_stay_holds_the_restoring(facts: Facts) -> Finding:
    """Return whether enforcement is not stayed: restoring lists and restricts once more."""
    return all_of("案件是否没有中止、暂缓", (stay.none_runs(facts.stays, REPAIR),))


def something_to_restore(facts: Facts) -> Finding:
    """Return whether anything is left of the measures lifted: a term decided may have passed."""
    kinds = "、".join(one.kind.chinese for one in facts.restorable)
    return all_of(
        "有没有可以恢复的措施",
        (
            ground(
                clause(REPAIR),
                bool(facts.restorable),
                met=f"恢复：{kinds}，对象不变，届满日不变",
                not_met="原措施的期限都已届满",
                unknown="",
                change="修复期满，结束本程序",
            ),
        ),
    )


def nothing_to_restore(facts: Facts) -> Finding:
    """Return whether every measure lifted would have expired by now."""
    return all_of(
        "原措施是否都已期满",
        (
            ground(
                clause(REPAIR),
                not facts.restorable,
                met="原措施的期限都已届满，没有可恢复的",
                not_met="还有可以恢复的措施",
                unknown="",
                change="报请恢复措施",
            ),
        ),
    )
