"""What a run prints: progress, steps by name, refusals by rule, a violation with its history."""

from collections.abc import Iterator

from duly.law.mechanism import MECHANISMS
from duly.upkeep.prove.procedure.history import EVENTS_EACH, Tally, replay
from duly.upkeep.prove.procedure.proof import ENOUGH_FOR_EVERY_STEP, Proved


def progress(tally: Tally, seconds: float, events: int) -> str:
    """Return how far a run of so many events is, and in how many minutes it will be done."""
    pace = tally.events / seconds
    left = max(events - tally.events, 0) / pace / 60
    return (
        f"{tally.events} of {events} events, {tally.matters} matters, "
        f"{tally.taken.total()} steps taken, {pace:.0f} events/s, {left:.0f} min left"
    )


def lines(proved: Proved) -> Iterator[str]:
    """Return the report of a run, its figures last."""
    tally = proved.tally
    yield "steps taken:"
    for mechanism in MECHANISMS.values():
        for step in mechanism.steps:
            yield f"  {tally.taken[mechanism.name, step.name]:>9}  {mechanism.name}.{step.name}"
    yield "refusals:"
    for rule, count in tally.refused.most_common():
        yield f"  {count:>9}  {rule}"
    for found in tally.found:
        yield f"VIOLATION at event {found.event}, seed {proved.seed}: {found.sentence}"
        yield from found.lines
        yield f"again: duly prove procedure --seed {proved.seed} --replay {found.event}"
    if proved.never and tally.events >= ENOUGH_FOR_EVERY_STEP:
        yield f"never taken in {tally.events} events: {', '.join(proved.never)}"
    yield proved.line


def replayed(event: int, seed: int) -> tuple[str, ...]:
    """Return the history of an event of a run, up to that event."""
    index, last = divmod(event, EVENTS_EACH)
    return replay(index, seed, last, MECHANISMS)
