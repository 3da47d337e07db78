"""Facts for pre-enforcement urging (执前督促)."""

from collections.abc import Iterable, Iterator
from datetime import date

from duly.law.mechanism.pre_enforcement.facts import Facts
from duly.law.mechanism.pre_enforcement.steps import URGING_MONTH
from duly.law.mechanism.preservation import Preservation
from duly.law.terms import ContactResult, FactQuestion, PartyRole, Stage
from duly.procedure import holding, limitation, records, serving
from duly.procedure.facts import case_file, debt, instrument
from duly.procedure.models import Course, Deadline, StepTaken
from duly.registry.court_files import calendar
from duly.registry.models import ContactPoint, Matter


def gather(course: Course, on: date) -> Facts:
    """Return what the record shows of effect, exclusions, consent, contacts and the month."""
    matter = course.matter
    standing = instrument.last(matter)
    taken = set(StepTaken.objects.filter(course=course).values_list("name", flat=True))
    contacts = matter.contacts.filter(stage=Stage.PRE_ENFORCEMENT.value)
    results = [ContactResult(value) for value in contacts.values_list("result", flat=True)]
    term = course.deadlines.filter(name="urging_month").order_by("-pk").first()
    notices = case_file.issued(matter, "urging-notice")
    return Facts(
        on=on,
        effect=instrument.takes_effect(matter, on=on),
        first_instance_here=instrument.is_own(matter),
        served_by_public_notice=serving.served_by_public_notice(matter, standing)
        if standing
        else None,
        emergency=debt.found(matter, None, FactQuestion.EMERGENCY),
        consented=True if "record_consent" in taken else None,
        can_be_reached=_has_contact_point(matter),
        owing=debt.owing(matter, on),
        paid=debt.paid(matter, on),
        term_ends_on=holding.counted_last_day(term, on) if term else None,
        extended="extend" in taken,
        warned_of_consequences=contacts.filter(told_consequences=True).exists()
        or _any_served(matter, notices, on),
        refused="record_refusal" in taken,
        attempts=len(results),
        reached=sum(result.is_contact for result in results),
        notice_issued=bool(notices),
        performed=debt.performed(matter, on),
        limitation_on=limitation.of(matter, on).last_day,
        preservations=tuple(_preservations(matter)),
        urging_ends_on=_would_end(term, on),
    )


def _would_end(term: Deadline | None, on: date) -> date | None:
    """The last day of the month of urging, or of one that would start today."""
    if term is not None or URGING_MONTH.period is None:
        return term.last_date if term else None
    return URGING_MONTH.period.reckon(on, calendar()).last_day


def _preservations(matter: Matter) -> Iterator[Preservation]:
    for one in records.preservations_of(matter):
        if one.expires_date is not None:
            yield Preservation(f"{one}（{one.object}）", one.expires_date)


def _has_contact_point(matter: Matter) -> bool:
    return ContactPoint.objects.filter(
        party__matter=matter, party__role=PartyRole.DEBTOR.value
    ).exists()


def _any_served(matter: Matter, papers: Iterable[int], on: date) -> bool:
    debtors = case_file.parties(matter, PartyRole.DEBTOR)
    return any(serving.paper_served(paper, debtor, on=on) for paper in papers for debtor in debtors)
