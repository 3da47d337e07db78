"""One history: a matter and its events, one after another, each weighed by the invariants."""

from collections import Counter
from dataclasses import dataclass, field

from duly.upkeep.prove.procedure.driver import Event, happen, next_event
from duly.upkeep.prove.procedure.invariants import hold
from duly.upkeep.prove.procedure.matter import Matter, Tables
from duly.upkeep.prove.procedure.opening import begin
from duly.upkeep.prove.procedure.refusal import NotTaken, Unmodelled, Violation

EVENTS_EACH = 400


@dataclass(slots=True)
class Found:
    """A violation: what does not hold, in which history, at which event of the run."""

    sentence: str
    event: int
    lines: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What a part of a run did: events, steps taken by name, refusals by rule, violations."""

    events: int = 0
    matters: int = 0
    taken: Counter[tuple[str, str]] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    found: list[Found] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Add another part of the same run."""
        self.events += other.events
        self.matters += other.matters
        self.taken += other.taken
        self.refused += other.refused
        self.found += other.found


def live(index: int, seed: int, events: int, tables: Tables) -> Tally:
    """Live through one history. It ends at its first violation."""
    matter = begin(index, seed, tables)
    tally = Tally(matters=1)
    for number in range(events):
        tally.events += 1
        event = next_event(matter)
        try:
            _one(matter, event, tally)
        except Violation as broken:
            at = index * EVENTS_EACH + number
            tally.found.append(Found(str(broken), at, replay(index, seed, number, tables)))
            break
    return tally


def _one(matter: Matter, event: Event, tally: Tally) -> None:
    try:
        happen(matter, event)
    except NotTaken as refused:
        tally.refused[refused.rule] += 1
        event.rule = refused.rule
    except (Violation, Unmodelled):
        raise
    except Exception as crash:
        raise Violation(f"{said(event)}: {type(crash).__name__}: {crash}") from crash
    else:
        if event.act is not None:
            tally.taken[event.act.course.mechanism, event.act.step.name] += 1
    hold(matter, event)


def replay(index: int, seed: int, last: int, tables: Tables) -> tuple[str, ...]:
    """Return a history in lines, event by event, from its beginning up to one of them."""
    matter = begin(index, seed, tables)
    lines = [f"matter {index}: {matter.today}, " + "; ".join(map(str, matter.persons))]
    tally = Tally()
    for number in range(last + 1):
        event = next_event(matter)
        broken = ""
        try:
            _one(matter, event, tally)
        except Violation as violation:
            broken = f"  !! {violation}"
        lines.append(f"{index * EVENTS_EACH + number}  {matter.today}  {said(event)}{broken}")
        if broken:
            break
    return tuple(lines)


def said(event: Event) -> str:
    """Return an event in a line: who tried what, and what came of it."""
    if event.course is None or event.step is None:
        return "clock"
    whom = f" of {event.course.person}" if event.course.person else ""
    name = f"{event.course.mechanism}[{event.course.pk}].{event.step.name}{whom}"
    if event.act is None:
        return f"{name} by {event.actor}: refused ({event.rule or 'not weighed'})"
    answers = ", ".join(f"{key}={value}" for key, value in event.act.answers.items())
    return f"{name} by {event.actor} -> {event.course.state} ({answers})"
