"""Facts for the enforcement proceeding (执行案件)."""

from datetime import date

from django.db.models import Q

from duly.law.mechanism.enforcement import Facts
from duly.procedure import holding, payouts, plans
from duly.procedure.facts import case_file, debt
from duly.procedure.models import Course

# What has to end before the file is closed. A fine that is decided is a debt to the state and
# outlives the file; nobody may be sought or held for a debt that is performed.
UNFINISHED = (
    (Q(mechanism="defaulter_warning") & ~Q(state="open"))
    | Q(mechanism="fine_warning", state__in=("warned", "proposed"))
    | Q(
        mechanism="detention_warning",
        state__in=("warned", "proposed", "decided", "detained", "release_proposed"),
    )
    | Q(mechanism="referral", state="proposed")
)


def gather(course: Course, on: date) -> Facts:
    """Return what the record shows of the debt, the settlement and what is still to be lifted."""
    matter = course.matter
    running = Course.objects.filter(matter=matter, closed_at=None)
    agreed = debt.settlement(matter)
    taken = _extensions(course)
    return Facts(
        on=on,
        owing=debt.owing(matter, on),
        performed=debt.performed(matter, on),
        settlement_performed=agreed is not None and agreed.performed is True,
        releases_owed=running.filter(mechanism="release").exclude(state="kept").count(),
        plan=plans.standing(matter, on),
        settlement_running=agreed is not None and agreed.performed is None,
        running_warnings=running.filter(UNFINISHED).count(),
        concludes_on=_concludes_on(course, on),
        extended="approve_extension" in taken,
        extension_proposed=taken[-1:] == ["propose_extension"],
        is_held=holding.running(matter) is not None,
        payouts_owed=payouts.owed_by_the_court(matter),
    )


def _concludes_on(course: Course, on: date) -> date | None:
    term = course.deadlines.filter(name="conclusion", stopped_at=None).first()
    return None if term is None else holding.counted_last_day(term, on)


def _extensions(course: Course) -> list[str]:
    names = ("propose_extension", "approve_extension", "refuse_extension")
    return [taken.name for taken in case_file.steps(course.matter, *names, course=course)]
