"""A matter in memory: what is on record, and what follows from it on a day."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from duly.law.calendar import Calendar
from duly.law.effect import Effect, Instrument, due_date, takes_effect
from duly.law.finding import Outcome
from duly.law.mechanism.limitation import Interruption, Limitation, Obstacle, reckon
from duly.law.service import weigh
from duly.law.step import Mechanism, Step
from duly.law.terms import FactQuestion, InstrumentKind, MeasureKind, PartyRole
from duly.upkeep.prove.procedure.people import Actor, Person
from duly.upkeep.prove.procedure.purse import Purse
from duly.upkeep.prove.procedure.records import (
    Act,
    Agreed,
    Contacted,
    Course,
    Decision,
    Deed,
    Found,
    Holding,
    Measure,
    Paper,
    Promise,
    Served,
)

Tables = Mapping[str, Mechanism[Any]]
# What each step changes, by mechanism and step.
Effects = Mapping[str, Mapping[str, Callable[["Matter", Act], None]]]


@dataclass(slots=True, eq=False)
class Matter:
    """Everything on record in one matter, on its own day."""

    index: int
    tables: Tables
    chance: Random
    today: date
    calendar: Calendar
    instrument: Instrument
    performance_days: int
    public_notice: bool
    first_instance_here: bool
    purse: Purse
    persons: list[Person] = field(default_factory=list)
    courses: list[Course] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    served: list[Served] = field(default_factory=list)
    contacts: list[Contacted] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    responsible: list[Person] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    settlements: list[Agreed] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    holds: list[Holding] = field(default_factory=list)
    interruptions: list[Interruption] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    account: str = ""
    account_held_until: date | None = None
    account_proposer: Actor | None = None
    enforcement_filed: bool = False
    version: int = 0
    pays: int = 0
    favours: frozenset[str] = frozenset()
    goal: str = ""
    deleted_on_consent: dict[Person, date] = field(default_factory=dict)
    _serial: int = 0
    _effect: tuple[Instrument, date, Effect] | None = None
    _limitations: dict[tuple[object, ...], Limitation] = field(default_factory=dict)
    _served_on: dict[tuple[int, int], tuple[int, date, date | None]] = field(default_factory=dict)

    def number(self) -> int:
        """Return the next number of a record."""
        self._serial += 1
        return self._serial

    def parties(self, *roles: PartyRole) -> list[Person]:
        """Return the parties of some roles, or all."""
        return [one for one in self.persons if not roles or one.role in roles]

    @property
    def debtors(self) -> list[Person]:
        """The debtors."""
        return self.parties(PartyRole.DEBTOR)

    def open_courses(self, *mechanisms: str) -> Iterator[Course]:
        """Return the running courses, of some mechanisms or all."""
        return (
            one
            for one in self.courses
            if not one.closed and (not mechanisms or one.mechanism in mechanisms)
        )

    @property
    def goal_is_near(self) -> bool:
        """Whether the step that this history leans towards starts from where a course stands."""
        return any(
            step.name == self.goal and course.state in step.origins
            for course in self.open_courses(*self.favours)
            for step in self.tables[course.mechanism].steps
        )

    def proposer(self, course: Course, step: Step[Any]) -> Actor | None:
        """Return who made the newest proposal that a step decides, in its course or in any."""
        if step.across:
            return self.account_proposer
        proposal = course.newest(*step.second_person)
        return proposal.actor if proposal else None

    def effect(self) -> Effect:
        """Return whether the instrument has taken effect by today."""
        known = self._effect
        if known is not None and known[0] is self.instrument and known[1] == self.today:
            return known[2]
        effect = takes_effect(self.instrument, on=self.today, calendar=self.calendar)
        self._effect = (self.instrument, self.today, effect)
        return effect

    def effective(self) -> bool | None:
        """Return whether the instrument is in effect; None where it is not known."""
        outcome = self.effect().finding.outcome
        return None if outcome is Outcome.UNDECIDED else outcome is Outcome.MET

    @property
    def instrument_kind(self) -> InstrumentKind:
        """The kind of the instrument that is enforced."""
        return self.instrument.kind

    def due(self) -> date | None:
        """Return the last day to perform, where effect is known."""
        on = self.effect().on
        if on is None:
            return None
        days = self.performance_days
        return due_date(on, days=days, fixed=None, calendar=self.calendar).last_day

    def limitation(self) -> Limitation:
        """Return until when enforcement may be applied for."""
        due = self.due()
        key = (due, self.today, len(self.interruptions), len(self.obstacles))
        if key not in self._limitations:
            self._limitations = {
                key: reckon(
                    due,
                    interruptions=self.interruptions,
                    obstacles=self.obstacles,
                    on=self.today,
                    calendar=self.calendar,
                )
            }
        return self._limitations[key]

    def served_on(self, paper: Paper, person: Person) -> date | None:
        """Return the day on which a paper counts as served on a party, by the product's rules."""
        key = (paper.pk, person.pk)
        known = self._served_on.get(key)
        if known is not None and known[0] == len(self.served) and known[1] == self.today:
            return known[2]
        days = [
            weigh(one.attempt, on=self.today).served_on
            for one in self.served
            if one.paper is paper and one.person is person
        ]
        day = min((day for day in days if day is not None), default=None)
        self._served_on[key] = (len(self.served), self.today, day)
        return day

    def first_served(self, template: str, person: Person) -> date | None:
        """Return the first day on which any paper of a kind was served on a party."""
        days = (self.served_on(one, person) for one in self.papers if one.template == template)
        return min((day for day in days if day is not None), default=None)

    def finding(self, question: FactQuestion, person: Person | None) -> bool | None:
        """Return what was found last and stands; a party None asks about anybody."""
        for one in reversed(self.found):
            if (
                one.question is question
                and not one.withdrawn
                and (person is None or one.person is person)
            ):
                return one.holds
        return None

    @property
    def agreed(self) -> Agreed | None:
        """The newest settlement."""
        return self.settlements[-1] if self.settlements else None

    def owing(self, person: Person | None = None) -> Any:
        """Return what a debtor, or everybody, still owes; None where it cannot be told."""
        return self.purse.owing(person, self.today)

    def performed(self, person: Person | None = None) -> bool | None:
        """Return whether a debtor's, or everybody's, debt is performed."""
        if person is not None:
            if self.finding(FactQuestion.PERFORMED_ON_EVIDENCE, person):
                return True
            return self.purse.performed(person, self.today)
        if self.purse.performed(None, self.today):
            return True
        each = {self.performed(debtor) for debtor in self.debtors}
        return False if False in each or not each else (None if None in each else True)

    def performed_since(self, person: Person) -> date | None:
        """Return since when a debtor has performed; None while he has not."""
        agreed = self.agreed
        if agreed is not None and agreed.performed:
            return agreed.ended_on
        for one in reversed(self.found):
            if (
                one.question is FactQuestion.PERFORMED_ON_EVIDENCE
                and one.person is person
                and not one.withdrawn
                and one.holds
            ):
                return one.on
        return self.purse.performed_on(person, self.today)

    def in_force(self, person: Person, kind: MeasureKind) -> list[Measure]:
        """Return the measures of a kind against a party that stand."""
        return [
            one
            for one in self.measures
            if one.person is person and one.kind is kind and one.released_on is None
        ]

    def newest_measure(self, person: Person, kind: MeasureKind) -> Measure | None:
        """Return the newest measure of a kind against a party, standing or lifted."""
        return next(
            (one for one in reversed(self.measures) if one.person is person and one.kind is kind),
            None,
        )

    def standing_sanctions(self, person: Person) -> list[Decision]:
        """Return the sanctions of a debtor that stand: not revoked, an act still found."""
        return [
            one
            for one in self.decisions
            if one.person is person
            and not one.revoked
            and any(not deed.withdrawn for deed in one.deeds)
        ]

    def certificate(self, person: Person) -> Course | None:
        """Return the course whose certificate of a debtor stands."""
        return next(
            (
                one
                for one in self.courses
                if one.mechanism == "certificate" and one.person is person and one.certified
            ),
            None,
        )
