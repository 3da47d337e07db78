"""Facts for the warning before listing (预失信告知), of one debtor."""

from datetime import date, timedelta

from duly.law.calendar import Period
from duly.law.mechanism.defaulter_warning.facts import Facts
from duly.law.mechanism.warning import Contacts, Settlement, Warning
from duly.law.terms import ContactResult, DefaulterGround, FactQuestion, PartyKind, Stage
from duly.procedure import serving
from duly.procedure.facts import case_file, debt
from duly.procedure.facts.care import care
from duly.procedure.facts.relisting import relisting_barred_until
from duly.procedure.facts.stays import stays
from duly.procedure.models import Course, StepTaken
from duly.registry.court_files import calendar
from duly.registry.models import Matter, Party
from duly.work.reading import once

SERVED_FIRST = {
    "enforcement-notice": "《执行通知书》",
    "property-report-order": "《报告财产令》",
    "property-report-form": "《财产申报表》",
}


def gather(course: Course, on: date) -> Facts:
    """Return what the record shows of the grounds, the guards, the warning and the debt."""
    matter, party = course.matter, debtor(course)
    decided = _taken(course, "approve_listing")
    return Facts(
        on=on,
        calendar=calendar(),
        debtor_kind=PartyKind(party.kind),
        care=care(matter, party),
        stays=stays(matter),
        birth_date=party.birth_date,
        grounds=frozenset(
            ground
            for ground in DefaulterGround
            if debt.found(matter, party, FactQuestion.of_ground(ground))
        ),
        security=debt.found(matter, party, FactQuestion.SECURITY),
        preserved=debt.found(matter, party, FactQuestion.PRESERVED),
        later_in_order=debt.found(matter, party, FactQuestion.LATER_IN_ORDER),
        served=papers_served(matter, party, on),
        contacts=contacts(matter, party),
        owing=debt.owing(matter, on, party),
        performed=debt.performed(matter, on, party),
        warning=warning(course, party, on),
        settlement=settlement(matter),
        requested_on=_requested_on(course),
        decided_on=decided.court_day if decided else None,
        decision_served=False,
        publish_from=publish_from(course),
        barred_until=relisting_barred_until(party),
    )


def debtor(course: Course) -> Party:
    """Return the debtor whom a course is about."""
    if course.party is None:
        raise LookupError(f"course {course.pk} is about no debtor")
    return course.party


def papers_served(matter: Matter, party: Party, on: date) -> dict[str, date | None]:
    """Return the day of service of the three papers that every warning names."""
    return {title: _served(matter, party, name, on) for name, title in SERVED_FIRST.items()}


def contacts(matter: Matter, party: Party) -> Contacts:
    """Return how often a debtor was tried and reached during enforcement."""
    made = matter.contacts.filter(party=party, stage=Stage.ENFORCEMENT.value)
    kept: list[str] = once(
        ("contacts", matter.pk, party.pk), lambda: list(made.values_list("result", flat=True))
    )
    results = [ContactResult(value) for value in kept]
    return Contacts(len(results), sum(result.is_contact for result in results))


def warning(course: Course, party: Party, on: date) -> Warning | None:
    """Return the newest warning of a course with the day on which it was served."""
    newest = course.warnings.order_by("-pk").first()
    if newest is None:
        return None
    return Warning(
        issued_on=newest.issued_date,
        last_day=newest.last_date,
        served_on=serving.paper_served(newest.paper_id, party, on=on),
    )


def settlement(matter: Matter) -> Settlement | None:
    """Return the newest settlement as the rules see it."""
    agreed = debt.settlement(matter)
    if agreed is None:
        return None
    return Settlement(agreed.reached_date, agreed.ends_date, agreed.performed, agreed.ended_date)


def publish_from(course: Course) -> date | None:
    """Return the first day on which a decided listing may be published: the grace is over."""
    decided = _taken(course, "approve_listing")
    return None if decided is None else published_after(course, decided.court_day)


def published_after(course: Course, decided_on: date) -> date:
    """Return the first day of publication of a listing decided on a day, by its proposal."""
    proposal = _taken(course, "propose_listing", "propose_urgently")
    months = int(proposal.answers.get("grace_months") or 0) if proposal else 0
    if months == 0:
        return decided_on
    return Period(months=months).reckon(decided_on, calendar()).last_day + timedelta(days=1)


def _served(matter: Matter, party: Party, template: str, on: date) -> date | None:
    papers = case_file.issued(matter, template)
    days = [serving.paper_served(paper, party, on=on) for paper in papers]
    return min((day for day in days if day is not None), default=None)


def _requested_on(course: Course) -> date | None:
    """The applicant's request that stands: not the one that was declined."""
    newest = _taken(course, "request_listing", "decline_request")
    if newest is None or newest.name == "decline_request":
        return None
    return date.fromisoformat(newest.answers["requested_on"])


def _taken(course: Course, *names: str) -> StepTaken | None:
    return case_file.newest_step(course, *names)
