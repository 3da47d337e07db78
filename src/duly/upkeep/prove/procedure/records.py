"""What a matter has on record in the model: papers, services, measures, decisions, money."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from duly.law.calendar import Calendar
from duly.law.mechanism.listing.facts import CorrectionGround
from duly.law.money import Row
from duly.law.service import Attempt
from duly.law.step import Step
from duly.law.terms import (
    AccountOwner,
    CommitmentKind,
    FactQuestion,
    HoldKind,
    MeasureKind,
    ObjectionKind,
    ObligationKind,
    Role,
    SanctionGround,
    SanctionKind,
    SanctionTarget,
    Stage,
    Term,
)
from duly.upkeep.prove.procedure.people import Actor, Person


@dataclass(slots=True, eq=False)
class Paper:
    """An issued paper, for one party or for every debtor."""

    pk: int
    template: str
    issued_on: date
    persons: tuple[Person, ...]


@dataclass(slots=True, eq=False)
class Served:
    """An attempt to serve a paper on a party."""

    paper: Paper
    person: Person
    attempt: Attempt


@dataclass(slots=True, eq=False)
class Contacted:
    """An attempt to reach a debtor."""

    person: Person
    stage: Stage
    reached: bool
    told: bool


@dataclass(slots=True, eq=False)
class Found:
    """A finding of fact by a person; `person` None where it is about the matter."""

    pk: int
    question: FactQuestion
    person: Person | None
    holds: bool
    on: date
    withdrawn: bool = False


@dataclass(slots=True, eq=False)
class Deed:
    """An act against enforcement, as a judge found it."""

    pk: int
    person: Person
    ground: SanctionGround
    committed_on: date
    withdrawn: bool = False
    sanctioned: dict[SanctionKind, date] = field(default_factory=dict)
    referred: bool = False


@dataclass(slots=True, eq=False)
class Decision:
    """A fine or a detention as decided, and what became of it."""

    pk: int
    kind: SanctionKind
    person: Person
    target: SanctionTarget
    deeds: tuple[Deed, ...]
    decided_on: date
    paper: Paper
    fen: int | None
    days: int | None
    applied_on: date | None = None
    answered: bool = False
    revoked: bool = False
    ended_on: date | None = None
    taken_on: date | None = None
    until: date | None = None
    family_told: bool = False


@dataclass(slots=True, eq=False)
class Measure:
    """A measure against a debtor or his property."""

    pk: int
    person: Person
    kind: MeasureKind
    imposed_on: date
    expires_on: date | None = None
    has_term: bool = False
    thing: str = ""
    fen: int | None = None
    released_on: date | None = None


@dataclass(slots=True, eq=False)
class Agreed:
    """A settlement; `performed` None while it runs."""

    reached_on: date
    ends_on: date
    performed: bool | None = None
    ended_on: date | None = None
    rows: tuple[Row, ...] = ()
    waives: bool = False


@dataclass(slots=True, eq=False)
class Promise:
    """A commitment: to a settlement, or for a repair, with the measures lifted and restored."""

    kind: CommitmentKind
    person: Person
    agreed: Agreed | None = None
    kinds: tuple[MeasureKind, ...] = ()
    consented_on: date | None = None
    signed_on: date | None = None
    repair_from: date | None = None
    repair_until: date | None = None
    promised_on: date | None = None
    lifted: list[Measure] = field(default_factory=list)
    restored: list[Measure] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Objected:
    """An objection, with what it is about and how it ended."""

    person: Person
    kind: ObjectionKind
    thing: str
    received_on: date
    signed_on: date | None = None
    outcome: str = ""
    measure: "Measure | None" = None
    ended_on: date | None = None


@dataclass(slots=True, eq=False)
class Duty:
    """What the instrument or the court orders: an act, or money in fen."""

    pk: int
    kind: ObligationKind
    fen: int | None
    debtors: frozenset[Person]
    creditor: Person | None
    due: date | None = None
    doubles: bool = False
    acceleration: str = ""
    withdrawn: bool = False
    done_on: date | None = None


@dataclass(slots=True, eq=False)
class Paid:
    """Money that arrived; with `waives` the creditor gave up the rest."""

    pk: int
    person: Person
    fen: int
    on: date
    arrival: AccountOwner
    reversed: bool = False
    waives: bool = False


@dataclass(slots=True, eq=False)
class PaidOut:
    """Money that the court passed on, or returned."""

    pk: int
    person: Person
    fen: int
    refund_of: int | None
    returned: bool = False


@dataclass(slots=True, eq=False)
class Deadline:
    """A time limit that runs until it is stopped."""

    name: str
    owner: Role
    start: date
    last_day: date
    moves: bool
    stopped: bool = False


@dataclass(slots=True, eq=False)
class Holding:
    """A hold on the matter, with the last days that it moved."""

    pk: int
    kind: HoldKind
    first: date
    last: date | None = None
    before: list[tuple[Deadline, date, date]] = field(default_factory=list)
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken."""

    name: str
    origin: Term
    target: Term
    on: date
    actor: Actor
    post: Role
    answers: dict[str, Any]


@dataclass(slots=True, eq=False)
class Course:
    """A course of a mechanism, about one party or the whole matter."""

    pk: int
    mechanism: str
    state: Term
    person: Person | None = None
    closed: bool = False
    taken: list[Taken] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    warnings: list[tuple[Paper, date]] = field(default_factory=list)
    measure: Measure | None = None
    promise: Promise | None = None
    objected: Objected | None = None
    decision: Decision | None = None
    mediator: Actor | None = None
    recused: set[Actor] = field(default_factory=set)
    correction: CorrectionGround | None = None
    proposed_fen: int | None = None
    certified: bool = False
    refused_at: int = -1
    refused: set[str] = field(default_factory=set)

    def newest(self, *names: str) -> Taken | None:
        """Return the newest step taken of some names."""
        return next((one for one in reversed(self.taken) if one.name in names), None)

    def running(self, name: str) -> Deadline | None:
        """Return the newest time limit of a name."""
        return next((one for one in reversed(self.deadlines) if one.name == name), None)


@dataclass(slots=True)
class Act:
    """An attempt to take a step: who, what, with which answers, on which facts."""

    course: Course
    step: Step[Any]
    answers: dict[str, Any]
    actor: Actor
    post: Role
    on: date
    facts: Any
    calendar: Calendar
    papers: list[Paper] = field(default_factory=list)
