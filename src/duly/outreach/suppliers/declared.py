"""The court's suppliers as it declared them: DULY_HOME/outreach/suppliers.toml, in order of use.

Without that file nothing is sent by machine: every message is a person's to carry.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from duly.law.terms import Channel
from duly.outreach.suppliers.supplier import Supplier

ADAPTERS = {
    "console": "duly.outreach.suppliers.console.Console",
    "smtp": "duly.outreach.suppliers.smtp.Smtp",
    "http": "duly.outreach.suppliers.http_gateway.HttpGateway",
    "ferry": "duly.outreach.suppliers.ferry_folder.FerryFolder",
}


class MalformedSuppliers(ValueError):
    """The file of suppliers cannot be read."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A supplier, what it carries, and what can be relied on.

    `dedupes_by_id`: it drops a message whose id it had before. `can_query_by_id`: it tells
    whether it has an id. `gives_receipts`: it reports arrival later. `acceptance_is_arrival`:
    what it accepts is in the person's own system (民诉法解释 135: 系统显示发送成功).
    """

    name: str
    channels: frozenset[Channel]
    adapter: str
    dedupes_by_id: bool
    can_query_by_id: bool
    gives_receipts: bool
    acceptance_is_arrival: bool
    options: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The name of the key that the court shares with it."""
        return f"supplier-{self.name}"

    def connect(self) -> Supplier:
        """Return the adapter, ready to carry."""
        make = import_string(ADAPTERS[self.adapter])
        supplier: Supplier = make(self.name, **self.options)
        return supplier


def declared() -> Mapping[str, Declared]:
    """Return the suppliers by name, in order of use. Raises MalformedSuppliers."""
    file: Path = settings.DULY_HOME / "outreach" / "suppliers.toml"
    return _read(file, file.stat().st_mtime_ns) if file.exists() else {}


def route(channel: Channel) -> tuple[str, ...]:
    """Return the names of the suppliers of a channel, in order of use."""
    return tuple(one.name for one in declared().values() if channel in one.channels)


def carried() -> frozenset[Channel]:
    """Return the channels that any supplier carries; the others are a person's."""
    return frozenset(channel for one in declared().values() for channel in one.channels)


@cache
def _read(file: Path, _: int) -> Mapping[str, Declared]:
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8"))["supplier"]
        suppliers = {row["name"]: _declared(dict(row)) for row in rows}
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as wrong:
        raise MalformedSuppliers(f"通道设置有误：{wrong}") from wrong
    if len(suppliers) != len(rows):
        raise MalformedSuppliers("通道设置有误：通道名称重复")
    return suppliers


def _declared(row: dict[str, Any]) -> Declared:
    if row["adapter"] not in ADAPTERS:
        raise ValueError(f"没有{row['adapter']}这一种通道")
    return Declared(
        name=row.pop("name"),
        channels=frozenset(Channel(channel) for channel in row.pop("channels")),
        adapter=row.pop("adapter"),
        dedupes_by_id=row.pop("dedupes_by_id"),
        can_query_by_id=row.pop("can_query_by_id"),
        gives_receipts=row.pop("gives_receipts"),
        acceptance_is_arrival=row.pop("acceptance_is_arrival", False),
        options=row,
    )
