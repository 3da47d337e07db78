"""The declared blanks: what each may hold, its sample, and what the source prints for it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from duly.law.terms import Term


class BlankKind(Term):
    """What may stand in a blank."""

    BUILT_IN = "built_in", "系统填写"
    TEXT = "text", "文字"
    CAUSE = "cause", "案由"
    DATE = "date", "日期"
    MOMENT = "moment", "时刻"
    MONEY = "money", "金额"
    ACCOUNT = "account", "账号"
    CASE_NUMBER = "case_number", "案号"
    CHOICE = "choice", "选项"


@dataclass(frozen=True, slots=True)
class Declared:
    """One blank of the vocabulary. `source` is the marker that the source prints for it.

    `within` gives the lawful least and most by the choice made in the blank `by`, as the
    subject `under` sets them; `cites` are the subjects whose article the value must name.
    """

    name: str
    kind: BlankKind
    meaning: str
    sample: str
    source: str
    choices: tuple[str, ...]
    cites: tuple[str, ...]
    by: str
    under: str
    within: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class DeclaredRows:
    """A group of blanks that repeats. It may be empty where the group `unless` is not."""

    name: str
    columns: tuple[str, ...]
    meaning: str
    may_be_empty: bool
    unless: str


@cache
def declared() -> Mapping[str, Declared]:
    """Return the single blanks by name."""
    return {name: _declared(name, entry) for name, entry in _vocabulary().items() if name != "rows"}


@cache
def declared_rows() -> Mapping[str, DeclaredRows]:
    """Return the groups that repeat by name."""
    return {name: _declared_rows(name, entry) for name, entry in _vocabulary()["rows"].items()}


def _declared(name: str, entry: Mapping[str, Any]) -> Declared:
    return Declared(
        name=name,
        kind=BlankKind(entry["kind"]),
        meaning=entry["meaning"],
        sample=entry.get("sample", ""),
        source=entry.get("source", ""),
        choices=tuple(entry.get("choices", ())),
        cites=tuple(entry.get("cites", ())),
        by=entry.get("by", ""),
        under=entry.get("under", ""),
        within={choice: (least, most) for choice, (least, most) in entry.get("within", {}).items()},
    )


def _declared_rows(name: str, entry: Mapping[str, Any]) -> DeclaredRows:
    return DeclaredRows(
        name=name,
        columns=tuple(entry["columns"]),
        meaning=entry["meaning"],
        may_be_empty=entry.get("may_be_empty", False),
        unless=entry.get("unless", ""),
    )


@cache
def _vocabulary() -> dict[str, Any]:
    text = (resources.files(__package__) / "blanks.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
