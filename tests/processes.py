"""Other processes that reach the database of a test."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from django.db import connection


def environment(folder: Path) -> dict[str, str]:
    """Return the environment in which another process works on this test's database.

    An SQLite database in memory belongs to one process: the others get a copy in a file.
    """
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DULY_HOME": str(folder),
        "DULY_DATABASE_URL": _address(folder),
    }


def start(env: Mapping[str, str], *words: str, talks: bool = False) -> "subprocess.Popen[str]":
    """Start a Python process with some words after the interpreter; one that talks is told more."""
    return subprocess.Popen(
        [sys.executable, *words],
        env=dict(env),
        stdin=subprocess.PIPE if talks else None,
        stdout=subprocess.PIPE,
        text=True,
    )


def answer(env: Mapping[str, str], *words: str, ends: int = 0) -> str:
    """Return what a process prints, which must end as expected."""
    process = start(env, *words)
    told = process.communicate()[0]
    assert process.returncode == ends
    return told


def _address(folder: Path) -> str:
    known = connection.settings_dict
    if connection.vendor == "postgresql":
        host = quote(known["OPTIONS"].get("host") or known["HOST"], safe="")
        return f"postgresql://{known['USER']}@/{known['NAME']}?host={host}"
    connection.ensure_connection()
    with sqlite3.connect(folder / "copy.sqlite3") as copy:
        connection.connection.backup(copy)
    copy.close()
    return f"sqlite:///{folder / 'copy.sqlite3'}"
