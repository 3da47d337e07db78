"""What a matter's file (卷宗) holds, each kind of record read once in a reading."""

from duly.documents.queries import all_issued
from duly.law.terms import PartyRole
from duly.ledger.models import Payment
from duly.procedure.facts.reading import of_matter
from duly.procedure.facts.rows import of, rows
from duly.procedure.models import Course, Measure
from duly.registry.models import Matter, Party, PayeeAccount, Service

PARTIES = rows(lambda: Party.objects.order_by("pk"))
COURSES = rows(lambda: Course.objects.select_related("party").order_by("pk"))
MEASURES = rows(lambda: Measure.objects.filter(released_date=None).select_related("party"))
SERVICES = rows(lambda: Service.objects.select_related("instrument"))
ISSUED = rows(lambda: all_issued().only("pk", "template", "matter_id"))
ACCOUNTS = rows(lambda: PayeeAccount.objects.select_related("creditor").order_by("pk"))
PAYMENTS = rows(Payment.objects.all)


def parties(matter: Matter, *roles: PartyRole) -> list[Party]:
    """Return the parties in the order in which they came, of some roles or all."""
    known: list[Party] = of(matter, PARTIES)
    return [party for party in known if not roles or party.role in roles]


def courses(matter: Matter, *mechanisms: str) -> list[Course]:
    """Return the courses in the order in which they were opened, of some mechanisms or all."""
    known: list[Course] = of(matter, COURSES)
    return [course for course in known if not mechanisms or course.mechanism in mechanisms]


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
    return [paper.pk for paper in of_matter(ISSUED, matter.pk) if paper.template == template]


def accounts(matter: Matter) -> list[PayeeAccount]:
    """Return the accounts for payment, the oldest first."""
    return of(matter, ACCOUNTS)


def payments(matter: Matter) -> list[Payment]:
    """Return every payment, those that were reversed and their reversals among them."""
    return of(matter, PAYMENTS)
