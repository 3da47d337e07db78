"""What the record says of the debt: owed today, paid, and since when performed."""

from datetime import date

from django.utils import timezone

from duly.law.money import Yuan
from duly.law.terms import FactQuestion, PartyRole
from duly.ledger import book
from duly.ledger import queries as ledger
from duly.ledger.book import Record
from duly.ledger.queries import Statement
from duly.procedure.facts import case_file
from duly.procedure.facts.rows import of, rows
from duly.procedure.models import Certificate, Settlement
from duly.registry.court_files import calendar, rates
from duly.registry.models import Fact, Matter, Party
from duly.work.prepared import Prepared
from duly.work.reading import of_matter, once

FACTS = rows(
    Prepared(
        lambda matters: Fact.objects.filter(withdrawn_at=None, matter_id__in=matters).order_by(
            "-pk"
        )
    )
)
SETTLEMENTS = rows(
    Prepared(lambda matters: Settlement.objects.filter(matter_id__in=matters).order_by("-pk"))
)


def statement(matter: Matter, on: date) -> Statement:
    """Return what is owed in a matter on a day, to the fen."""
    shown: Statement = once(
        ("statement", matter.pk, on),
        lambda: ledger.reckon(account(matter), on, calendar(), rates()),
    )
    return shown


def account(matter: Matter) -> Record:
    """Return what is owed, and what was paid towards it or given up, whatever the day."""
    known: Record = of_matter(book.records, matter.pk)
    return known


def owing(matter: Matter, on: date, party: Party | None = None) -> Yuan | None:
    """Return what is still owed on a day, by a debtor or in all; None if it cannot be told."""
    shown = statement(matter, on)
    if shown.total is None:
        return None
    return shown.total if party is None else shown.owed_by(party.pk)


def performed(matter: Matter, on: date, party: Party | None = None) -> bool | None:
    """Return whether everything that a debtor answers for, or everyone, is performed.

    A judge's finding on the evidence of payment counts as performance by that debtor.
    """
    if party is not None:
        if found(matter, party, FactQuestion.PERFORMED_ON_EVIDENCE):
            return True
        shown = statement(matter, on)
        return shown.performed_by(party.pk) if _answers(shown, party) else shown.is_performed
    if statement(matter, on).is_performed:
        return True
    debtors = case_file.parties(matter, PartyRole.DEBTOR)
    each = {performed(matter, on, debtor) for debtor in debtors}
    return False if False in each or not each else (None if None in each else True)


def performed_since(matter: Matter, on: date, party: Party) -> date | None:
    """Return the day on which a debtor's debt was performed; None while it is not.

    Who answers for nothing on record is free when everything is performed.
    """
    agreed = settlement(matter)
    if agreed is not None and agreed.performed is True:
        return agreed.ended_date
    for judged in _standing(matter, party, FactQuestion.PERFORMED_ON_EVIDENCE):
        if judged.holds:
            return timezone.localdate(judged.found_at)
    if once(("came", matter.pk), lambda: _nothing_came(matter)):
        return None
    shown = statement(matter, on)
    return shown.performed_by_on(party.pk) if _answers(shown, party) else shown.performed_on


def _nothing_came(matter: Matter) -> bool:
    return not case_file.payments(matter) and ledger.nothing_came(matter.pk)


def _answers(shown: Statement, party: Party) -> bool:
    return any(party.pk in line.debtor_ids for line in shown.lines)


def certified_on(matter: Matter, party: Party) -> date | None:
    """Return the day of a debtor's certificate that stands, in full or on the main part."""
    if all(course.state == "open" for course in case_file.courses(matter, "certificate")):
        return None
    standing: list[Certificate] = once(
        ("certificates", matter.pk),
        lambda: list(Certificate.objects.filter(course__matter=matter, revoked_date=None)),
    )
    return next((one.issued_date for one in standing if one.party_id == party.pk), None)


def paid(matter: Matter, on: date) -> Yuan:
    """Return what has arrived until a day."""
    return statement(matter, on).paid


def found(matter: Matter, party: Party | None, question: FactQuestion) -> bool | None:
    """Return what a named person found on a question; None where nobody has found anything.

    Where no party is named, a finding about any of them counts.
    """
    return next((fact.holds for fact in _standing(matter, party, question)), None)


def _standing(matter: Matter, party: Party | None, question: FactQuestion) -> list[Fact]:
    """Return the findings on a question that were not withdrawn, newest first."""
    return [
        fact
        for fact in of(matter, FACTS)
        if fact.question == question and (party is None or fact.party_id == party.pk)
    ]


def kept_settlement(matter: Matter, on: date, party: Party) -> Settlement | None:
    """Return the settlement by which alone a debtor is free; None where the debt itself is paid.

    A rest that was waived under the settlement was never performed.
    """
    agreed = settlement(matter)
    if agreed is None or agreed.performed is not True:
        return None
    paid_in_full = performed(matter, on, party) and not statement(matter, on).waived.fen
    return None if paid_in_full else agreed


def settlement(matter: Matter) -> Settlement | None:
    """Return the newest settlement of a matter, running or ended."""
    return next(iter(settlements(matter)), None)


def settlements(matter: Matter) -> list[Settlement]:
    """Return the settlements of a matter, the newest first."""
    return of(matter, SETTLEMENTS)
