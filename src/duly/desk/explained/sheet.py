"""What a mechanism's page gathers from its step table: papers, clocks and measures."""

from dataclasses import dataclass
from typing import Any

from duly.law.calendar import Period
from duly.law.mechanism.release import owed_within, signed_by_president
from duly.law.sources import Citation, clauses
from duly.law.step import Clock, Mechanism, Step
from duly.law.terms import MeasureKind

AnyStep = Step[Any]


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper, by its template's id, with the steps that draft it and that issue it."""

    template: str
    drawn_by: tuple[AnyStep, ...]
    issued_by: tuple[AnyStep, ...]


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A clock, with the steps that start it and that stop it."""

    clock: Clock
    started_by: tuple[AnyStep, ...]
    stopped_by: tuple[AnyStep, ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure, with the steps that impose it, and how it is lifted once the debt is paid."""

    kind: MeasureKind
    imposed_by: tuple[AnyStep, ...]
    within: Period
    signed: bool


def papers(mechanism: Mechanism[Any]) -> tuple[PaperRow, ...]:
    """Return the papers of a mechanism, in the order of its steps."""
    ids = dict.fromkeys(one for step in mechanism.steps for one in (*step.draws, *step.issues))
    return tuple(
        PaperRow(
            one,
            tuple(step for step in mechanism.steps if one in step.draws),
            tuple(step for step in mechanism.steps if one in step.issues),
        )
        for one in ids
    )


def clocks(mechanism: Mechanism[Any]) -> tuple[ClockRow, ...]:
    """Return the clocks of a mechanism, in the order of its steps."""
    kept = dict.fromkeys(clock for step in mechanism.steps for clock in step.starts)
    return tuple(
        ClockRow(
            clock,
            tuple(step for step in mechanism.steps if clock in step.starts),
            tuple(step for step in mechanism.steps if clock.name in step.stops),
        )
        for clock in kept
    )


def measures(mechanism: Mechanism[Any]) -> tuple[MeasureRow, ...]:
    """Return the measures that a mechanism imposes; for releases, every measure there is."""
    imposed = {kind for step in mechanism.steps for kind in step.imposes}
    shown = MeasureKind if mechanism.name == "release" else imposed
    return tuple(
        MeasureRow(
            kind,
            tuple(step for step in mechanism.steps if kind in step.imposes),
            owed_within(kind),
            signed_by_president(kind),
        )
        for kind in MeasureKind
        if kind in shown
    )


def clauses_of(mechanism: Mechanism[Any]) -> tuple[Citation, ...]:
    """Return the clauses that a mechanism rests on, in the order of the source."""
    steps = {step.clause for step in mechanism.steps}
    return tuple(found for name, found in clauses().items() if name in steps)
