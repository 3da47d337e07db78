"""Rows into tables by the million: without indexes and foreign keys meanwhile, which come back."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

_PRAGMAS = (
    "foreign_keys = OFF",
    "synchronous = OFF",
    "journal_mode = MEMORY",
    "cache_size = -262144",
)
_AGAIN = ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL", "cache_size = -2000")
_CONSTRAINTS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid::regclass::text = ANY(%s) AND contype = ANY(%s) ORDER BY contype DESC, conname
"""
_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()
AND tablename = ANY(%s) AND indexname NOT IN (SELECT conname FROM pg_constraint)
"""


@contextmanager
def bare(tables: Sequence[str]) -> Iterator[None]:
    """Take indexes and foreign keys off some tables, and put them back, checked, afterwards.

    An index that is built from sorted rows costs a tenth of one that grows row by row.
    """
    again = _strip_sqlite(tables) if connection.vendor == "sqlite" else _strip_postgresql(tables)
    yield
    _run(again)


def _strip_sqlite(tables: Sequence[str]) -> list[str]:
    marks = ", ".join("%s" for _ in tables)
    found = _ask(
        f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        f" AND tbl_name IN ({marks})",
        tables,
    )
    pragmas = not connection.in_atomic_block
    _run([f"PRAGMA {one}" for one in _PRAGMAS if pragmas])
    _run([f'DROP INDEX "{name}"' for name, _ in found])
    return [*(sql for _, sql in found), "ANALYZE", *(f"PRAGMA {one}" for one in _AGAIN if pragmas)]


def _strip_postgresql(tables: Sequence[str]) -> list[str]:
    # What an act of the same transaction left to be checked is checked now.
    _run(["SET CONSTRAINTS ALL IMMEDIATE", "SET maintenance_work_mem = '512MB'"])
    foreign = _ask(_CONSTRAINTS, [list(tables), ["f"]])
    unique = _ask(_CONSTRAINTS, [list(tables), ["u"]])
    indexes = _ask(_INDEXES, [list(tables)])
    _run([f'ALTER TABLE {table} DROP CONSTRAINT "{name}"' for table, name, _ in foreign + unique])
    _run([f'DROP INDEX "{name}"' for name, _ in indexes])
    return [
        *(definition for _, definition in indexes),
        *(
            f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}'
            for table, name, definition in unique + foreign
        ),
        "ANALYZE",
    ]


def fill(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows to a table as quickly as the database takes them."""
    names = ", ".join(f'"{one}"' for one in columns)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            marks = ", ".join("?" for _ in columns)
            cursor.cursor.connection.executemany(
                f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows
            )
            return
        with cursor.cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)


def set_sequences(models: Sequence[type[Model]]) -> None:
    """Let the database number further rows after the ones that were added."""
    if connection.vendor == "postgresql":
        for model in models:
            table, pk = model._meta.db_table, model._meta.pk.column
            _run(
                [
                    f"SELECT setval(pg_get_serial_sequence('{table}', '{pk}'),"
                    f" (SELECT max({pk}) FROM {table}))"
                ]
            )


def run(statement: str) -> None:
    """Execute a statement."""
    _run([statement])


def _run(statements: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _ask(statement: str, values: Sequence[Any]) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
