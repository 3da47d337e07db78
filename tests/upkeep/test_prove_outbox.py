"""P1：在任意时刻 kill -9，不丢失；不重复；存疑的都有人负责。长证明见 `duly prove outbox`。"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from duly.outreach.models import HandoverOutcome, MessageState
from duly.outreach.outbox import settling
from duly.upkeep.prove.outbox import proof, scratch
from duly.upkeep.prove.outbox.proof import Outcome
from tests.procedure.conftest import on_disk

__all__ = ["on_disk"]

pytestmark = pytest.mark.django_db(transaction=True)
Prove = Callable[[int, int], list[Outcome]]


@pytest.fixture
def prove(on_disk: None, settings: Any, tmp_path: Path) -> Prove:
    settings.DULY_HOME = tmp_path
    return lambda messages, kills: list(proof.prove(messages, kills, seed=3))


def test_p1_nothing_is_lost_or_sent_twice_however_the_worker_dies(prove: Prove) -> None:
    outcomes = prove(15, 6)

    assert [(one.lost, one.twice, one.unfinished, one.unnamed) for one in outcomes] == [
        (0,) * 4
    ] * 3
    assert all(one.kills.total() == 6 for one in outcomes)
    deduping, answering, neither = outcomes
    assert deduping.doubtful == answering.doubtful == 0
    assert 0 < neither.doubtful <= 6
    assert all(one.holds for one in outcomes)


def _repeat(told: Any) -> None:
    told.message.state, told.message.next_at = MessageState.QUEUED.value, told.at


def _believe(told: Any) -> None:
    told.message.state, told.message.handed_at = MessageState.ACCEPTED.value, told.at


@pytest.mark.parametrize(("wrong", "count"), [(_repeat, "twice"), (_believe, "lost")])
def test_the_proof_finds_an_outbox_that_repeats_and_one_that_believes(
    wrong: Callable[[Any], None], count: str, prove: Prove, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(settling._MOVES, HandoverOutcome.UNKNOWN, wrong)
    monkeypatch.setattr(scratch, "KINDS", scratch.KINDS[-1:])

    (outcome,) = prove(24, 12)

    assert getattr(outcome, count) > 0
    assert not outcome.holds
