"""执行和解与信用承诺: settled by instalments, pledged, kept, breached, tolerated, unsigned."""

from datetime import date, timedelta

from duly.law.terms import AccountOwner, DefaulterGround, MeasureKind, PartyRole
from duly.simulation.case import Case
from duly.simulation.days import ONE_DAY
from duly.simulation.playing import Act, Story, StoryOf
from duly.simulation.stories import direct, release
from duly.simulation.stories.enforcement import (
    DEFAULTER_WARNING,
    ENFORCEMENT,
    ENFORCEMENT_CLERK,
    JUDGE,
    warned,
)
from duly.simulation.stories.entries import pay_sum

COMMITMENT = "commitment"
PART = "10000.00"


def settle(case: Case, after: tuple[int, ...]) -> StoryOf[tuple[date, ...]]:
    """The parties settle today on instalments of ten thousand, so many days from now.

    Returns the days of the instalments.
    """
    days = tuple(case.calendar.roll_forward(case.today + timedelta(days=one)) for one in after)
    yield case.take(
        ENFORCEMENT,
        "record_settlement",
        JUDGE,
        reached_on=case.today.isoformat(),
        content=f"分{len(days)}期各付{PART}元，全部按期付清的，其余债务免除。",
        ends_on=days[-1].isoformat(),
        evidence="执行和解协议，执行卷第20页",
    )
    yield case.take(
        ENFORCEMENT,
        "record_plan",
        JUDGE,
        instalments="\n".join(f"{day} {PART}" for day in days),
        paid_to=AccountOwner.CREDITOR.value,
        waives="yes",
        evidence="和解协议第二条",
    )
    return days


def pledge(case: Case) -> Story:
    """The promise that goes with the settlement is printed and signed."""
    yield case.take(COMMITMENT, "print_pledge", ENFORCEMENT_CLERK)
    yield case.take(
        COMMITMENT,
        "sign_pledge",
        ENFORCEMENT_CLERK,
        signed_on=case.today.isoformat(),
        evidence="信用承诺书，执行卷第21页",
    )


def reached(case: Case) -> Story:
    """A settlement was reached; the promise is still to be printed. A freeze ends in a month."""
    yield from direct.called(case)
    case.go_workdays(1)
    yield case.take(
        "record",
        "impose_measure",
        JUDGE,
        party=case.party(PartyRole.DEBTOR),
        kind="freeze",
        object="示例银行尾号3003账户",
        property_class="deposit",
        amount=case.form["amount"],
        imposed_on=case.today.isoformat(),
        expires_on=(case.on + timedelta(days=30)).isoformat(),
        evidence="执行裁定书、协助冻结存款通知书",
    )
    yield from settle(case, (45, 75))


def running(case: Case) -> Story:
    """Warned, then settled and pledged: the warning is held, the first instalment is paid."""
    yield from warned(case, DefaulterGround.PROPERTY_REPORT, direct.filed)
    case.go_workdays(2)
    first, _ = yield from settle(case, (10, 60))
    yield case.take(DEFAULTER_WARNING, "hold", JUDGE)
    yield from pledge(case)
    case.go(first)
    yield _instalment(case)


def kept(case: Case) -> Story:
    """Every instalment came: certified, released, concluded as settled."""
    yield from direct.called(case)
    case.go_workdays(1)
    first, last = yield from settle(case, (10, 30))
    yield from pledge(case)
    for day in (first, last):
        case.go(day)
        yield _instalment(case)
    yield end(case, performed=True)
    yield from release.certify(case)
    yield release.lift(case, MeasureKind.CASE_PUBLICITY)
    yield case.take(ENFORCEMENT, "conclude", JUDGE, how="settled")


def breached(case: Case) -> Story:
    """The second instalment was missed: the promise is breached, the held warning revived."""
    yield from warned(case, DefaulterGround.PROPERTY_REPORT, direct.filed)
    case.go_workdays(2)
    first, second = yield from settle(case, (10, 30))
    yield case.take(DEFAULTER_WARNING, "hold", JUDGE)
    yield from pledge(case)
    case.go(first)
    yield _instalment(case)
    case.go(second + ONE_DAY)
    case.go_workdays(1)
    yield end(case, performed=False)
    yield case.take(COMMITMENT, "end_breached", JUDGE, reasons="第二期到期未付，没有说明理由")
    yield case.take(
        DEFAULTER_WARNING,
        "revive",
        JUDGE,
        reasons="无正当理由，第二期到期未付",
        evidence="申请执行人陈述、账户流水",
    )


def tolerated(case: Case) -> Story:
    """A first promise was never signed; the second could not be kept, for a good reason."""
    yield from direct.called(case)
    case.go_workdays(1)
    (due,) = yield from settle(case, (7,))
    case.go(due + ONE_DAY)
    yield end(case, performed=False)
    case.go_workdays(2)
    (due,) = yield from settle(case, (14,))
    yield from pledge(case)
    case.go(due + ONE_DAY)
    yield case.take(
        COMMITMENT,
        "find_good_reason",
        JUDGE,
        reasons="突发重病住院，收入中断",
        evidence="住院病历，执行卷第50页",
    )
    yield end(case, performed=False)
    yield case.take(COMMITMENT, "end_tolerated", JUDGE)


def end(case: Case, *, performed: bool) -> Act:
    """The judge finds the settlement performed, or breached."""
    return case.take(
        ENFORCEMENT,
        "end_settlement",
        JUDGE,
        performed="yes" if performed else "no",
        reasons="各期均已到账" if performed else "到期未付",
    )


def _instalment(case: Case) -> Act:
    return pay_sum(case, PART, AccountOwner.CREDITOR, ENFORCEMENT_CLERK)
