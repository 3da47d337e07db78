"""Read each record once while it is not written: pages, rules and acts ask for it many times."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection

Key = tuple[object, ...]
Known = tuple[Any, set[str]]
# A question that is answered for many matters at once, as dearly as for one.
Kind = Callable[[Collection[int]], Mapping[int, Any]]

_ASKED = re.compile(r'(?:FROM|JOIN) "(\w+)"')
_WRITTEN = re.compile(r'(?:INSERT (?:OR IGNORE )?INTO|UPDATE|DELETE FROM) "(\w+)"')
_NO_WRITES = ("SELECT", "SAVEPOINT", "RELEASE")


class _Reading:
    """What was read, each with the tables that it came from: a write to one of them forgets it."""

    def __init__(self, known: Mapping[Key, Known]) -> None:
        self._known = dict(known)
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

    def known(self, kind: Kind, matter_id: int) -> Any:
        value, tables = self._known.get((kind, matter_id), (None, ()))
        self._note(tables)
        return value

    def of_each(self, kind: Kind, matter_ids: Collection[int]) -> dict[int, Known]:
        """Return what is known of each matter once a question was asked for all of them."""
        found = self.once((kind, "all"), lambda: kind(matter_ids))
        tables = self._known[kind, "all"][1]
        return {one: (found[one], tables) for one in matter_ids}

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
_ALL: ContextVar[_Reading | None] = ContextVar("all", default=None)
_AHEAD: ContextVar[dict[int, dict[Key, Known]] | None] = ContextVar("ahead", default=None)


@contextmanager
def one_reading(of: int | None = None) -> Iterator[None]:
    """Keep what is read until it is written, at most to the end of the outermost reading.

    A reading of one matter begins with what was read ahead of it.
    """
    if _READING.get() is not None:
        yield
        return
    ahead = _AHEAD.get() or {}
    reading = _Reading(ahead.pop(of, {}) if of is not None else {})
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


def once_for_all(key: Key, read: Callable[[], Any]) -> Any:
    """Return the same of what is about no matter: where many are read ahead, once for all."""
    reading = _ALL.get() or _READING.get()
    return read() if reading is None else reading.once(key, read)


def of_matter(kind: Kind, matter_id: int) -> Any:
    """Return the answer to a question about one matter: within one reading asked once."""
    return once((kind, matter_id), lambda: kind([matter_id])[matter_id])


def read_before(kind: Kind, matter_id: int) -> Any:
    """Return the answer that was read ahead and still holds; None where there is none."""
    reading = _READING.get()
    return None if reading is None else reading.known(kind, matter_id)


@contextmanager
def read_ahead(kinds: Iterable[Kind], matter_ids: Collection[int]) -> Iterator[None]:
    """Ask questions about many matters at once, for the reading of each of them that comes next.

    To be used in a transaction that holds the matters: what is read ahead of an act is as good
    as what the act itself would read, since nobody else changes them, and acts before it change
    their own matters alone. It serves one reading of each matter; the next reads by itself.
    """
    reading = _Reading({})
    ahead: dict[int, dict[Key, Known]] = {one: {} for one in matter_ids}
    with connection.execute_wrapper(reading.watch):
        for kind in kinds:
            for one, known in reading.of_each(kind, matter_ids).items():
                ahead[one][kind, one] = known
        tokens = _AHEAD.set(ahead), _ALL.set(reading)
        try:
            yield
        finally:
            _AHEAD.reset(tokens[0])
            _ALL.reset(tokens[1])
