"""One synthetic matter on its way: what its people type, and at which moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

from django.db.models import Q

from duly.accounts.models import User
from duly.documents.queries import issued_of
from duly.law.calendar import Calendar
from duly.law.mechanism import MECHANISMS
from duly.law.money import Yuan
from duly.law.terms import PartyRole, Role
from duly.ledger import funds
from duly.ledger.queries import Statement, statement
from duly.procedure import queries
from duly.procedure.actions import Taken, register_matter, take_step
from duly.procedure.models import Course
from duly.registry.court_files import calendar, rates
from duly.registry.models import Court, Matter
from duly.simulation import days, identities
from duly.simulation.playing import Act, Performance
from duly.simulation.staff import Staff

FEWEST_MINUTES, MOST_MINUTES = 4, 13

# What is typed: known beforehand, or read from the record when the moment has come.
Typed = str | Callable[[], str]


class TooLate(ValueError):
    """The matter cannot be where it should be on a day: it began too late by some days."""

    def __init__(self, by_days: int) -> None:
        super().__init__(f"晚了{by_days}日")
        self.by_days = by_days


@dataclass
class Case:
    """A matter with its registration form, its people and the moment that it has reached.

    `turn` decides which of several holders of a post works on it, `service` how the debtor
    is usually served. Methods that return an Act only say what is to be done; the story
    yields it, and it is done at its moment. Nothing of the record is read before, so that a
    story can be rehearsed by its dates alone.
    """

    court: Court
    staff: Staff
    form: Mapping[str, str]
    on: date
    turn: int
    service: str
    chance: Random
    moment: datetime
    calendar: Calendar = field(default_factory=calendar)
    matter: Matter = field(init=False)
    # Parties never leave a matter and keep their order: each is looked up once.
    parties: dict[tuple[PartyRole, int], str] = field(default_factory=dict, init=False)

    @property
    def today(self) -> date:
        """The day that the matter has reached."""
        return self.moment.date()

    def who(self, role: Role) -> User:
        """Return who works on this matter in a post."""
        return self.staff.of(role, self.turn)

    def go(self, day: date) -> None:
        """Go on to the morning of a day, or of the first workday after it; never back."""
        if day > self.today:
            workday = days.workday_from(day, self.calendar)
            self.moment = days.morning(workday, self.chance.randrange(5, 50))

    def go_workdays(self, count: int) -> None:
        """Go on by some workdays."""
        self.go(self.calendar.working_days_after(self.today, count))

    def be_on(self, day: date) -> None:
        """Go on to the morning of a workday that must not have passed.

        :raises TooLate: if it has.
        """
        if self.today > day:
            raise TooLate((self.today - day).days)
        self.go(day)

    def before_demo(self, workdays: int) -> date:
        """Return the workday so many workdays before the day of the demo."""
        return days.workday_before(self.on, workdays, self.calendar)

    def register(self) -> Act:
        """The trial division registers the matter."""

        def perform(at: datetime) -> Matter:
            self.matter = register_matter(
                answers=self.form, actor=self.who(Role.TRIAL_CLERK), at=at, court=self.court
            )
            return self.matter

        return self._next(perform)

    def take(self, mechanism: str, step: str, by: User | Role, **answers: Typed) -> Act:
        """Somebody takes a step of the newest course of a mechanism."""

        def newest() -> Course:
            courses = Course.objects.filter(matter=self.matter, mechanism=mechanism)
            return courses.order_by("-pk")[0]

        return self.take_on(newest, step, by, **answers)

    def take_on(
        self, course: Callable[[], Course], step: str, by: User | Role, **answers: Typed
    ) -> Act:
        """Somebody takes a step of a certain course."""
        actor = self.who(by) if isinstance(by, Role) else by

        def perform(at: datetime) -> Taken:
            typed = {
                name: said if isinstance(said, str) else said() for name, said in answers.items()
            }
            return self._take(course(), step, actor, typed, at)

        return self._next(perform)

    def party(self, role: PartyRole, place: int = 0) -> Typed:
        """Return the choice that stands for a side, or for one of several on it."""
        key = role, place

        def chosen() -> str:
            if key not in self.parties:
                there = self.matter.parties.filter(role=role.value).order_by("pk")
                self.parties[key] = str(there[place].pk)
            return self.parties[key]

        return chosen

    def paper(self, template: str) -> Typed:
        """Return the choice that stands for the newest paper of a template, the first debtor's."""

        def newest() -> str:
            debtor = self.matter.parties.filter(role=PartyRole.DEBTOR.value).order_by("pk")[0]
            his = issued_of(self.matter.pk, template).filter(
                Q(recipient=None) | Q(recipient=debtor)
            )
            return f"paper-{his.order_by('-pk')[0].pk}"

        return newest

    def instrument(self) -> Typed:
        """Return the choice that stands for the newest instrument."""
        return lambda: f"instrument-{self.matter.instruments.order_by('-pk')[0].pk}"

    def misconduct(self, place: int = 0) -> Typed:
        """Return the choice that stands for an act found, in the order of finding."""
        return lambda: str(self.matter.misconducts.order_by("pk")[place].pk)

    def owed(self, on: date) -> Statement:
        """Return what is owed on a day, by the record as it stands when this is called."""
        return statement(self.matter.pk, on, self.calendar, rates())

    def held(self) -> Yuan:
        """Return what the court's account holds for the creditor now."""
        creditor = self.matter.parties.get(role=PartyRole.CREDITOR.value)
        return funds.of(self.matter.pk).payable_to(creditor.pk)

    def card(self) -> str:
        """Return a fresh test card number."""
        return identities.bank_card(self.chance.randrange(10**9))

    def _take(
        self, course: Course, step: str, actor: User, answers: Mapping[str, str], at: datetime
    ) -> Taken:
        course.matter = self.matter
        decided = MECHANISMS[course.mechanism].step(step)
        shown = {}
        if decided.second_person:
            drawn = queries.preview(course, decided, answers, actor, at)
            shown = {key: paper.sha256 for key, paper in drawn.items()}
        taken = take_step(
            matter_id=self.matter.pk,
            course_id=course.pk,
            step=step,
            answers=answers,
            actor=actor,
            at=at,
            version=self.matter.version,
            shown=shown,
        )
        self.matter = taken.course.matter
        return taken

    def _next(self, perform: Performance) -> Act:
        act = Act(self.moment, perform)
        self.moment = days.later(self.moment, self.chance.randrange(FEWEST_MINUTES, MOST_MINUTES))
        return act
