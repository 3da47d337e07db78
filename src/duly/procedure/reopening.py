"""The way back (恢复办理): what rested on a payment goes on once that payment is taken away.

A stage that closed as performed is reopened by a person, in the state from which it was
closed. A warning that ended by performance begins anew by itself, and a certificate of a
debt that is owed again is told to whoever must revoke it.
"""

from collections.abc import Callable, Iterator

from duly.law.calendar import in_digits
from duly.law.mechanism import MECHANISMS
from duly.law.terms import MeasureKind, PartyRole, Role
from duly.procedure import alarms
from duly.procedure.act import Act
from duly.procedure.alarms import AlarmKind, Found
from duly.procedure.facts import case_file, debt
from duly.procedure.facts.closing import closed_unpaid, closing_step
from duly.procedure.impositions import publish_case
from duly.procedure.models import Alarm, Certificate, Course
from duly.procedure.opening import open_course
from duly.procedure.refusal import StepNotAllowed
from duly.registry.models import Party

OWNERS = {"enforcement": Role.ENFORCEMENT_JUDGE, "post_judgment": Role.TRIAL_JUDGE}
FULL = "performance-certificate"


def reopen(act: Act) -> None:
    """Put the stage that closed as performed back where it was, its time limits running."""
    course = closed_unpaid(act.matter, act.on)
    closing = None if course is None else closing_step(course)
    if course is None or closing is None:
        raise StepNotAllowed("没有因付款冲正而需要恢复办理的程序")
    course.deadlines.filter(stopped_at=course.closed_at).update(stopped_at=None)
    course.state, course.closed_at = closing.origin, None
    course.save(update_fields=["state", "closed_at"])
    if course.proceeding is not None:
        course.proceeding.closed_date, course.proceeding.outcome = None, ""
        course.proceeding.save(update_fields=["closed_date", "outcome"])
    if course.mechanism == "enforcement":
        _publish_again(act)
    follow(act)


def _publish_again(act: Act) -> None:
    """Whoever owes again is public again, as at filing."""
    public = {
        one.party_id
        for one in case_file.measures(act.matter)
        if one.kind == MeasureKind.CASE_PUBLICITY
    }
    for debtor in case_file.parties(act.matter, PartyRole.DEBTOR):
        if debtor.pk not in public and _owes(act, debtor):
            publish_case(act, debtor)


def follow(act: Act) -> None:
    """Warn anew who was let off for a payment that is gone, and tell what must be put right."""
    if case_file.running(act.matter, "enforcement"):
        _warn_anew(act)
    known = Alarm.objects.filter(
        matter=act.matter, kind=AlarmKind.REVERSED.value, cleared_at=None
    ).order_by("pk")
    alarms.settle(list(_found(act)), list(known), act.at)


def _warn_anew(act: Act) -> None:
    running = {one.party_id for one in case_file.running(act.matter, "defaulter_warning")}
    for debtor in case_file.parties(act.matter, PartyRole.DEBTOR):
        ended = [
            one
            for one in case_file.courses(act.matter, "defaulter_warning")
            if one.party_id == debtor.pk
        ]
        if debtor.pk not in running and ended and _let_off(ended[-1]) and _owes(act, debtor):
            open_course(matter=act.matter, mechanism="defaulter_warning", at=act.at, party=debtor)


def _let_off(course: Course) -> bool:
    closing = closing_step(course)
    return closing is not None and closing.name in ("end_performed", "close_unpublished")


def _owes(act: Act, debtor: Party) -> bool:
    return debt.performed_since(act.matter, act.on, debtor) is None


def _found(act: Act) -> Iterator[Found]:
    course = closed_unpaid(act.matter, act.on)
    if course is not None:
        stage = MECHANISMS[course.mechanism].chinese
        closed = course.closed_at.date() if course.closed_at else act.on
        yield Found(
            act.matter.pk,
            AlarmKind.REVERSED,
            f"course-{course.pk}",
            closed,
            f"付款冲正：“{stage}”已按履行完毕办结，债务仍未履行，请恢复办理",
            OWNERS[course.mechanism],
        )
    for one in _untrue(act):
        yield Found(
            act.matter.pk,
            AlarmKind.REVERSED,
            f"certificate-{one.pk}",
            one.issued_date,
            f"付款冲正：{in_digits(one.issued_date)}出具的《自动履行证明书》{one.number}"
            f"与事实不符，请报请撤销（{one.party}）",
            Role.ENFORCEMENT_JUDGE,
        )


def _untrue(act: Act) -> list[Certificate]:
    standing = Certificate.objects.filter(
        course__matter=act.matter, revoked_date=None, paper__template=FULL
    ).select_related("party")
    return [one for one in standing.order_by("pk") if _owes(act, one.party)]


AFTERMATH: dict[tuple[str, str], Callable[[Act], None]] = {
    ("record", "record_payment"): follow,
    ("record", "reverse_payment"): follow,
    ("record", "transfer_payment"): follow,
    ("record", "reopen"): reopen,
}
