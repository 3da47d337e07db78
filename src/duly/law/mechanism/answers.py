"""Checks of typed answers that several mechanisms share."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from duly.law.calendar import in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.sources import cite, clause
from duly.law.step import Answers, Ask, AskKind

SIGNATURE = Ask(
    "signature",
    "电子签名",
    AskKind.RECORD,
    required=False,
    records="signature",
    hint="在当事人门户签署的，选择后印在文书上；纸质签署的不选",
)


class Dated(Protocol):
    """Facts that know the day on which they are weighed."""

    @property
    def on(self) -> date:
        """The day of weighing."""


Check = Callable[[Dated, Answers], Finding]


def not_in_the_future(name: str, what: str) -> Check:
    """Return the check that a day typed in is not after today."""

    def check(facts: Dated, answers: Answers) -> Finding:
        day: date | None = answers.get(name)
        basis = cite("期间计算", on=facts.on)
        if day is None or day <= facts.on:
            weighed = Ground(basis, Outcome.MET, f"{what}不晚于今天")
        else:
            weighed = Ground(
                basis,
                Outcome.NOT_MET,
                f"{what}{in_digits(day)}晚于今天{in_digits(facts.on)}",
                f"更正{what}",
            )
        return all_of(f"{what}是否可信", (weighed,))

    return check


def answered_yes(name: str, question: str, clause_basis: str, change: str) -> Check:
    """Return the check that a yes-or-no answer on which the step depends is yes."""

    def check(_: Dated, answers: Answers) -> Finding:
        fact = ground(
            clause(clause_basis),
            bool(answers.get(name)),
            met=f"{question}：是",
            not_met=f"{question}：否",
            unknown="",
            change=change,
        )
        return all_of(question, (fact,))

    return check
