"""履行之后的别样情形: kept listed, reversed, paid out, revoked, three debtors of whom one paid."""

from collections.abc import Callable
from datetime import date

from duly.law.terms import AccountOwner, MeasureKind, PartyRole, Role
from duly.ledger.models import Payment
from duly.procedure.models import Course
from duly.simulation import identities
from duly.simulation.case import Case
from duly.simulation.playing import Act, Story
from duly.simulation.stories import correction, direct, enforcement, payout, post_judgment, release
from duly.simulation.stories.enforcement import ENFORCEMENT_CLERK, JUDGE
from duly.simulation.stories.entries import pay_everything, pay_sum
from duly.simulation.stories.pre_enforcement import application
from duly.simulation.stories.sanctions import PRESIDENT

REVOCATION, HEAD = "revocation", Role.BUREAU_HEAD
PART = "8000.00"
JOINT = (("示例保证人甲", date(1979, 3, 3), 911), ("示例保证人乙", date(1983, 6, 6), 913))


def kept_listed(case: Case) -> Story:
    """Performed after violence: the president keeps the listing to its term.

    Lifting the consumption order is signed and still to be carried out.
    """
    yield from correction.listed(case)
    yield from pay_everything(case)
    yield from release.signed(case)
    listing = release.release_of(case, MeasureKind.DEFAULTER_LISTING)
    report = "已履行完毕；曾以暴力抗拒执行，是否提前删除请决定"
    yield case.take_on(listing, "propose_deletion", Role.ENFORCEMENT_JUDGE, reasons=report)
    reasons = "曾以暴力抗拒执行，情节严重，不提前删除"
    yield case.take_on(listing, "keep_listed", PRESIDENT, reasons=reasons)


def reversed_payment(case: Case) -> Story:
    """The bank took the money back: what was to be released and paid out is cancelled."""
    yield from direct.called(case)
    case.go_workdays(2)
    yield from pay_everything(case)
    yield payout.propose(case)
    case.go_workdays(1)
    yield case.take(
        "record",
        "reverse_payment",
        ENFORCEMENT_CLERK,
        payment=lambda: str(Payment.objects.filter(matter=case.matter).order_by("pk")[0].pk),
        reason="付款行通知退票",
    )


def minor_paying(case: Case) -> Story:
    """A ground is found, but a minor is never listed; his guardian pays in parts.

    One part went on to the creditor, a second waits to be paid.
    """
    yield from correction.a_minor(case)
    case.go_workdays(2)
    yield _part(case)
    yield payout.propose(case)
    case.go_workdays(1)
    yield payout.approve(case)
    yield payout.pay(case)
    case.go_workdays(5)
    yield _part(case)
    yield payout.propose(case)
    yield payout.approve(case)


def reissued(case: Case) -> Story:
    """A certificate with a wrong day is revoked, and another issued in its place."""
    yield from _certified(case)
    yield from _revoke(case)
    case.go_workdays(1)
    yield case.take(REVOCATION, "approve_revocation", HEAD)
    yield from release.certify(case)


def revocation_proposed(case: Case) -> Story:
    """A certificate is to be revoked, and waits for the second person."""
    yield from _certified(case)
    yield from _revoke(case)


def three_joint(case: Case) -> Story:
    """Three answer jointly, one pays all: everybody's releases are owed, two are certified."""
    yield from post_judgment.account_confirmed(case)
    for place, (name, born, serial) in enumerate(JOINT):
        identifier = identities.resident_id(born, serial)
        yield direct.joined(case, f"{name}{case.turn}", identifier, identities.mobile(911 + place))
    case.go_workdays(1)
    served_on = case.today
    yield from post_judgment.instrument_served(case)
    for place in (1, 2):
        yield _serve_joint(case, place)
    case.go(post_judgment.due_day(case, served_on))
    case.go_workdays(2)
    yield from _applied(case)
    yield from enforcement.noticed(case, _nothing)
    case.go_workdays(6)
    yield from pay_everything(case, payer=1)
    yield payout.propose(case)
    for place in (0, 1):
        course = _certificate(case, place)
        yield case.take_on(course, "propose_certificate", JUDGE, reasons="连带债务已经全部履行")
        yield case.take_on(course, "approve_certificate", HEAD)


def _applied(case: Case) -> Story:
    yield from application(case)
    yield direct.file_directly(case, *direct.DECLINED)
    yield enforcement.file(case)


def _nothing(case: Case) -> Story:
    yield from ()


def _serve_joint(case: Case, place: int) -> Act:
    day = case.today.isoformat()
    return case.take(
        "record",
        "record_service",
        Role.TRIAL_CLERK,
        what=case.instrument(),
        party=case.party(PartyRole.DEBTOR, place),
        method="personal",
        acted_on=day,
        signed_on=day,
        evidence=f"送达回证第{place}号",
    )


def _certificate(case: Case, place: int) -> Callable[[], Course]:
    def course() -> Course:
        courses = Course.objects.filter(matter=case.matter, mechanism="certificate")
        return courses.order_by("pk")[place]

    return course


def _certified(case: Case) -> Story:
    yield from direct.called(case)
    case.go_workdays(2)
    yield from pay_everything(case)
    yield from release.certify(case)
    yield release.lift(case, MeasureKind.CASE_PUBLICITY)


def _revoke(case: Case) -> Story:
    case.go_workdays(2)
    yield case.take(
        REVOCATION, "propose_revocation", JUDGE, reasons="证明书所载履行完毕日期登记有误"
    )


def _part(case: Case) -> Act:
    return pay_sum(case, PART, AccountOwner.ENFORCEMENT_FUNDS, ENFORCEMENT_CLERK)
