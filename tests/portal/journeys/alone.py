"""A portal that stands alone, in a process of its own: it knows what the ferry brought it."""

import os
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from duly.crypto import provider
from duly.portal.ferry.court import CARRIED
from tests import processes

PROGRAM = Path(__file__).with_name("served_alone.py")


class Alone:
    """Its process, told by a test: where it is reached, and the folder that is carried."""

    def __init__(self, folder: Path) -> None:
        self.ferry = folder / "ferry"
        _carry_keys(folder / "keys" / "shared")
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DULY_HOME": str(folder),
            "DULY_DATABASE_URL": f"sqlite:///{_empty_database(folder)}",
            "DULY_PORTAL_ALONE": "1",
            "DULY_PORTAL_FERRY": str(self.ferry),
        }
        self._process = processes.start(environment, str(PROGRAM), talks=True)
        self.address = f"http://127.0.0.1:{self._hear()}"

    def turn(self, at: datetime) -> None:
        """Let its worker take a turn at a moment."""
        self._tell(at.isoformat())

    def forget(self) -> None:
        """Empty its database and the folder that is carried."""
        self._tell("forget")
        shutil.rmtree(self.ferry, ignore_errors=True)

    def end(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.communicate()

    def _tell(self, words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()
        assert self._hear() == "done"

    def _hear(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def _carry_keys(kept: Path) -> None:
    kept.mkdir(parents=True)
    for name in CARRIED:
        provider.mac(b"", name)
        shutil.copy(settings.DULY_KEYS / "shared" / f"{name}.key", kept)


def _empty_database(folder: Path) -> Path:
    """Make a database with the tables of this one and without a row: the journeys are on SQLite."""
    file = folder / "portal.sqlite3"
    with connection.cursor() as cursor, sqlite3.connect(file) as made:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%%'")
        for (statement,) in cursor.fetchall():
            made.execute(statement)
    made.close()
    return file
