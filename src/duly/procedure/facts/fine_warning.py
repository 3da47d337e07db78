"""Facts for the warning before a fine (预罚款告知), of one debtor."""

from datetime import date

from duly.law.mechanism.fine_warning import Facts
from duly.law.terms import PartyKind
from duly.procedure.facts import debt, sanction
from duly.procedure.facts.care import care
from duly.procedure.facts.defaulter_warning import (
    contacts,
    debtor,
    papers_served,
    settlement,
    warning,
)
from duly.procedure.facts.stays import stays
from duly.procedure.models import Course
from duly.registry.court_files import calendar


def gather(course: Course, on: date) -> Facts:
    """Return what the record shows of acts, claim, warning, debt, proposal and decision."""
    matter, party = course.matter, debtor(course)
    return Facts(
        on=on,
        calendar=calendar(),
        debtor_kind=PartyKind(party.kind),
        care=care(matter, party),
        stays=stays(matter),
        acts=sanction.acts(party),
        claim=sanction.claim(matter, party, on),
        instrument_kind=sanction.instrument_kind(matter),
        effective=sanction.effective(matter, on),
        served=papers_served(matter, party, on),
        contacts=contacts(matter, party),
        owing=debt.owing(matter, on, party),
        performed=debt.performed(matter, on, party),
        warning=warning(course, party, on),
        settlement=settlement(matter),
        proposal=sanction.proposal(course),
        decision=sanction.decision(course, party, on),
    )
