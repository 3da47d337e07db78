"""The payee account (一(一)2, 一(二)1): confirmed by one person, changed by two.

While post-judgment urging is open these are its steps; afterwards they are the record's.
"""

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar

from duly.law.calendar import in_digits
from duly.law.finding import Finding, all_of, ground
from duly.law.sources import clause
from duly.law.step import Answers, Ask, AskKind, Step, always
from duly.law.terms import AccountRoute, Role, Term

CLAUSE = "一(二)1"

ASKS = (
    Ask("creditor", "债权人", AskKind.RECORD, records="creditor"),
    Ask("holder", "户名", AskKind.NAME),
    Ask("number", "账号", AskKind.ACCOUNT),
    Ask("bank", "开户行", AskKind.TEXT, longest=100),
    Ask("route", "确认方式", AskKind.CHOICE, choices=AccountRoute),
    Ask("evidence", "材料", AskKind.TEXT, hint="如：2026年3月2日庭审笔录第5页", longest=120),
)


class Changing(Protocol):
    """Facts that know how long a changed account still waits, None where none does."""

    @property
    def on(self) -> date:
        """The day of weighing."""

    @property
    def account_held_until(self) -> date | None:
        """The last day on which the change waits."""


F = TypeVar("F", bound=Changing)


def change_has_waited(facts: Changing, answers: Answers) -> Finding:
    """Return whether a changed account has waited as long as the court set (一(二)1).

    Meanwhile the creditor is alerted at his old contact. To refuse a change nobody waits.
    """
    until = facts.account_held_until
    held = until is not None and facts.on <= until and bool(answers.get("confirmed", True))
    day = in_digits(until) if until else ""
    return all_of(
        "收款账户变更的等待期是否已满",
        (
            ground(
                clause(CLAUSE),
                not held,
                met="等待期已满，或者不通过变更",
                not_met=f"等待期至{day}届满，此前不能通过变更",
                unknown="",
                change="等债权人对提示作出回应；他否认变更的，现在即可不予通过",
            ),
        ),
    )


def confirm_first(
    *,
    by: frozenset[Role],
    origins: frozenset[Term],
    target: Term | None = None,
    guards: tuple[Callable[[F], Finding], ...] = (),
    when: Callable[[F], bool] = always,
    usual: bool = True,
) -> Step[F]:
    """Return the step that confirms the first account of a matter."""
    return Step(
        name="confirm_account",
        chinese="确认收款账户",
        clause=CLAUSE,
        by=by,
        origins=origins,
        target=target,
        asks=ASKS,
        guards=guards,
        when=when,
        issues=("payee-account-confirmation",),
        usual=usual,
    )


def propose_change(
    *, by: frozenset[Role], origins: frozenset[Term], when: Callable[[F], bool] = always
) -> Step[F]:
    """Return the step that proposes another account."""
    return Step(
        name="propose_account",
        chinese="变更收款账户",
        clause=CLAUSE,
        by=by,
        origins=origins,
        asks=ASKS,
        when=when,
        usual=False,
    )


def decide_change(
    *, by: frozenset[Role], origins: frozenset[Term], when: Callable[[F], bool]
) -> Step[F]:
    """Return the step by which a second person decides the change, wherever it was proposed."""
    return Step(
        name="confirm_account_change",
        chinese="复核账户变更",
        clause=CLAUSE,
        by=by,
        origins=origins,
        asks=(
            Ask("confirmed", "复核通过", AskKind.YES_NO),
            Ask(
                "reasons", "核对情况", AskKind.LONG_TEXT, hint="如：已电话联系债权人原预留号码核实"
            ),
        ),
        checks=(change_has_waited,),
        when=when,
        second_person=frozenset({"propose_account"}),
        across=True,
    )
