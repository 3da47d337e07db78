"""What a matter's file (卷宗) holds, each kind of record read once in a reading."""

from duly.documents.queries import issued_in
from duly.law.terms import PartyRole
from duly.ledger.models import Payment
from duly.procedure.models import Course, Measure
from duly.registry.models import Matter, Party, PayeeAccount, Service
from duly.work.reading import once


def parties(matter: Matter, *roles: PartyRole) -> list[Party]:
    """Return the parties in the order in which they came, of some roles or all."""
    known: list[Party] = once(("parties", matter.pk), lambda: list(matter.parties.order_by("pk")))
    return [party for party in known if not roles or party.role in roles]


def courses(matter: Matter, *mechanisms: str) -> list[Course]:
    """Return the courses in the order in which they were opened, of some mechanisms or all."""
    known: list[Course] = once(
        ("courses", matter.pk),
        lambda: list(matter.courses.select_related("party").order_by("pk")),
    )
    return [course for course in known if not mechanisms or course.mechanism in mechanisms]


def running(matter: Matter, *mechanisms: str) -> list[Course]:
    """Return the courses that have not come to their end."""
    return [course for course in courses(matter, *mechanisms) if course.closed_at is None]


def measures(matter: Matter) -> list[Measure]:
    """Return the measures that are in force."""
    known: list[Measure] = once(
        ("measures", matter.pk),
        lambda: list(matter.measures.filter(released_date=None).select_related("party")),
    )
    return known


def services(matter_id: int) -> list[Service]:
    """Return every attempt at service."""
    known: list[Service] = once(
        ("services", matter_id),
        lambda: list(Service.objects.filter(matter=matter_id).select_related("instrument")),
    )
    return known


def issued(matter: Matter, template: str) -> list[int]:
    """Return the numbers of the issued papers of a template, newest first."""
    known: list[tuple[int, str]] = once(
        ("issued", matter.pk),
        lambda: list(issued_in(matter.pk).values_list("pk", "template")),
    )
    return [pk for pk, of in known if of == template]


def accounts(matter: Matter) -> list[PayeeAccount]:
    """Return the accounts for payment, the oldest first."""
    known: list[PayeeAccount] = once(
        ("accounts", matter.pk),
        lambda: list(matter.payee_accounts.select_related("creditor").order_by("pk")),
    )
    return known


def payments(matter: Matter) -> list[Payment]:
    """Return every payment, those that were reversed and their reversals among them."""
    known: list[Payment] = once(("payments", matter.pk), lambda: list(matter.payments.all()))
    return known
