"""The tariffs of 诉讼费用交纳办法, as dated data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Band:
    """The part of an amount up to `up_to` (None: any more): a flat fee or a rate."""

    up_to: Fraction | None
    flat: Fraction | None
    rate: Fraction


@dataclass(frozen=True, slots=True)
class Tariff:
    """One kind of fee: its bands, its ceiling, and the range where there is no amount.

    `no_amount` says why there is no such range where `without_amount` is None.
    """

    bands: tuple[Band, ...]
    highest: Fraction | None
    without_amount: tuple[Fraction, Fraction] | None
    no_amount: str
    article: str
    source: str
    in_force_from: date


@cache
def tariff(kind: str) -> Tariff:
    """Return the tariff on file of a kind: acceptance, enforcement or preservation."""
    text = resources.files(__package__).joinpath("fees.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    entry = data[kind]
    span = entry.get("without_amount")
    return Tariff(
        bands=tuple(_band(band) for band in entry["bands"]),
        highest=_optional(entry, "highest"),
        without_amount=span and (Fraction(span["lowest"]), Fraction(span["highest"])),
        no_amount=entry.get("no_amount", ""),
        article=entry["article"],
        source=data["source"],
        in_force_from=data["in_force_from"],
    )


def _band(data: Mapping[str, Any]) -> Band:
    return Band(_optional(data, "up_to"), _optional(data, "flat"), Fraction(data.get("rate", 0)))


def _optional(data: Mapping[str, Any], key: str) -> Fraction | None:
    return Fraction(data[key]) if key in data else None
