"""A run of many histories, on one core or more; the same for a seed on any number of cores."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context

from duly.law.mechanism import MECHANISMS
from duly.upkeep.prove.figures import commit, machine
from duly.upkeep.prove.procedure.completeness import refuse_what_is_new
from duly.upkeep.prove.procedure.goals import histories_for
from duly.upkeep.prove.procedure.history import EVENTS_EACH, Tally, live
from duly.upkeep.prove.procedure.matter import Tables
from duly.upkeep.prove.procedure.opening import steps_of

ENOUGH_FOR_EVERY_STEP = 100_000
IN_A_PART = 25
# Doors that close by themselves when the measure is lifted: the step is for a record that
# disagrees with its courses, which no history here brings about.
BY_NATURE_NEVER = frozenset({("listing", "end"), ("permit", "end")})

Progress = Callable[[Tally, float], None]


@dataclass(frozen=True, slots=True)
class Part:
    """Histories of a run that one process lives through, first to last."""

    first: int
    last: int
    events: int
    seed: int


@dataclass(frozen=True, slots=True)
class Proved:
    """What a run showed, and how long it took."""

    tally: Tally
    seconds: float
    seed: int
    never: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether no invariant broke, and every step was taken where that can be expected."""
        return not self.tally.found and not (
            self.never and self.tally.events >= ENOUGH_FOR_EVERY_STEP
        )

    @property
    def line(self) -> str:
        """The figures in a line."""
        told, pace = self.tally, self.tally.events / self.seconds
        return (
            f"procedure: {told.events} events, {told.matters} matters, "
            f"{told.taken.total()} steps taken, {len(told.found)} violations, "
            f"{pace:.0f} events/s, {commit()}, {machine()}, seed {self.seed}"
        )


def prove(
    events: int,
    seed: int,
    *,
    processes: int = 1,
    tables: Tables = MECHANISMS,
    progress: Progress | None = None,
) -> Proved:
    """Live through random histories. Raises Unmodelled where the tables have something new.

    Stops after the part in which a violation is found.
    """
    refuse_what_is_new(tables)
    started, whole = time.monotonic(), Tally()
    for tally in _lived(list(_parts(events, seed)), processes, tables):
        whole.add(tally)
        if progress is not None:
            progress(whole, time.monotonic() - started)
        if whole.found:
            break
    if events >= ENOUGH_FOR_EVERY_STEP and not whole.found:
        _live_for_the_rest(whole, seed, tables)
    never = tuple(".".join(one) for one in _not_taken(whole, tables))
    return Proved(whole, time.monotonic() - started, seed, never)


def _not_taken(tally: Tally, tables: Tables) -> list[tuple[str, str]]:
    return [
        one for one in steps_of(tables) if one not in tally.taken and one not in BY_NATURE_NEVER
    ]


def _live_for_the_rest(tally: Tally, seed: int, tables: Tables) -> None:
    """Live on, in histories that lean towards each step that no history has taken by chance."""
    for step in _not_taken(tally, tables):
        for index in histories_for(step, steps_of(tables)):
            tally.add(live(index, seed, EVENTS_EACH, tables))
            if step in tally.taken or tally.found:
                break


def _parts(events: int, seed: int) -> Iterator[Part]:
    matters = -(-events // EVENTS_EACH)
    for first in range(0, matters, IN_A_PART):
        yield Part(first, min(first + IN_A_PART, matters), events, seed)


def _lived(parts: list[Part], processes: int, tables: Tables) -> Iterator[Tally]:
    if processes == 1:
        for part in parts:
            yield _live(part, tables)
        return
    # A fresh interpreter for each: nothing that a test or a server holds is carried over.
    with get_context("spawn").Pool(processes) as pool:
        yield from pool.imap(_live_by_tables, parts)


def _live_by_tables(part: Part) -> Tally:
    return _live(part, MECHANISMS)


def _live(part: Part, tables: Tables) -> Tally:
    whole = Tally()
    for index in range(part.first, part.last):
        left = min(EVENTS_EACH, part.events - index * EVENTS_EACH)
        whole.add(live(index, part.seed, left, tables))
        if whole.found:
            break
    return whole
