"""预罚款之后: decided, reconsidered, paid, ended, spared, revoked; and what was referred."""

from datetime import timedelta

from duly.simulation.case import Case
from duly.simulation.playing import Act, Story
from duly.simulation.stories import sanctions, settlement
from duly.simulation.stories.enforcement import ENFORCEMENT_CLERK, JUDGE
from duly.simulation.stories.objection import receive, to_decided, to_notified, to_signed
from duly.simulation.stories.sanctions import DETENTION, FINE, PRESIDENT

POLICE = "广州市公安局示例分局"


def both_warned(case: Case) -> Story:
    """Warned of a fine and of detention for one act; meanwhile an objection comes in."""
    yield from sanctions.warned(case, FINE, DETENTION)
    case.go_workdays(2)
    yield receive(case, "示例牌货车粤A·D1001", name="路某示例")


def both_proposed(case: Case) -> Story:
    """A fine and a detention for one act wait for the president.

    An outsider's objection was dismissed meanwhile, and the ruling is not served yet.
    """
    yield from sanctions.proposed(case, FINE, DETENTION)
    yield from to_decided(case, "粤A·D3003小客车", name="邬某示例")


def reconsidered(case: Case) -> Story:
    """Fined; the court above upheld the fine, which is not paid yet."""
    yield from sanctions.decided(case, FINE)
    yield from _reconsider(case, FINE)
    yield case.take(
        FINE,
        "record_upheld",
        ENFORCEMENT_CLERK,
        answered_on=case.today.isoformat(),
        evidence="复议决定书，驳回申请，维持原决定",
    )
    yield from to_notified(case, "冻结的示例银行尾号2002账户", name="柏某示例")


def paid_and_declined(case: Case) -> Story:
    """The fine is paid; one act was referred and declined, another is proposed for referral."""
    yield from _paid(case)
    case.go_workdays(1)
    yield from referred(case)
    case.go_workdays(4)
    yield _answer(case, "record_declined", "不予立案通知书：情节显著轻微")
    yield sanctions.find(
        case,
        DETENTION,
        ground="evading",
        facts="将名下车辆低价转让给亲属",
        evidence="车辆登记信息，执行卷第41页",
    )
    yield _propose_referral(case, 1)


def ended_and_accepted(case: Case) -> Story:
    """The fine is paid and beyond reconsideration; the police have opened a case."""
    yield from _paid(case)
    case.go(case.today + timedelta(days=5))
    yield case.take(FINE, "close_fine", ENFORCEMENT_CLERK)
    yield from referred(case)
    case.go_workdays(5)
    yield _answer(case, "record_accepted", "立案告知书")


def spared_and_waived(case: Case) -> Story:
    """Settled within the term of both warnings: the fine is spared, the detention waived."""
    yield from sanctions.warned(case, FINE, DETENTION)
    case.go_workdays(3)
    yield from settlement.settle(case, (20, 40))
    yield case.take(FINE, "spare", JUDGE, reasons="限期内达成和解，申请执行人同意")
    yield case.take(DETENTION, "waive", JUDGE, reasons="限期内达成和解，申请执行人同意")
    yield case.take("commitment", "print_pledge", ENFORCEMENT_CLERK)


def both_revoked(case: Case) -> Story:
    """The court above revoked the fine, and the president then his own detention."""
    yield from sanctions.decided(case, FINE, DETENTION)
    yield from _reconsider(case, FINE)
    yield case.take(
        FINE,
        "record_revoked",
        ENFORCEMENT_CLERK,
        answered_on=case.today.isoformat(),
        evidence="复议决定书，撤销罚款决定",
        undone="罚款尚未缴纳",
    )
    case.go_workdays(1)
    yield case.take(
        DETENTION,
        "revoke_decision",
        PRESIDENT,
        reasons="据以认定的银行流水系他人账户，行为认定有误",
        undone="尚未执行拘留",
    )
    yield from to_signed(case, "示例二路22号三层厂房", name="阮某示例")


def referred(case: Case) -> Story:
    """The first act is referred to the police with the president's approval."""
    yield _propose_referral(case, 0)
    case.go_workdays(1)
    yield case.take("referral", "approve_referral", PRESIDENT)


def _paid(case: Case) -> Story:
    yield from sanctions.decided(case, FINE)
    case.go_workdays(4)
    yield case.take(
        FINE,
        "record_fine_paid",
        ENFORCEMENT_CLERK,
        paid_on=case.today.isoformat(),
        evidence="非税收入缴款书第4401号",
    )


def _reconsider(case: Case, mechanism: str) -> Story:
    """Applied for at once, answered some days later: the story stands on the day of the answer."""
    yield case.take(
        mechanism,
        "record_reconsideration",
        ENFORCEMENT_CLERK,
        applied_on=case.today.isoformat(),
        evidence="复议申请书，执行卷第36页",
    )
    case.go_workdays(3)


def _propose_referral(case: Case, place: int) -> Act:
    return case.take(
        "referral",
        "propose_referral",
        JUDGE,
        police=POLICE,
        act=case.misconduct(place),
        suspicion="有能力履行，经采取强制措施后仍拒不履行，情节严重",
        materials="生效判决书复印件\n执行通知书及送达回证\n银行流水",
    )


def _answer(case: Case, step: str, answer: str) -> Act:
    return case.take(
        "referral", step, JUDGE, answered_on=case.today.isoformat(), answer=f"{POLICE}{answer}"
    )
