"""Stories played together: whatever their order, every act happens at its own moment."""

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from heapq import heappop, heappush
from typing import Any, TypeVar

Performance = Callable[[datetime], Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Act:
    """Something that somebody does at a moment; `perform` is called when it comes."""

    at: datetime
    perform: Performance


StoryOf = Generator[Act, Any, T]
Story = StoryOf[Any]


class OutOfOrder(ValueError):
    """A story went back in time, or past the day on which the demo is looked at."""


def play(stories: Iterable[Story], *, before: date) -> int:
    """Perform the acts of all stories in the order of time. Return how many there were.

    Each story goes on with what its last act returned. Every act must come before a day.

    :raises OutOfOrder: if an act does not.
    """
    told = list(stories)
    waiting: list[tuple[datetime, int, Act]] = []
    for place in range(len(told)):
        _await_next(waiting, told, place, None, None)
    count = 0
    while waiting:
        at, place, act = heappop(waiting)
        if at.date() >= before:
            raise OutOfOrder(f"第{place + 1}件的事项排到了{at:%Y-%m-%d}")
        done = act.perform(at)
        _await_next(waiting, told, place, done, at)
        count += 1
    return count


def _await_next(
    waiting: list[tuple[datetime, int, Act]],
    told: list[Story],
    place: int,
    done: Any,
    after: datetime | None,
) -> None:
    try:
        act = told[place].send(done)
    except StopIteration:
        return
    if after is not None and act.at < after:
        raise OutOfOrder(f"第{place + 1}件的事项倒退到了{act.at:%Y-%m-%d %H:%M}")
    heappush(waiting, (act.at, place, act))
