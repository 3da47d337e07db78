"""Facts for the record of a matter."""

from datetime import date

from duly.law.mechanism import MECHANISMS
from duly.law.mechanism.record import Facts
from duly.procedure import fees, holding
from duly.procedure.facts import account, case_file, debt
from duly.procedure.facts.closing import closed_unpaid
from duly.procedure.models import Course
from duly.registry.models import Matter

WAITING = (
    "certificate",
    "defaulter_warning",
    "permit",
    "revocation",
    "fine_warning",
    "detention_warning",
    "referral",
)


def gather(course: Course, on: date) -> Facts:
    """Return how much is still running in the matter."""
    running = case_file.running(course.matter)
    closed = closed_unpaid(course.matter, on)
    holds = list(holding.standing(course.matter))
    return Facts(
        on=on,
        open_courses=sum(not _rests(one) for one in running),
        releases_owed=sum(one.mechanism == "release" and one.state != "kept" for one in running),
        held_since=next((held.start_date for held in holds if held.end_date is None), None),
        has_holds=bool(holds),
        rest_left=_rest_left(course.matter, on),
        fee_unset=fees.is_unset(course.matter),
        closed_unpaid=MECHANISMS[closed.mechanism].chinese if closed else "",
        keeps_account=not any(one.mechanism == "post_judgment" for one in running),
        **account.gather(course.matter),
    )


def _rests(course: Course) -> bool:
    """Whether a course waits for what may never come, or is counted by itself."""
    if course.mechanism in ("record", "release"):
        return True
    return course.mechanism in WAITING and course.state in ("open", "standing")


def _rest_left(matter: Matter, on: date) -> bool:
    """Whether an application ended without enforcement, in urging or before filing (二(二)2)."""
    applied = case_file.courses(matter, "pre_enforcement", "enforcement")
    ended = any(one.state in ("performed", "withdrawn") for one in applied)
    if not ended or case_file.running(matter, "pre_enforcement", "enforcement"):
        return False
    return debt.performed(matter, on) is False
