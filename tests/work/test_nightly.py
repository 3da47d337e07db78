"""The nightly round: once a day, each part by itself."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from duly.work import nightly
from duly.work.models import NightlyRun

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 8)
AT = datetime(2026, 10, 8, 3, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
PARTS = [f"tests.work.errands.{name}" for name in ("first", "failing", "last")]


def test_a_part_that_fails_is_written_down_and_does_not_stop_the_next() -> None:
    done = nightly.run(on=DAY, at=AT, parts=PARTS)
    assert done is not None
    assert [line["done"] for line in done.lines] == [True, False, True]
    assert done.lines[1]["answer"] == "Unlucky：out of paper"
    assert done.lines[2]["answer"] == "last at 03:00"


def test_a_part_that_does_not_exist_is_a_failure_of_its_own() -> None:
    done = nightly.run(on=DAY, at=AT, parts=["duly.nowhere.nothing", PARTS[0]])
    assert done is not None
    assert [line["done"] for line in done.lines] == [False, True]


def test_a_round_is_run_once_a_day() -> None:
    assert nightly.run(on=DAY, at=AT, parts=PARTS)
    assert nightly.is_done(DAY)
    assert nightly.run(on=DAY, at=AT, parts=PARTS) is None
    assert nightly.run(on=DAY + timedelta(days=1), at=AT, parts=PARTS)


def test_a_finished_round_can_be_repeated_on_demand() -> None:
    nightly.run(on=DAY, at=AT, parts=PARTS)
    repeated = nightly.run(on=DAY, at=AT, parts=PARTS[:1], again=True)
    assert repeated is not None
    assert len(NightlyRun.objects.get().lines) == 1


@pytest.mark.parametrize(("later", "taken_over"), [(59, False), (60, True)])
def test_a_round_whose_worker_died_is_taken_over_after_an_hour(
    later: int, taken_over: bool
) -> None:
    NightlyRun.objects.create(date=DAY, started_at=AT)
    again = nightly.run(on=DAY, at=AT + timedelta(minutes=later), parts=PARTS[:1])
    assert (again is not None) == taken_over


def test_a_running_round_is_not_repeated_on_demand() -> None:
    NightlyRun.objects.create(date=DAY, started_at=AT)
    assert nightly.run(on=DAY, at=AT, parts=PARTS, again=True) is None


def test_the_parts_of_this_court_can_all_be_done(settings: object) -> None:
    done = nightly.run(on=DAY, at=AT)
    assert done is not None
    assert [line for line in done.lines if not line["done"]] == []


def test_a_round_does_not_finish_before_it_starts() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        NightlyRun.objects.create(date=DAY, started_at=AT, finished_at=AT - timedelta(hours=1))
