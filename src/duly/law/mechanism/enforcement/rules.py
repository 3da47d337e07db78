"""The enforcement proceeding (三): what it rests on, and what must be true when it ends."""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.money import PlanStanding, Yuan
from duly.law.sources import cite, clause
from duly.law.step import Answers
from duly.law.terms import Term


class Conclusion(Term):
    """How an enforcement proceeding ends here."""

    PERFORMED = "performed", "执行完毕"
    SETTLED = "settled", "和解协议履行完毕"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know."""

    on: date
    owing: Yuan | None
    performed: bool | None
    settlement_performed: bool
    releases_owed: int
    settlement_running: bool
    running_warnings: int
    plan: PlanStanding | None = None
    concludes_on: date | None = None
    extended: bool = False
    extension_proposed: bool = False
    payouts_owed: int = 0
    is_held: bool = False


def nothing_owed(facts: Facts) -> Finding:
    """Return whether the debt is performed, all measures released, warnings ended, money paid out.

    三(六)2: nothing of the debtor's is left in the balance when the file is closed.
    """
    basis = clause("三(六)2")
    return all_of(
        "是否可以结案",
        (
            ground(
                basis,
                facts.settlement_performed or facts.performed,
                met="债务已经履行完毕，或者和解协议已经履行完毕",
                not_met=f"尚欠{facts.owing}" if facts.owing else "尚未履行完毕",
                unknown="应付数额尚不能算出",
                change="登记到账",
                supplied_by="record.record_payment",
            ),
            ground(
                basis,
                facts.releases_owed == 0,
                met="没有待解除的措施",
                not_met=f"还有{facts.releases_owed}项措施没有解除",
                unknown="",
                change="先解除各项措施",
            ),
            ground(
                basis,
                facts.running_warnings == 0,
                met="没有在办的提醒",
                not_met=f"还有{facts.running_warnings}项提醒没有办结",
                unknown="",
                change="先办结提醒：已履行的，记录限期内履行",
            ),
            _paid_out(facts),
        ),
    )


def _paid_out(facts: Facts) -> Ground:
    return ground(
        cite("执行款发放期限", on=facts.on),
        facts.payouts_owed == 0,
        met="本院账上没有待发放、待退还的款项",
        not_met=f"本院账上还有{facts.payouts_owed}人的款项没有发放、退还",
        unknown="",
        change="先发放、退还",
    )


def conclusion_is_true(facts: Facts, answers: Answers) -> Finding:
    """Return whether the way of closing that was chosen is what the record shows."""
    by_settlement = answers.get("how") is Conclusion.SETTLED
    return all_of(
        "结案方式是否与记录一致",
        (
            ground(
                clause("三(六)2"),
                facts.settlement_performed if by_settlement else facts.performed,
                met="结案方式与记录一致",
                not_met="没有履行完毕的和解协议" if by_settlement else "债务没有履行完毕",
                unknown="应付数额尚不能算出",
                change="改选另一种结案方式",
            ),
        ),
    )


def terms_follow_notice(facts: Facts, answers: Answers) -> Finding:
    """Return whether the days set in the notice lie after today."""
    basis = cite("执行通知", on=facts.on)
    grounds = []
    for name, what in (("perform_by", "履行期限"), ("report_by", "报告财产期限")):
        day: date | None = answers.get(name)
        if day is None or day > facts.on:
            grounds.append(Ground(basis, Outcome.MET, f"{what}晚于今天"))
        else:
            grounds.append(
                Ground(basis, Outcome.NOT_MET, f"{what}{in_digits(day)}不晚于今天", f"更正{what}")
            )
    return all_of("通知书的期限是否适当", grounds)


def no_settlement_runs(facts: Facts) -> Finding:
    """Return whether no settlement is running already."""
    return all_of(
        "是否可以登记和解",
        (
            ground(
                cite("执行和解", on=facts.on),
                not facts.settlement_running,
                met="没有正在履行的和解协议",
                not_met="已有正在履行的和解协议",
                unknown="",
                change="先认定前一协议已履行或者已违反",
            ),
        ),
    )


def still_owes(facts: Facts) -> Finding:
    """Return whether anything is left to enforce: a performed debt is not filed, nor published."""
    return all_of(
        "是否还有需要执行的义务",
        (
            ground(
                clause("二(二)2"),
                None if facts.performed is None else not facts.performed,
                met=f"尚欠{facts.owing}" if facts.owing else "尚未履行完毕",
                not_met="债务已经履行完毕",
                unknown="应付数额尚不能算出",
                change="已经履行完毕的，由申请人撤回执行申请",
            ),
        ),
    )
