"""The rate of the doubled part, with its source."""

import tomllib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class DoubledRate:
    """A daily rate as a fraction, the first day it holds, where it is written."""

    daily: Fraction
    in_force_from: date
    source: str
    status: str


@cache
def doubled_rate() -> DoubledRate:
    """Return the rate of 法释〔2014〕8号第一条: 日万分之一点七五."""
    text = resources.files(__package__).joinpath("doubled.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return DoubledRate(
        Fraction(data["daily"]), data["in_force_from"], data["source"], data["status"]
    )
