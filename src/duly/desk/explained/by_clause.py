"""The mechanism's text from the other side: for each clause, the steps and rules that cite it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from duly.desk.explained.reading import Rule, every
from duly.law.mechanism import MECHANISMS
from duly.law.sources import Citation, clauses
from duly.law.step import Mechanism, Step

FEW = 3
HEADING = 20


@dataclass(frozen=True, slots=True)
class Cited:
    """The steps or rules of one mechanism that cite a clause."""

    mechanism: Mechanism[object]
    steps: tuple[Step[object], ...]
    rules: tuple[Rule, ...]

    @property
    def few(self) -> bool:
        """Whether a page can show them all without folding."""
        return len(self.steps) + len(self.rules) <= FEW


@dataclass(slots=True)
class Clause:
    """One clause: its own lines, whatever stands under it, and what cites it.

    `form` marks the wording of a template, which a page folds away.
    """

    citation: Citation
    depth: int
    own: str
    form: bool
    cited_by: tuple[Cited, ...] = field(default=())

    @property
    def title(self) -> str:
        """The first line, as the heading of what is folded."""
        return self.own.split("\n")[0]

    @property
    def body(self) -> str:
        """Everything after the first line."""
        return self.own.partition("\n")[2]

    @property
    def is_heading(self) -> bool:
        """Whether the clause itself only names what stands under it."""
        return len(self.own) < HEADING and not self.own.endswith(("。", "；"))


@cache
def text() -> tuple[Clause, ...]:
    """Return every clause in the order of the source, with what cites it."""
    citing = _citing()
    return tuple(
        Clause(
            citation=citation,
            depth=_depth(reference),
            own=_own(reference, citation),
            form="模板" in citation.text.split("\n")[0],
            cited_by=tuple(citing.get(reference, ())),
        )
        for reference, citation in clauses().items()
    )


def steps_citing(reference: str, mechanism: Mechanism[object]) -> tuple[Step[object], ...]:
    """Return the steps that cite a clause, by themselves or through a clock that they start."""
    return tuple(
        step
        for step in mechanism.steps
        if reference in (step.clause, *(clock.clause for clock in step.starts))
    )


def _citing() -> Mapping[str, list[Cited]]:
    found: dict[str, list[Cited]] = {}
    for name, explanation in every().items():
        mechanism = MECHANISMS[name]
        for reference in clauses():
            rules = tuple(rule for rule in explanation.rules if reference in rule.law)
            steps = steps_citing(reference, mechanism)
            if rules or steps or mechanism.clause == reference:
                found.setdefault(reference, []).append(Cited(mechanism, steps, rules))
    return found


def _parent(reference: str) -> str:
    """Return the nearest clause above that is on file; empty for the three stages."""
    others = [one for one in clauses() if one != reference and reference.startswith(one)]
    return max(others, key=len, default="")


def _depth(reference: str) -> int:
    above = _parent(reference)
    return 0 if not above else _depth(above) + 1


def _children(reference: str) -> Iterator[Citation]:
    return (one for name, one in clauses().items() if _parent(name) == reference)


def _own(reference: str, citation: Citation) -> str:
    """Return a clause without the lines that its sub-clauses hold."""
    below = {line for child in _children(reference) for line in _lines(child)}
    kept = [line for line in _lines(citation) if line and not _ends_with_any(line, below)]
    return "\n".join(kept)


def _lines(citation: Citation) -> list[str]:
    return [line.strip() for line in citation.text.split("\n")]


def _ends_with_any(line: str, below: set[str]) -> bool:
    return any(line.endswith(one) for one in below if one)
