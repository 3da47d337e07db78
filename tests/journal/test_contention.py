"""Several processes write at once: no entry is lost, none forks the chain, the round runs once."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True)

WRITER = """
import django; django.setup()
from django.utils import timezone
from duly.journal.actions import record
for number in range(25):
    record(at=timezone.localtime(), actor_id=number, actor_name="甲", post="", act="write")
"""


@pytest.fixture
def court(tmp_path: Path) -> dict[str, str]:
    """Return the environment in which other processes reach the database of this test."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DULY_HOME": str(tmp_path),
        "DULY_DATABASE_URL": _address(tmp_path),
    }


def _address(folder: Path) -> str:
    known = connection.settings_dict
    if connection.vendor == "postgresql":
        host = quote(known["OPTIONS"].get("host") or known["HOST"], safe="")
        return f"postgresql://{known['USER']}@/{known['NAME']}?host={host}"
    # An SQLite database in memory belongs to one process: give the others a copy in a file.
    connection.ensure_connection()
    with sqlite3.connect(folder / "copy.sqlite3") as copy:
        connection.connection.backup(copy)
    copy.close()
    return f"sqlite:///{folder / 'copy.sqlite3'}"


def _together(court: dict[str, str], *words: str, times: int) -> list[str]:
    processes = [
        subprocess.Popen([sys.executable, *words], env=court, stdout=subprocess.PIPE, text=True)
        for _ in range(times)
    ]
    answers = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * times
    return answers


def test_four_writers_at_once_make_one_chain(court: dict[str, str]) -> None:
    _together(court, "-c", WRITER, times=4)
    (answer,) = _together(court, "-m", "duly.cli.main", "journal", "verify", times=1)
    assert "留痕100条" in answer
    assert "完好" in answer


def test_three_rounds_at_once_run_once(court: dict[str, str]) -> None:
    answers = _together(court, "-m", "duly.cli.main", "round", "--on", "2026-10-08", times=3)
    assert sum("已经执行" in answer for answer in answers) == 2
