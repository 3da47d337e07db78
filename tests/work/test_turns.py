"""Whoever waits to write on SQLite goes in the order in which he came."""

import fcntl
import threading
from pathlib import Path

import pytest
from django.db.utils import ConnectionHandler

from config.database import database
from duly.work.sqlite.turn import Turn


def test_who_comes_back_at_once_goes_behind_who_waits(tmp_path: Path):
    """A batch never pauses between its acts: a clerk comes in between two of them."""
    database_file = str(tmp_path / "duly.sqlite3")
    batch, clerk = Turn(database_file), Turn(database_file)
    order, waits = [], threading.Event()

    def wait() -> None:
        waits.set()
        clerk.take()
        order.append("clerk")
        clerk.leave()

    for _ in range(50):
        batch.take()
        other = threading.Thread(target=wait)
        other.start()
        waits.wait()
        _until_in_the_queue(database_file)
        batch.leave()
        batch.take()
        order.append("batch")
        batch.leave()
        other.join()
        waits.clear()
    assert order == ["clerk", "batch"] * 50


def _until_in_the_queue(database_file: str) -> None:
    """Wait until somebody holds the queue: nobody else can take it."""
    while not _is_taken(f"{database_file}-queue"):
        continue


def _is_taken(path: str) -> bool:
    with Path(path).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


@pytest.mark.django_db
@pytest.mark.parametrize("end", ["_commit", "_rollback", "close"])
def test_the_turn_ends_with_the_transaction(tmp_path: Path, end: str):
    file = tmp_path / "duly.sqlite3"
    connection = ConnectionHandler({"default": database("", file)})["default"]
    connection.ensure_connection()
    connection._start_transaction_under_autocommit()
    assert _is_taken(f"{file}-turn")
    getattr(connection, end)()
    assert not _is_taken(f"{file}-turn")
    connection.close()
