"""Steps that the tables of the fine and of the detention have in the same words.

Each table gives its own clause, states and rules; nothing here weighs a fine or a detention.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from duly.law.finding import Finding
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.sanction import asks, reconsideration
from duly.law.step import Clock, Step
from duly.law.terms import PartyKind, Role, Term

JUDGE = frozenset({Role.ENFORCEMENT_JUDGE})
PRESIDENT = frozenset({Role.PRESIDENT})
OFFICERS = JUDGE | {Role.ENFORCEMENT_CLERK}
ANSWERED = not_in_the_future("answered_on", "复议决定日期")
States = frozenset[Any]


def find(clause: str, origins: States) -> Step[Any]:
    """Return the step by which the judge finds one act."""
    return Step[Any](
        name="find_misconduct",
        chinese="认定妨害执行的行为",
        clause=clause,
        by=JUDGE,
        origins=origins,
        asks=asks.FIND,
        checks=(not_in_the_future("committed_on", "行为日期"),),
    )


def withdraw(clause: str, origins: States) -> Step[Any]:
    """Return the step by which the judge takes the finding of an act back."""
    return Step[Any](
        name="withdraw_misconduct",
        chinese="撤回对行为的认定",
        clause=clause,
        by=JUDGE,
        origins=origins,
        asks=asks.WITHDRAW,
        usual=False,
    )


def name_responsible(clause: str, origins: States) -> Step[Any]:
    """Return the step by which a person who answers for a unit is named."""
    return Step[Any](
        name="name_responsible",
        chinese="登记主要负责人、直接责任人员",
        clause=clause,
        by=JUDGE,
        origins=origins,
        asks=asks.RESPONSIBLE,
        when=lambda facts: facts.debtor_kind is PartyKind.UNIT,
        usual=False,
    )


def warn_again(issue: Step[Any], chinese: str, warned: Term, term: str) -> Step[Any]:
    """Return the step that issues the warning anew, under the rules of the first one."""
    return replace(
        issue,
        name="warn_again",
        chinese=chinese,
        origins=frozenset({warned}),
        target=None,
        cautions=(),
        stops=(term,),
        usual=False,
    )


def send_back(clause: str, proposed: Term, warned: Term) -> Step[Any]:
    """Return the step by which the president returns a proposal that followed a warning."""
    return Step[Any](
        name="return_proposal",
        chinese="退回报请",
        clause=clause,
        by=PRESIDENT,
        origins=frozenset({proposed}),
        target=warned,
        asks=asks.REASONS,
        when=lambda facts: facts.warning is not None,
    )


def send_back_unwarned(clause: str, chinese: str, proposed: Term, opened: Term) -> Step[Any]:
    """Return the step by which the president returns an urgent proposal without a warning."""
    return Step[Any](
        name="return_unwarned",
        chinese=chinese,
        clause=clause,
        by=PRESIDENT,
        origins=frozenset({proposed}),
        target=opened,
        asks=asks.REASONS,
        when=lambda facts: facts.warning is None,
    )


def apply(
    clause: str,
    origins: States,
    *,
    first: Callable[[Any], Finding],
    in_time: Callable[[Any, Any], Finding],
) -> Step[Any]:
    """Return the step by which an application for reconsideration is recorded; it stays nothing."""
    return Step[Any](
        name="record_reconsideration",
        chinese="登记复议申请",
        clause=clause,
        by=OFFICERS,
        origins=origins,
        asks=asks.APPLICATION,
        guards=(first,),
        checks=(in_time, not_in_the_future("applied_on", "申请日期")),
        starts=(
            Clock(
                "reconsideration",
                "上一级法院作出复议决定",
                clause,
                Role.ENFORCEMENT_JUDGE,
                period=reconsideration.ANSWERED_WITHIN,
                since="applied_on",
            ),
        ),
    )


def is_pending(facts: Any) -> bool:
    """Whether the court above has an application that it has not answered."""
    return reconsideration.is_pending(facts.decision)


def upheld(clause: str, origins: States) -> Step[Any]:
    """Return the step that records that the court above upheld the decision."""
    return Step[Any](
        name="record_upheld",
        chinese="登记复议结果：维持",
        clause=clause,
        by=OFFICERS,
        origins=origins,
        asks=asks.REVOCATION[:2],
        checks=(ANSWERED,),
        when=is_pending,
        stops=("reconsideration",),
    )


def revoked_above(clause: str, origins: States, target: Term, stops: tuple[str, ...]) -> Step[Any]:
    """Return the step that records that the court above revoked the decision."""
    return Step[Any](
        name="record_revoked",
        chinese="登记复议结果：撤销",
        clause=clause,
        by=OFFICERS,
        origins=origins,
        target=target,
        asks=asks.REVOCATION,
        checks=(ANSWERED,),
        when=is_pending,
        stops=stops,
        usual=False,
    )


def revoke(
    clause: str, chinese: str, origins: States, target: Term, stops: tuple[str, ...]
) -> Step[Any]:
    """Return the step by which the president takes back a decision of this court."""
    return Step[Any](
        name="revoke_decision",
        chinese=chinese,
        clause=clause,
        by=PRESIDENT,
        origins=origins,
        target=target,
        asks=(*asks.REASONS, asks.REVOCATION[2]),
        stops=stops,
        usual=False,
    )
