"""A new matter drafted from its form: every rule weighed, every row made, nothing kept yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duly.law.identity import CaseNumber
from duly.law.terms import Cause, InstrumentOutcome, ObligationKind, PartyRole
from duly.ledger.rows import Ordered
from duly.procedure import parties
from duly.procedure.models import Course
from duly.procedure.opening import FROM_THE_START, course
from duly.procedure.refusal import Unanswered
from duly.procedure.registration import accounts, duties
from duly.procedure.registration.accounts import Confirmation
from duly.procedure.registration.form import Answers, Form, at_place, read
from duly.procedure.registration.registrar import Registrar
from duly.registry import rows
from duly.registry.models import ContactPoint, ContactPointKind, Instrument, Matter, Party
from duly.registry.rows import NewMatter

ON_REGISTRATION = "立案登记"


@dataclass(frozen=True, slots=True)
class Draft:
    """A matter that may be registered: its rows in every table, not kept yet."""

    new: NewMatter
    obligations: Sequence[Ordered]
    courses: Sequence[Course]
    confirmed: Sequence[Confirmation]

    @property
    def matter(self) -> Matter:
        """The matter itself."""
        return self.new.matter

    @property
    def instrument(self) -> Instrument:
        """The instrument that orders everything."""
        return self.new.instruments[0]


def draft(form: Form, by: Registrar) -> Draft:
    """Return the matter that a form describes, in its first state.

    Whether it is registered already is not asked here. Raises Unregistrable.
    """
    given = read(form, by.on)
    matter = Matter(
        court=by.court,
        cause=given.instrument["cause"],
        focus=Cause(given.instrument["focus"]).value,
        opened_at=by.at,
    )
    new = NewMatter(matter)
    creditors = _parties(new, PartyRole.CREDITOR, given.creditors, by)
    debtors = _parties(new, PartyRole.DEBTOR, given.debtors, by)
    with at_place("instrument"):
        new.instruments.append(_instrument(matter, given.instrument))
    ordered = duties.draft(new.instruments[0], given.duties, creditors, debtors, by.at)
    courses = list(_courses(matter, debtors, by))
    confirmed = accounts.draft(
        courses[1],
        creditors,
        given.accounts,
        orders_money=any(duty["duty_kind"] is ObligationKind.MONEY for duty in given.duties),
        by=by,
    )
    new.accounts.extend(one.account for one in confirmed)
    return Draft(new, ordered, courses, confirmed)


def _parties(
    new: NewMatter, role: PartyRole, typed: Sequence[Answers], by: Registrar
) -> list[Party]:
    added = []
    for index, given in enumerate(typed):
        with at_place(f"{role.value}s", index):
            added.append(_party(new, role, given, by))
    return added


def _party(new: NewMatter, role: PartyRole, given: Answers, by: Registrar) -> Party:
    prefix = f"{role.value}_"
    kind, name = given[f"{prefix}kind"], given[f"{prefix}name"]
    representative = given.get(f"{prefix}representative")
    number, born = parties.weigh(
        new.parties,
        role,
        kind=kind,
        name=name,
        identifier=given[f"{prefix}identifier"],
        representative=representative,
        prefix=prefix,
    )
    party = rows.party(
        matter=new.matter,
        role=role,
        kind=kind,
        name=name,
        identifier=number,
        birth_date=born,
        legal_representative=representative or "",
    )
    new.parties.append(party)
    new.contact_points.extend(_contact_points(party, prefix, given, by))
    return party


def _contact_points(
    party: Party, prefix: str, given: Answers, by: Registrar
) -> Iterator[ContactPoint]:
    for kind in (ContactPointKind.PHONE, ContactPointKind.ADDRESS):
        value = given.get(f"{prefix}{kind.value}")
        if value:
            yield rows.contact_point(
                party=party,
                kind=kind,
                value=value,
                source=ON_REGISTRATION,
                at=by.at,
                confirmed_for_service=given.get("address_confirmed", False),
                electronic_consent=given.get("electronic_consent", False),
            )


def _instrument(matter: Matter, given: Answers) -> Instrument:
    number: CaseNumber = given["number"]
    own = number.court == matter.court.code
    name = given["court_name"] or (matter.court.name if own else "")
    if not name:
        raise Unanswered({"court_name": "作出法院：案号不是本院的，请填写作出法院"})
    if own and name != matter.court.name:
        raise Unanswered({"court_name": f"作出法院：案号代字{number.court}是{matter.court.name}"})
    return rows.instrument(
        matter=matter,
        number=number,
        court_name=name,
        kind=given["instrument_kind"],
        outcome=InstrumentOutcome.FIRST_INSTANCE,
        made_date=given["made_on"],
        performance_days=given["performance_days"],
        performance_date=given["performance_date"],
    )


def _courses(matter: Matter, debtors: Sequence[Party], by: Registrar) -> Iterator[Course]:
    for mechanism in ("record", "post_judgment"):
        yield course(matter=matter, mechanism=mechanism, at=by.at)
    for mechanism in FROM_THE_START:
        for debtor in debtors:
            yield course(matter=matter, mechanism=mechanism, at=by.at, party=debtor)
