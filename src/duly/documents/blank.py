"""What fills a blank: a value, and the recorded fact that it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Blank:
    """A value to print as it stands, and the fact on record that it was taken from.

    `source` is a plain Chinese phrase such as “收款账户确认书第2版”. `verified` says that
    a named person has checked a value that looks like one of the templates' samples.
    """

    value: str
    source: str
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a group that repeats, in the order in which they are printed."""

    rows: tuple[Mapping[str, Blank], ...] = ()


Blanks = Mapping[str, Blank | Rows]
