"""和解协议的分期履行 (执行和解规定 8, 9): what was agreed by day, what was kept, what was missed.

Whether a debtor who missed an instalment had no good reason (无正当理由) is for the judge:
the figures are put before him, the answer is his.
"""

from datetime import date
from typing import Protocol

from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.money import PlanStanding, Yuan
from duly.law.sources import cite
from duly.law.step import Answers, Ask, AskKind
from duly.law.terms import Term

LINES = "每行一期：日期 金额，如2026-12-10 25000.00"


class PaidTo(Term):
    """Into which account a settlement lets the debtor pay."""

    FUNDS = "enforcement_funds", "本案执行案款账户"
    CREDITOR = "creditor", "直接付入申请执行人账户"


PLAN_ASKS = (
    Ask("instalments", "分期履行计划", AskKind.LONG_TEXT, hint=LINES),
    Ask("paid_to", "付入哪个账户", AskKind.CHOICE, choices=PaidTo),
    Ask(
        "waives",
        "全部按协议履行后，其余债务免除",
        AskKind.YES_NO,
        hint="协议没有写明免除的，选否",
    ),
    Ask("evidence", "协议条款", AskKind.TEXT, hint="如：和解协议第二条"),
)


class Planned(Protocol):
    """Facts that know the plan of the running settlement, None where it has none."""

    @property
    def on(self) -> date:
        """The day of weighing."""

    @property
    def plan(self) -> PlanStanding | None:
        """How the plan stands on that day."""

    @property
    def settlement_running(self) -> bool:
        """Whether a settlement runs."""


def may_be_planned(facts: Planned) -> Finding:
    """Return whether instalments may be put on record: a settlement runs and has none yet."""
    basis = cite("执行和解", on=facts.on)
    return all_of(
        "是否可以登记分期履行计划",
        (
            ground(
                basis,
                facts.settlement_running,
                met="和解协议正在履行",
                not_met="没有正在履行的和解协议",
                unknown="",
                change="先登记执行和解协议",
                supplied_by="enforcement.record_settlement",
            ),
            ground(
                basis,
                facts.plan is None,
                met="尚未登记分期履行计划",
                not_met="已经登记分期履行计划",
                unknown="",
                change="变更协议的，认定原协议后登记新的协议",
            ),
        ),
    )


def plan_before_the_judge(facts: Planned, _: Answers) -> Finding:
    """Return the figures of the plan: each instalment with its state. It bars nothing."""
    basis = cite("不履行和解协议", on=facts.on)
    lines = _figures(facts.plan)
    return all_of("和解协议履行到哪一步", (Ground(basis, Outcome.MET, line) for line in lines))


def ending_agrees_with_plan(facts: Planned, answers: Answers) -> Finding:
    """Return whether “performed” or “breached” is what the instalments on record show."""
    plan = facts.plan
    if plan is None:
        basis = cite("和解履行完毕", on=facts.on)
        weighed = Ground(basis, Outcome.MET, "协议没有登记分期，由法官认定")
    elif answers.get("performed"):
        weighed = ground(
            cite("和解履行完毕", on=facts.on),
            plan.is_performed,
            met=f"各期均已付清，共{plan.paid}",
            not_met=f"协议应付{_agreed(plan)}，已付{plan.paid}，尚未付清",
            unknown="",
            change="登记到账；没有付清的，选否",
        )
    else:
        weighed = ground(
            cite("不履行和解协议", on=facts.on),
            bool(plan.missed),
            met=f"有{len(plan.missed)}期逾期未履行，差{plan.short}",
            not_met="没有逾期未履行的期次",
            unknown="",
            change="等到有一期逾期未履行；各期已付清的，选是",
        )
    return all_of("认定是否与到账记录一致", (weighed,))


def without_good_reason(plan: PlanStanding) -> Finding:
    """Return the question 是否无正当理由不履行, prepared: figures weighed, the reason left open.

    Undecided while an instalment is missed: only the judge finds that there was no good
    reason (失信规定 1(六)); not met where nothing is missed.
    """
    basis = cite("不履行和解协议", on=plan.on)
    missed = tuple(Ground(basis, Outcome.MET, one.because) for one in plan.missed)
    late = tuple(
        Ground(basis, Outcome.NOT_MET, one.because, "已经补付，由法官斟酌") for one in plan.late
    )
    if not missed:
        kept = Ground(basis, Outcome.NOT_MET, "没有逾期未履行的期次", "等到有一期逾期未履行")
        return all_of("是否无正当理由不履行和解协议", (kept, *late))
    reason = Ground(
        basis, Outcome.UNDECIDED, "有没有正当理由，尚未认定", "询问被执行人并由法官写明理由"
    )
    return all_of("是否无正当理由不履行和解协议", (*missed, reason))


def _agreed(plan: PlanStanding) -> Yuan:
    return Yuan.total(one.row.amount for one in plan.instalments)


def _figures(plan: PlanStanding | None) -> tuple[str, ...]:
    if plan is None:
        return ("协议没有登记分期",)
    sums = f"至今应付{plan.due}，已付{plan.paid}，差{plan.short}"
    return (sums, *(one.because for one in plan.instalments))
