"""Read each record once while it is not written: pages, rules and acts ask for it many times."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection

Key = tuple[object, ...]

_ASKED = re.compile(r'(?:FROM|JOIN) "(\w+)"')
_WRITTEN = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
_NO_WRITES = ("SELECT", "SAVEPOINT", "RELEASE")


class _Reading:
    """What was read, each with the tables that it came from: a write to one of them forgets it."""

    def __init__(self) -> None:
        self._known: dict[Key, tuple[Any, set[str]]] = {}
        self._under_way: list[set[str]] = []

    def once(self, key: Key, read: Callable[[], Any]) -> Any:
        if key not in self._known:
            self._under_way.append(set())
            try:
                value = read()
            finally:
                tables = self._under_way.pop()
            self._known[key] = value, tables
        value, tables = self._known[key]
        self._note(tables)
        return value

    def watch(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """See every statement on its way to the database."""
        if written := _WRITTEN.match(sql):
            self._known = {
                key: kept for key, kept in self._known.items() if written[1] not in kept[1]
            }
        elif not sql.startswith(_NO_WRITES):
            self._known = {}
        elif self._under_way:
            self._note(_ASKED.findall(sql))
        return execute(sql, params, many, context)

    def _note(self, tables: Iterable[str]) -> None:
        """What is worked out from what was read before came from the same tables."""
        if self._under_way:
            self._under_way[-1].update(tables)


_READING: ContextVar[_Reading | None] = ContextVar("reading", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Keep what is read until it is written, at most to the end of the outermost reading."""
    if _READING.get() is not None:
        yield
        return
    reading = _Reading()
    token = _READING.set(reading)
    try:
        with connection.execute_wrapper(reading.watch):
            yield
    finally:
        _READING.reset(token)


def once(key: Key, read: Callable[[], Any]) -> Any:
    """Return what is read under a key: within one reading the first time only.

    Whatever `read` uses beside the database belongs in the key.
    """
    reading = _READING.get()
    return read() if reading is None else reading.once(key, read)
