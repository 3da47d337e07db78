"""复议: once, within three days of receipt, to the court above; the decision is not stayed.

民事诉讼法 119, 民诉法解释 185.
"""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import Calendar, Period, in_digits
from duly.law.finding import Ground, Outcome, ground
from duly.law.sources import cite
from duly.law.terms import Term

APPLIED_WITHIN = Period(days=3)
ANSWERED_WITHIN = Period(days=5)


class Reconsidered(Term):
    """What the court above did, short of revoking: revocation is a step of its own."""

    UPHELD = "upheld", "驳回申请，维持原决定"
    CHANGED = "changed", "变更原决定"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as it stands: when made and received, and what became of its reconsideration.

    `received_on` None: no service on record. `applied_on` None: nobody applied.
    """

    decided_on: date
    received_on: date | None
    applied_on: date | None
    answered: bool


def is_first(decision: Decision | None, on: date) -> Ground:
    """Return the ground that nobody has applied yet: reconsideration is had once."""
    basis = cite("院长批准", on=on)
    if decision is None:
        return Ground(basis, Outcome.NOT_MET, "没有处罚决定", "作出决定后才可以申请复议")
    return ground(
        basis,
        decision.applied_on is None,
        met="没有申请过复议",
        not_met="已经申请过复议，只能申请一次",
        unknown="",
        change="不再登记",
    )


def in_time(
    decision: Decision | None, applied_on: date | None, *, on: date, calendar: Calendar
) -> Ground:
    """Return the ground that the application came within three days of receipt."""
    basis = cite("罚款拘留复议", on=on)
    if decision is None or decision.received_on is None or applied_on is None:
        return Ground(basis, Outcome.UNDECIDED, "决定书没有有效送达的记录", "登记决定书的送达日期")
    last = APPLIED_WITHIN.reckon(decision.received_on, calendar).last_day
    return ground(
        basis,
        decision.decided_on <= applied_on <= last,
        met=f"决定书于{in_digits(decision.received_on)}收到，{in_digits(applied_on)}申请，未逾期",
        not_met=f"决定书于{in_digits(decision.received_on)}收到，申请期限至{in_digits(last)}，"
        f"{in_digits(applied_on)}申请不在期限内",
        unknown="",
        change="逾期的不予受理；因不可抗拒的事由耽误的，障碍消除后十日内申请顺延",
    )


def is_pending(decision: Decision | None) -> bool:
    """Whether the court above has an application that it has not answered."""
    return decision is not None and decision.applied_on is not None and not decision.answered


def is_over(decision: Decision | None, *, on: date, calendar: Calendar) -> Ground:
    """Return the ground that nothing more can come from above: answered, or out of time."""
    basis = cite("罚款拘留复议", on=on)
    if decision is None or decision.received_on is None:
        return Ground(basis, Outcome.UNDECIDED, "决定书没有有效送达的记录", "登记决定书的送达日期")
    last = APPLIED_WITHIN.reckon(decision.received_on, calendar).last_day
    if decision.applied_on is not None:
        return ground(
            basis,
            decision.answered,
            met="复议已有结果",
            not_met="复议尚无结果",
            unknown="",
            change="登记上一级法院的复议结果",
        )
    return ground(
        basis,
        on > last,
        met="申请复议的期限已经届满，无人申请",
        not_met=f"申请复议的期限至{in_digits(last)}才届满",
        unknown="",
        change=f"等到{in_digits(last)}届满",
    )
