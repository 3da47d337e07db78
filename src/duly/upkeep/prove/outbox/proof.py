"""Kill workers at many instants of a batch, start them again, and count at the gateway."""

import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from duly.outreach.models import Message, MessageState
from duly.outreach.outbox.times import LEASE
from duly.procedure.models import Alarm
from duly.upkeep.prove.outbox import scratch
from duly.upkeep.prove.outbox.lives import Instant, live
from duly.upkeep.prove.outbox.scratch import Kind

_KILLING = (Instant.STATEMENT, Instant.CALL, Instant.TIME)
_BETWEEN_LIVES = LEASE + timedelta(minutes=1)
_IN_PEACE = timedelta(minutes=10)
_LATER = timedelta(hours=6)


@dataclass(slots=True)
class Outcome:
    """What the gateway had in the end, against what the outbox says."""

    kind: Kind
    messages: int
    kills: Counter[Instant] = field(default_factory=Counter)
    lost: int = 0
    twice: int = 0
    doubtful: int = 0
    unnamed: int = 0
    unfinished: int = 0
    seconds: int = 0

    @property
    def holds(self) -> bool:
        """Whether nothing was lost, repeated, left over, or left in doubt without a name."""
        certain = self.kind.dedupes or self.kind.answers
        in_doubt = self.doubtful if certain else 0
        return not (self.lost or self.twice or self.unnamed or self.unfinished or in_doubt)

    @property
    def line(self) -> str:
        """The row of the table."""
        where = "、".join(f"{one.chinese}{self.kills[one]}" for one in _KILLING)
        return (
            f"{self.kind.chinese}：{self.messages}条，kill -9 {self.kills.total()}次（{where}），"
            f"丢失{self.lost}，重复{self.twice}，存疑{self.doubtful}（无人负责{self.unnamed}），"
            f"未办{self.unfinished}，{self.seconds}秒"
        )


def prove(messages: int, kills: int, seed: int) -> Iterator[Outcome]:
    """Prove each kind of gateway in turn, on the database and in the home of the settings."""
    for kind in scratch.KINDS:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "passed-on.txt"
            with scratch.gateway(kind, file):
                yield _prove(kind, messages, kills, Random(f"{seed} {kind.chinese}"), file)


def _prove(kind: Kind, messages: int, kills: int, chance: Random, file: Path) -> Outcome:
    started = time.monotonic()
    ids = scratch.fill(messages)
    outcome = Outcome(kind, messages)
    at = _kill(outcome, kills, chance)
    _finish(ids, at, chance)
    _count(outcome, ids, file)
    outcome.seconds = round(time.monotonic() - started)
    return outcome


def _kill(outcome: Outcome, kills: int, chance: Random) -> datetime:
    """Let workers live and die until so many were killed. Return the moment of the last."""
    at, lives = scratch.START, 0
    while outcome.kills.total() < kills and lives < 3 * kills:
        instant = _KILLING[lives % len(_KILLING)]
        outcome.kills[instant] += live(at, instant, chance)
        at, lives = at + _BETWEEN_LIVES, lives + 1
    return at


def _finish(ids: Sequence[str], at: datetime, chance: Random) -> None:
    """Let workers live in peace until nothing is due, and once more long afterwards."""
    moving = [MessageState.QUEUED.value, MessageState.SENDING.value]
    for _ in range(len(ids)):
        if not Message.objects.filter(pk__in=ids, state__in=moving).exists():
            break
        live(at, Instant.NONE, chance)
        at += _IN_PEACE
    live(at + _LATER, Instant.NONE, chance)


def _count(outcome: Outcome, ids: Sequence[str], file: Path) -> None:
    passed_on = Counter(file.read_text(encoding="ascii").split() if file.exists() else ())
    states = {str(pk): state for pk, state in Message.objects.values_list("pk", "state")}
    named = Alarm.objects.filter(kind="message", cleared_at=None, sentence__contains=scratch.CLERK)
    subjects = set(named.values_list("subject", flat=True))
    for message_id in ids:
        state = states.get(message_id)
        outcome.twice += passed_on[message_id] > 1
        outcome.unfinished += state in (MessageState.QUEUED.value, MessageState.SENDING.value)
        if state == MessageState.DOUBTFUL.value:
            outcome.doubtful += 1
            outcome.unnamed += message_id not in subjects
        else:
            outcome.lost += passed_on[message_id] == 0
