"""What the ladder is told, and what it answers."""

from dataclasses import dataclass
from datetime import datetime

from duly.law.terms import Channel, Purpose, Term
from duly.registry.models import ContactPointKind

NEEDS = {
    Channel.SMS: ContactPointKind.PHONE,
    Channel.CALL: ContactPointKind.PHONE,
    Channel.EMAIL: ContactPointKind.EMAIL,
    Channel.POST: ContactPointKind.ADDRESS,
    Channel.VISIT: ContactPointKind.ADDRESS,
}
"""What a channel needs to know; the others need nothing."""


class Outcome(Term):
    """What has come of an attempt so far."""

    OPEN = "open", "尚无结果"
    ARRIVED = "arrived", "已到达"
    FAILED = "failed", "未到达"


@dataclass(frozen=True, slots=True)
class Point:
    """A way to reach a person, with where it is known from."""

    pk: int
    kind: ContactPointKind
    source: str
    confirmed: bool = False
    consent: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """An attempt of the same errand."""

    channel: Channel
    point: int | None
    at: datetime
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Facts:
    """The errand, the person's points in order of record, and what was tried.

    `urged` has the moments at which the person was urged, in whatever matter.
    """

    purpose: Purpose
    points: tuple[Point, ...]
    past: tuple[Past, ...]
    urged: tuple[datetime, ...]
    now: datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """The next attempt: channel, point and the earliest moment; or none. Always with reasons."""

    reasons: tuple[str, ...]
    channel: Channel | None = None
    point: Point | None = None
    not_before: datetime | None = None
