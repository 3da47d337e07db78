"""Facts for the warning before detention (拘留风险告知), of one debtor."""

from datetime import date

from duly.law.mechanism.detention_warning import Facts
from duly.law.mechanism.sanction.custody import Custody
from duly.law.terms import PartyKind
from duly.procedure.facts import case_file, debt, sanction
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
        custody=_custody(course),
        police_asked=_police_asked(course),
    )


def _custody(course: Course) -> Custody | None:
    decided = sanction.sanction(course)
    if decided is None or decided.days is None:
        return None
    changed = getattr(decided, "reconsideration", None)
    return Custody(
        days=(changed.days if changed and changed.days else decided.days),
        from_on=decided.custody_from,
        until=decided.custody_until,
        family_told=decided.family_notified_at is not None,
    )


def _police_asked(course: Course) -> bool:
    """Whether a request to the police has been asked for and not signed yet."""
    names = ("propose_police_request", "approve_police_request")
    newest = case_file.newest_step(course, *names)
    return newest is not None and newest.name == "propose_police_request"
