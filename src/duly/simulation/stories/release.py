"""履行之后: releases owed and made, and the certificate."""

from collections.abc import Callable

from duly.law.terms import DefaulterGround, MeasureKind, Role
from duly.procedure.models import Course
from duly.simulation.case import Case
from duly.simulation.playing import Act, Story
from duly.simulation.stories import payout
from duly.simulation.stories.enforcement import (
    DEFAULTER_WARNING,
    ENFORCEMENT,
    ENFORCEMENT_CLERK,
    JUDGE,
    warned,
)
from duly.simulation.stories.entries import pay_everything, serve
from duly.simulation.stories.listing import published_for

CERTIFICATE = "certificate"


def overdue(case: Case) -> Story:
    """A listed debtor paid two workdays ago; lifting the consumption order is late.

    The listing itself may still be deleted in time; the other two releases are done.
    """
    yield from published_for(case, DefaulterGround.ABLE_BUT_REFUSING)
    case.go_workdays(9)
    case.be_on(case.before_demo(2))
    yield from pay_everything(case)
    case.go_workdays(1)
    for kind in (MeasureKind.CASE_PUBLICITY, MeasureKind.CREDIT_NOTICE):
        yield lift(case, kind)
    yield case.take_on(
        release_of(case, MeasureKind.CONSUMPTION_RESTRICTION),
        "propose_lifting",
        JUDGE,
        reasons="已履行完毕",
    )
    yield case.take_on(
        release_of(case, MeasureKind.DEFAULTER_LISTING),
        "propose_deletion",
        JUDGE,
        reasons="已履行完毕，应当在三个工作日内删除",
    )


def performed(case: Case) -> Story:
    """The debtor pays within the term of the warning."""
    yield from warned(case, DefaulterGround.PROPERTY_REPORT)
    case.go_workdays(4)
    yield from pay_in_time(case)


def certificate_proposed(case: Case) -> Story:
    """Paid on the last workday: releases are owed, the certificate waits for a second person."""
    yield from warned(case, DefaulterGround.PROPERTY_REPORT)
    case.go_workdays(4)
    case.be_on(case.before_demo(1))
    yield from pay_in_time(case)
    yield propose(case)


def certified(case: Case) -> Story:
    """Paid in time, certified, released, closed."""
    yield from performed(case)
    yield from certify(case)
    yield lift(case, MeasureKind.CASE_PUBLICITY)
    yield from payout.paid_out(case)
    yield case.take(ENFORCEMENT, "conclude", JUDGE, how="performed")


def signed(case: Case) -> Story:
    """Lifting the consumption order is proposed and signed; it is still to be carried out."""
    order = release_of(case, MeasureKind.CONSUMPTION_RESTRICTION)
    yield case.take_on(order, "propose_lifting", JUDGE, reasons="已履行完毕")
    yield case.take_on(order, "sign_lifting", Role.PRESIDENT)


def finished(case: Case) -> Story:
    """What was signed is carried out."""
    yield case.take_on(
        release_of(case, MeasureKind.CONSUMPTION_RESTRICTION),
        "finish",
        ENFORCEMENT_CLERK,
        done_on=case.today.isoformat(),
        evidence="协助解除限制消费回执",
    )


def certify(case: Case) -> Story:
    """The certificate is proposed, approved by a second person and served."""
    yield propose(case)
    case.go_workdays(1)
    yield case.take(CERTIFICATE, "approve_certificate", Role.BUREAU_HEAD)
    yield serve(case, case.paper("performance-certificate"), ENFORCEMENT_CLERK)


def pay_in_time(case: Case) -> Story:
    """All is paid, and the warning ends by performance."""
    yield from pay_everything(case)
    yield case.take(DEFAULTER_WARNING, "end_performed", JUDGE)


def propose(case: Case) -> Act:
    """The judge asks for the certificate."""
    return case.take(
        CERTIFICATE, "propose_certificate", JUDGE, reasons="在提醒限期内履行完毕全部义务"
    )


def lift(case: Case, kind: MeasureKind) -> Act:
    """A measure that needs no signature is lifted."""
    return case.take_on(
        release_of(case, kind),
        "lift",
        ENFORCEMENT_CLERK,
        done_on=case.today.isoformat(),
        evidence=f"{kind.release}回执",
    )


def release_of(case: Case, kind: MeasureKind) -> Callable[[], Course]:
    """Return the release of a measure."""
    return lambda: Course.objects.get(
        matter=case.matter, mechanism="release", measure__kind=kind.value
    )
