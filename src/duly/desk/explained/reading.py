"""The explanation of each mechanism: its rules in plain words, one file beside this module."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from duly.law.mechanism import MECHANISMS
from duly.law.sources import Citation, article, cite, clause, clauses
from duly.law.terms import Role, Term


class RuleKind(Term):
    """What a rule does: asks for something, bars, leaves to somebody, or only tells."""

    MUST = "must", "应当具备"
    BARS = "bars", "不能适用"
    JUDGES = "judges", "由人判断"
    TELLS = "tells", "只作提示"


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in both languages of the desk."""

    chinese: str
    english: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule in plain words, with its texts; `by` names the functions that weigh it."""

    number: int
    kind: RuleKind
    words: Words
    law: tuple[str, ...]
    by: tuple[str, ...]
    who: tuple[Role, ...]

    @property
    def anchor(self) -> str:
        """Where the rule stands on its page."""
        return f"rule-{self.number}"


@dataclass(frozen=True, slots=True)
class Slip:
    """What can go wrong, how the program catches it, and the acceptance rows that prove it."""

    words: Words
    caught: Words
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A mechanism explained: its purpose, its rules, and what can go wrong."""

    purpose: Words
    rules: tuple[Rule, ...]
    slips: tuple[Slip, ...]

    def of(self, kind: RuleKind) -> tuple[Rule, ...]:
        """Return the rules of a kind, in the order of the file."""
        return tuple(rule for rule in self.rules if rule.kind is kind)


@cache
def explained(name: str) -> Explained:
    """Return the explanation of a mechanism. Raises FileNotFoundError for another name."""
    file = resources.files(__package__) / f"{name}.toml"
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    return Explained(
        purpose=_words(read),
        rules=tuple(_rule(number, row) for number, row in enumerate(read["rule"], 1)),
        slips=tuple(_slip(row) for row in read["slip"]),
    )


def every() -> Mapping[str, Explained]:
    """Return every explanation by the name of its mechanism, in the order of the mechanisms."""
    return {name: explained(name) for name in MECHANISMS}


def cited(reference: str, on: date) -> Citation:
    """Return what a file's `law` entry names on a date: a clause, an article, or a subject.

    "三(一)2" is a clause of the mechanism, "失信规定 3" an article of an instrument by a
    short title, anything else a subject. Raises the law's own LookupErrors.
    """
    if reference in clauses():
        return clause(reference)
    instrument, _, number = reference.partition(" ")
    return article(instrument, number, on=on) if number else cite(reference, on=on)


def _words(row: Mapping[str, Any], name: str = "") -> Words:
    if not name:
        return Words(row["text"], row["english"])
    return Words(row[name], row[f"{name}_english"])


def _rule(number: int, row: Mapping[str, Any]) -> Rule:
    return Rule(
        number=number,
        kind=RuleKind(row["kind"]),
        words=_words(row),
        law=tuple(row["law"]),
        by=tuple(row.get("by", ())),
        who=tuple(Role(one) for one in row.get("who", ())),
    )


def _slip(row: Mapping[str, Any]) -> Slip:
    return Slip(_words(row), _words(row, "caught"), tuple(row["rows"]))
