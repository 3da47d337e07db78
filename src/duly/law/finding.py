"""What a rule answers: an outcome, and the reasons that a person can check."""

from collections.abc import Iterable
from dataclasses import dataclass

from duly.law.sources import Citation
from duly.law.terms import Term


class Outcome(Term):
    """The three answers of a rule."""

    MET = "met", "符合"
    NOT_MET = "not_met", "不符合"
    UNDECIDED = "undecided", "待查明"


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason, tied to the clause or article that it rests on.

    `change` names the fact that would change the answer, in plain Chinese; it is
    empty where the ground is met. `supplied_by` is the step that puts that fact on
    record, as "mechanism.step"; empty where no single step does, or only time.
    """

    basis: Citation
    outcome: Outcome
    because: str
    change: str = ""
    supplied_by: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one question, with every ground that was weighed."""

    question: str
    outcome: Outcome
    grounds: tuple[Ground, ...]

    @property
    def met(self) -> bool:
        """Whether the question is answered yes, with nothing left to find out."""
        return self.outcome is Outcome.MET

    @property
    def obstacles(self) -> tuple[Ground, ...]:
        """The grounds that stand in the way: not met first, then undecided."""
        open_grounds = [g for g in self.grounds if g.outcome is not Outcome.MET]
        return tuple(sorted(open_grounds, key=lambda g: g.outcome is Outcome.UNDECIDED))


def all_of(question: str, grounds: Iterable[Ground]) -> Finding:
    """Return the finding that holds only if every ground holds.

    One ground not met decides it; failing that, one undecided leaves it undecided.
    No ground at all is undecided: nothing was weighed.
    """
    weighed = tuple(grounds)
    return Finding(question, _strictest(g.outcome for g in weighed), weighed)


def any_of(question: str, grounds: Iterable[Ground]) -> Finding:
    """Return the finding that holds if one ground holds (具有下列情形之一)."""
    weighed = tuple(grounds)
    return Finding(question, _most_lenient(g.outcome for g in weighed), weighed)


def ground(
    basis: Citation,
    fact: bool | None,
    *,
    met: str,
    not_met: str,
    unknown: str,
    change: str,
    supplied_by: str = "",
) -> Ground:
    """Return the ground for a fact that is true, false or not yet known (None).

    `met`, `not_met` and `unknown` are the three sentences; `change` says what
    would make the ground hold, `supplied_by` which step puts that on record.
    """
    if fact is None:
        return Ground(basis, Outcome.UNDECIDED, unknown, change, supplied_by)
    if fact:
        return Ground(basis, Outcome.MET, met)
    return Ground(basis, Outcome.NOT_MET, not_met, change, supplied_by)


def _strictest(outcomes: Iterable[Outcome]) -> Outcome:
    seen = set(outcomes)
    if Outcome.NOT_MET in seen:
        return Outcome.NOT_MET
    if Outcome.UNDECIDED in seen or not seen:
        return Outcome.UNDECIDED
    return Outcome.MET


def _most_lenient(outcomes: Iterable[Outcome]) -> Outcome:
    seen = set(outcomes)
    if Outcome.MET in seen:
        return Outcome.MET
    if Outcome.UNDECIDED in seen or not seen:
        return Outcome.UNDECIDED
    return Outcome.NOT_MET
