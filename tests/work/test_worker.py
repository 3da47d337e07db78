"""The worker: queued jobs at every turn, the round once its hour has come."""

from datetime import datetime
from threading import Event
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from duly.accounts.models import User
from duly.work import nightly, worker
from tests.work.errands import enrol, stumble

# The worker closes connections that it finds inside a transaction.
pytestmark = pytest.mark.django_db(transaction=True)

COURT_TIME = ZoneInfo("Asia/Shanghai")
BEFORE_THE_ROUND = datetime(2026, 10, 8, 2, 59, tzinfo=COURT_TIME)
AFTER_THE_ROUND = datetime(2026, 10, 8, 3, 0, tzinfo=COURT_TIME)


def test_a_queued_job_is_done_at_the_next_turn() -> None:
    enrol.enqueue("temp")
    worker.turn(at=BEFORE_THE_ROUND)
    assert User.objects.filter(username="temp").exists()
    worker.turn(at=BEFORE_THE_ROUND)
    assert User.objects.count() == 1


def test_a_job_is_queued_only_if_its_act_stands() -> None:
    with transaction.atomic():
        enrol.enqueue("temp")
        transaction.set_rollback(True)
    worker.turn(at=BEFORE_THE_ROUND)
    assert not User.objects.exists()


def test_a_job_that_fails_is_kept_with_its_reason_and_stops_nothing() -> None:
    stumble.enqueue()
    enrol.enqueue("temp")
    worker.turn(at=BEFORE_THE_ROUND)
    assert "out of ink" in DBTaskResult.objects.failed().get().traceback
    assert User.objects.filter(username="temp").exists()


def test_the_round_waits_for_its_hour() -> None:
    worker.turn(at=BEFORE_THE_ROUND)
    assert not nightly.is_done(BEFORE_THE_ROUND.date())
    worker.turn(at=AFTER_THE_ROUND)
    assert nightly.is_done(AFTER_THE_ROUND.date())


def test_the_worker_outlives_a_failing_turn(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stop = Event()
    turns: list[datetime] = []

    def failing_turn(*, at: datetime, worker: str) -> None:
        turns.append(at)
        if len(turns) == 2:
            stop.set()
        raise OSError("database away")

    monkeypatch.setattr(worker, "turn", failing_turn)
    monkeypatch.setattr(worker, "PAUSE_SECONDS", 0)
    worker.run_until_told(lambda: BEFORE_THE_ROUND, stop)
    assert len(turns) == 2
    assert "turn failed" in caplog.text
