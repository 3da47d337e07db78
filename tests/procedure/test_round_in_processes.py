"""The round in processes of their own: at once, killed half-way, and again: the same alarms."""

import signal
from pathlib import Path

import pytest

from tests.procedure.conftest import Walk
from tests.procedure.test_preservation import freeze
from tests.processes import answer, environment, start

pytestmark = pytest.mark.django_db(transaction=True)

BEGIN = "import os, signal, sys, django; django.setup()\n"
ROUND = """
from datetime import date, datetime
from duly.work import nightly
done = nightly.run(
    on=date(2026, 8, 15), at=datetime.fromisoformat(sys.argv[1]), again=len(sys.argv) > 3
)
print("done" if done else "not mine")
"""
KILLED = """
from duly.procedure import alarms, nightly as round_of_the_court
raise_alarms, left = alarms.raise_alarms, [int(sys.argv[2])]
def counted(found, at):
    raise_alarms(found, at)
    left[0] -= len(found)
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
alarms.raise_alarms, round_of_the_court.TOGETHER = counted, 1
"""
SHOWN = """
from duly.procedure.models import Alarm
for row in Alarm.objects.order_by("matter", "kind", "subject").values_list(
    "matter", "kind", "subject", "due_date", "sentence", "cleared_at"
):
    print(*row)
"""
NIGHT, LATER = "2026-08-15T02:00:00+08:00", "2026-08-15T03:30:00+08:00"


@pytest.fixture
def env(walk: Walk, tmp_path: Path) -> dict[str, str]:
    """Four matters, each with a preservation that ends within the month."""
    for number in range(4):
        if number:
            walk.register(number=f"（2026）粤0117民初{300 + number}号")
        freeze(walk, f"2026-09-0{number + 1}")
    return environment(tmp_path)


def go_round(env: dict[str, str], at: str, *more: str) -> str:
    return answer(env, "-c", BEGIN + ROUND, at, *more).strip()


def shown(env: dict[str, str]) -> list[str]:
    return answer(env, "-c", BEGIN + SHOWN).splitlines()


@pytest.mark.parametrize("killed_at", [1, 3])
def test_a_round_that_is_killed_half_way_is_finished_by_the_next(
    env: dict[str, str], killed_at: int
):
    answer(env, "-c", BEGIN + KILLED + ROUND, NIGHT, str(killed_at), ends=-signal.SIGKILL.value)
    assert len(shown(env)) == killed_at - 1
    assert go_round(env, LATER) == "done"
    after = shown(env)

    assert len(after) == len(set(after)) == 4
    go_round(env, LATER, "-", "again")
    assert shown(env) == after


def test_three_rounds_at_once_raise_each_alarm_once(env: dict[str, str]):
    together = [start(env, "-c", BEGIN + ROUND, NIGHT) for _ in range(3)]
    answers = sorted(process.communicate()[0].strip() for process in together)

    assert [process.returncode for process in together] == [0, 0, 0]
    assert answers == ["done", "not mine", "not mine"]
    assert len(shown(env)) == 4
