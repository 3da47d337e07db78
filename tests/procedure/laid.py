"""What many tests begin with: done through the door once a process, its rows laid down afterwards.

A beginning is done anew wherever a test wrote anything of its own before it, so that nobody
is answered from memory who prepares the record in his own manner.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from duly.documents import press

Row = tuple[Any, ...]
Rows = dict[str, dict[Any, Row]]
Key = tuple[object, ...]

_WRITES = re.compile("INSERT|UPDATE|DELETE")
_KEPT: dict[Key, "Kept"] = {}


class Kept(NamedTuple):
    """What a beginning wrote, by table, and what it told its caller."""

    added: Rows
    changed: Rows
    told: Any


class Laid:
    """The record of one test: the beginnings that led to it, until the test writes by itself."""

    def __init__(self, key: Key | None = None) -> None:
        self._key = key
        self._laying = False

    @classmethod
    def of_a_test(cls) -> "Laid":
        """A record in which nothing was done yet: what papers and ciphers depend on is known."""
        return cls((press.pdf, press.docx, str(settings.DULY_KEYS)))

    def begin(self, name: Key, do: Callable[[], Any]) -> Any:
        """Do a beginning, or lay down what it wrote before; return what it tells."""
        if self._key is None:
            return do()
        key = (*self._key, name)
        if key in _KEPT:
            with self._unseen():
                _lay(_KEPT[key])
        else:
            with self._unseen():
                before = _rows()
            told = do()
            with self._unseen():
                _KEPT[key] = _difference(before, _rows(), told)
        self._key = key
        return _KEPT[key].told

    def watch(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """See every statement on its way to the database."""
        if not self._laying and _WRITES.match(sql):
            self._key = None
        return execute(sql, params, many, context)

    @contextmanager
    def _unseen(self) -> Iterator[None]:
        self._laying = True
        try:
            yield
        finally:
            self._laying = False


def _rows() -> Rows:
    rows = {}
    with connection.cursor() as cursor:
        for table, columns in _tables().items():
            cursor.execute(f"SELECT {columns} FROM {table}")
            rows[table] = {row[0]: row for row in cursor.fetchall()}
    return rows


@cache
def _tables() -> dict[str, str]:
    """Every table with its columns, the key first."""
    tables = {}
    there = connection.introspection.table_names()
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table not in there:
            continue
        fields = sorted(model._meta.concrete_fields, key=lambda one: not one.primary_key)
        tables[f'"{model._meta.db_table}"'] = ", ".join(f'"{one.column}"' for one in fields)
    return tables


def _difference(before: Rows, after: Rows, told: Any) -> Kept:
    added: Rows = {}
    changed: Rows = {}
    for table, rows in after.items():
        old = before[table]
        added[table] = {key: row for key, row in rows.items() if key not in old}
        changed[table] = {key: row for key, row in rows.items() if row != old.get(key, row)}
        assert old.keys() <= rows.keys(), f"a beginning must not delete: {table}"
    return Kept(added, changed, told)


def _lay(kept: Kept) -> None:
    columns = _tables()
    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows in kept.added.items():
            places = ", ".join(["%s"] * (columns[table].count(",") + 1))
            if rows:
                cursor.executemany(
                    f"INSERT INTO {table} ({columns[table]}) VALUES ({places})", rows.values()
                )
        for table, rows in kept.changed.items():
            names = columns[table].split(", ")
            sets = ", ".join(f"{name} = %s" for name in names)
            for key, row in rows.items():
                cursor.execute(f"UPDATE {table} SET {sets} WHERE {names[0]} = %s", (*row, key))
