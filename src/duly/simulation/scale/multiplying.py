"""Variants multiplied inside the database: one statement for each table."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Field, Model

from duly.registry.models import Service
from duly.simulation.scale import loading
from duly.simulation.scale.prototype import links
from duly.simulation.scale.signs import ROOM, Sign
from duly.simulation.scale.variant import Variant

COPIES = "seed_copy"
# Every sign is a column of the table of copies, under its own name.
COLUMNS = ("variant", *(sign.name.lower() for sign in Sign))
Column = Field[Any, Any]


def multiply(
    variants: Sequence[Variant], copies: Callable[[], None], also: Sequence[type[Model]]
) -> None:
    """Give every copy the rows of its variant.

    `copies` fills the table of copies, and the tables in `also`.
    """
    models = list(dict.fromkeys(model for variant in variants for model in variant.rows))
    loading.run(f"CREATE TEMPORARY TABLE {COPIES} ({', '.join(map(_kind, COLUMNS))})")
    for model in models:
        _stage(model, variants)
    with loading.bare([model._meta.db_table for model in (*models, *also)]):
        copies()
        for model in models:
            loading.run(_statement(model, _signs(model, variants), set(models)))
            loading.run(f"DROP TABLE {_staged(model)}")
    loading.set_sequences(models)
    loading.run(f"DROP TABLE {COPIES}")


def _kind(column: str) -> str:
    return f"{column} bigint" if column in ("variant", "copy", "entry") else f"{column} text"


def _staged(model: type[Model]) -> str:
    return f"seed_{model._meta.db_table}"


def _stage(model: type[Model], variants: Sequence[Variant]) -> None:
    """Put the rows of all variants into a table of their own, as text."""
    fields = model._meta.concrete_fields
    columns = ["variant", *(field.column for field in fields)]
    kinds = ["variant bigint", *(f'"{field.column}" text' for field in fields)]
    if connection.vendor == "sqlite":
        kinds = [f'"{one}"' for one in columns]
    loading.run(f"CREATE TEMPORARY TABLE {_staged(model)} ({', '.join(kinds)})")
    loading.fill(
        _staged(model),
        columns,
        [
            [place, *(_plain(row[field.attname]) for field in fields)]
            for place, variant in enumerate(variants)
            for row in variant.rows.get(model, [])
        ],
    )
    loading.run(f"CREATE INDEX {_staged(model)}_by_variant ON {_staged(model)} (variant)")


def _plain(value: Any) -> Any:
    """Return a value as this database writes it down."""
    if isinstance(value, datetime):
        return str(connection.ops.adapt_datetimefield_value(value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) and connection.vendor == "sqlite":
        return int(value)
    if value is None or connection.vendor == "sqlite":
        return value
    return str(value)


def _signs(model: type[Model], variants: Sequence[Variant]) -> Mapping[str, set[Sign]]:
    """Return which signs stand in which column of a table."""
    found: dict[str, set[Sign]] = {}
    for variant in variants:
        for row in variant.rows.get(model, []):
            for name, value in row.items():
                if isinstance(value, str):
                    signs = {sign for sign in Sign if sign in value}
                    found[name] = found.get(name, set()) | signs
    return found


def _statement(model: type[Model], signs: Mapping[str, set[Sign]], copied: set[type[Model]]) -> str:
    fields = model._meta.concrete_fields
    names = ", ".join(f'"{field.column}"' for field in fields)
    ids = _ids(model, copied)
    values = ", ".join(
        _id(field) if field.attname in ids else _value(field, signs.get(field.attname, set()))
        for field in fields
    )
    # SQLite takes a CROSS JOIN in the order in which it is written: copy by copy, ids ascending.
    join = "CROSS JOIN" if connection.vendor == "sqlite" else "JOIN"
    condition = "WHERE" if connection.vendor == "sqlite" else "ON"
    return (
        f'INSERT INTO "{model._meta.db_table}" ({names}) SELECT {values}'
        f" FROM {COPIES} c {join} {_staged(model)} s {condition} s.variant = c.variant"
    )


def _ids(model: type[Model], copied: set[type[Model]]) -> set[str]:
    """Return the columns that name rows of the copy."""
    pk = model._meta.pk
    own = {pk.attname} if pk is not None else set()
    own |= {field.attname for field in links(model) if field.related_model in copied}
    # A paper stands above the registry: what was served names it by number alone.
    return own | ({"paper_id"} if model is Service else set())


def _id(field: Column) -> str:
    return f'c.copy * {ROOM} + CAST(s."{field.column}" AS bigint)'


def _value(field: Column, signs: set[Sign]) -> str:
    value = f's."{field.column}"'
    for sign in sorted(signs):
        value = f"replace({value}, '{sign}', CAST(c.{sign.name.lower()} AS text))"
    if connection.vendor == "sqlite":
        return value
    return f"CAST({value} AS {field.db_type(connection)})"
