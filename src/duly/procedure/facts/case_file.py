"""What a matter's file (卷宗) holds, each kind of record read once in a reading."""

from django.db.models import F

from duly.documents.models import Paper, PaperStatus
from duly.law.terms import PartyRole
from duly.ledger.models import Payment
from duly.procedure.facts.rows import of, rows
from duly.procedure.models import Course, Measure, StepTaken
from duly.registry.models import Matter, Party, PayeeAccount, Service
from duly.work.prepared import Prepared
from duly.work.reading import of_matter, once

PARTIES = rows(Prepared(lambda matters: Party.objects.filter(matter_id__in=matters).order_by("pk")))
COURSES = rows(
    Prepared(lambda matters: Course.objects.filter(matter_id__in=matters).order_by("pk"))
)
STEPS = rows(
    Prepared(
        lambda matters: (
            StepTaken.objects.filter(course__matter_id__in=matters)
            .annotate(of_matter=F("course__matter_id"))
            .defer("findings")
            .order_by("pk")
        )
    ),
    "of_matter",
)
PAPERS = rows(
    Prepared(lambda matters: Paper.objects.filter(matter_id__in=matters).defer("blanks", "text"))
)
PAYMENTS = rows(Prepared(lambda matters: Payment.objects.filter(matter_id__in=matters)))
MEASURES = rows(
    lambda *matters: Measure.objects.filter(
        matter_id__in=matters, released_date=None
    ).select_related("party")
)
SERVICES = rows(
    lambda *matters: Service.objects.filter(matter_id__in=matters).select_related("instrument")
)
ACCOUNTS = rows(
    lambda *matters: (
        PayeeAccount.objects.filter(matter_id__in=matters).select_related("creditor").order_by("pk")
    )
)
_IMPOSED = Prepared(lambda matters: Measure.objects.filter(matter_id__in=matters))


def parties(matter: Matter, *roles: PartyRole) -> list[Party]:
    """Return the parties in the order in which they came, of some roles or all."""
    known: list[Party] = of(matter, PARTIES)
    return [party for party in known if not roles or party.role in roles]


def courses(matter: Matter, *mechanisms: str) -> list[Course]:
    """Return the courses in the order in which they were opened, of some mechanisms or all."""
    known: list[Course] = once(("courses", matter.pk), lambda: _courses(matter))
    return [course for course in known if not mechanisms or course.mechanism in mechanisms]


def steps(matter: Matter, *names: str, course: Course | None = None) -> list[StepTaken]:
    """Return the steps taken, the oldest first, of some names and of one course or all.

    What was found when they were taken is not read along.
    """
    known: list[StepTaken] = of_matter(STEPS, matter.pk)
    return [
        taken
        for taken in known
        if (not names or taken.name in names) and (course is None or taken.course_id == course.pk)
    ]


def newest_step(course: Course, *names: str) -> StepTaken | None:
    """Return the newest step of some names that was taken in a course."""
    return next(reversed(steps(course.matter, *names, course=course)), None)


def running(matter: Matter, *mechanisms: str) -> list[Course]:
    """Return the courses that have not come to their end."""
    return [course for course in courses(matter, *mechanisms) if course.closed_at is None]


def measures(matter: Matter) -> list[Measure]:
    """Return the measures that are in force."""
    return of(matter, MEASURES)


def services(matter_id: int) -> list[Service]:
    """Return every attempt at service."""
    known: list[Service] = of_matter(SERVICES, matter_id)
    return known


def issued(matter: Matter, template: str) -> list[int]:
    """Return the numbers of the issued papers of a template, newest first."""
    return [paper.pk for paper in papers(matter, PaperStatus.ISSUED) if paper.template == template]


def papers(matter: Matter, *statuses: PaperStatus) -> list[Paper]:
    """Return the papers, newest first, of some statuses or all, without what they say."""
    known: list[Paper] = of_matter(PAPERS, matter.pk)
    return [paper for paper in known if not statuses or paper.status in statuses]


def accounts(matter: Matter) -> list[PayeeAccount]:
    """Return the accounts for payment, the oldest first."""
    return of(matter, ACCOUNTS)


def payments(matter: Matter) -> list[Payment]:
    """Return every payment, those that were reversed and their reversals among them."""
    return of(matter, PAYMENTS)


def _courses(matter: Matter) -> list[Course]:
    """The courses, each with its matter, its party and its measure at hand."""
    found: list[Course] = of(matter, COURSES)
    his = {party.pk: party for party in parties(matter)}
    lifted = any(course.measure_id for course in found)
    imposed = {one.pk: one for one in _IMPOSED(matter.pk)} if lifted else {}
    for course in found:
        course.party = his[course.party_id] if course.party_id else None
        course.measure = imposed[course.measure_id] if course.measure_id else None
    return found
