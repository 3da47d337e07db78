"""Acts at the same time, in threads with connections and real transactions of their own."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from django.db import connection


@pytest.fixture
def on_disk(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """Move the database of a test into a file: one in memory is not locked as a court's is.

    Ask for it last, so that what the other fixtures made is moved along.
    """
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    name, memory = connection.settings_dict["NAME"], connection.connection
    with sqlite3.connect(tmp_path / "court.sqlite3") as copy:
        memory.backup(copy)
    copy.close()
    connection.settings_dict["NAME"] = str(tmp_path / "court.sqlite3")
    connection.connection = None
    yield
    connection.close()
    connection.settings_dict["NAME"] = name
    connection.connection = memory


def together(acts: Sequence[Callable[[], object]]) -> list[Exception]:
    """Run acts at the same time, each on a connection of its own; return what was refused."""
    start = threading.Barrier(len(acts))
    wrong: list[Exception] = []

    def run(act: Callable[[], object]) -> None:
        try:
            start.wait()
            act()
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong
