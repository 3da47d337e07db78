"""A court's ladder as data: order of channels, waits, quiet hours, caps."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from django.conf import settings

from duly.law.calendar import Calendar
from duly.law.terms import Channel, Purpose

# A text message cannot carry a paper: it urges, it does not serve.
SERVES = frozenset({Channel.EMAIL, Channel.POST, Channel.VISIT, Channel.MEETING})
# What is tried by one channel after the other. A code goes to one telephone, or nowhere.
CLIMBED = (Purpose.SERVICE, Purpose.URGING, Purpose.ALERT)
# How a court that says nothing of it alerts a creditor to a changed account.
ALERTING = (Channel.SMS, Channel.EMAIL, Channel.CALL)


class MalformedLadder(ValueError):
    """A court's file says something that a ladder cannot be."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A channel, and how many days it waits after an attempt that arrived unanswered."""

    channel: Channel
    wait: timedelta


@dataclass(frozen=True, slots=True)
class Quiet:
    """The hours, from evening to morning, in which nobody is disturbed; and rest days, if set."""

    start: time
    end: time
    rest_days: bool

    def opening(self, at: datetime, calendar: Calendar) -> datetime:
        """Return the moment itself, or the first after it at which a person may be disturbed."""
        opens = at
        if at.time() >= self.start:
            opens = self._morning(at + timedelta(days=1))
        elif at.time() < self.end:
            opens = self._morning(at)
        while self.rest_days and calendar.is_rest_day(opens.date()):
            opens = self._morning(opens + timedelta(days=1))
        return opens

    def _morning(self, day: datetime) -> datetime:
        return datetime.combine(day.date(), self.end, day.tzinfo)


@dataclass(frozen=True, slots=True)
class Caps:
    """The most attempts at urging one person: in a day, in seven days, in all."""

    a_day: int
    a_week: int
    in_all: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """How a court reaches people. `automatic` are the papers that are served by themselves."""

    rungs: Mapping[Purpose, tuple[Rung, ...]]
    quiet: Quiet
    caps: Caps
    automatic: frozenset[str]


def ladder_of(court_code: str) -> Ladder:
    """Return the court's own ladder, or the one in the package. Raises MalformedLadder."""
    own: Path = settings.DULY_HOME / "outreach" / f"{court_code}.toml"
    if own.exists():
        return _own(own, own.stat().st_mtime_ns)
    return _packaged()


@cache
def _own(path: Path, _: int) -> Ladder:
    return read(path.read_text(encoding="utf-8"))


@cache
def _packaged() -> Ladder:
    return read((resources.files(__package__) / "ladder.toml").read_text(encoding="utf-8"))


def read(text: str) -> Ladder:
    """Return the ladder that a file describes. Raises MalformedLadder."""
    try:
        told = tomllib.loads(text)
        ladder = _ladder(told)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as wrong:
        raise MalformedLadder(f"触达设置有误：{wrong}") from wrong
    unable = [r.channel.chinese for r in ladder.rungs[Purpose.SERVICE] if r.channel not in SERVES]
    if unable:
        raise MalformedLadder(f"触达设置有误：{'、'.join(unable)}不能送达文书")
    if not ladder.quiet.end < ladder.quiet.start:
        raise MalformedLadder("触达设置有误：安静时段应当从晚上到次日早上")
    return ladder


def _ladder(told: Mapping[str, Any]) -> Ladder:
    quiet, caps = told["quiet"], told["caps"]
    return Ladder(
        rungs={purpose: _rungs(_told(told, purpose)) for purpose in CLIMBED},
        quiet=Quiet(quiet["from"], quiet["to"], bool(quiet["rest_days"])),
        caps=Caps(int(caps["a_day"]), int(caps["a_week"]), int(caps["in_all"])),
        automatic=frozenset(told["automatic"]),
    )


def _told(told: Mapping[str, Any], purpose: Purpose) -> list[Mapping[str, Any]]:
    """Return the rows of a purpose; a court's older file has none for alerts."""
    if purpose is Purpose.ALERT and purpose.value not in told:
        return [{"channel": channel, "wait_days": 0} for channel in ALERTING]
    return list(told[purpose.value])


def _rungs(rows: list[Mapping[str, Any]]) -> tuple[Rung, ...]:
    return tuple(Rung(Channel(row["channel"]), timedelta(days=row["wait_days"])) for row in rows)
