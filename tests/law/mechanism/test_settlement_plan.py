"""和解协议的分期：登记、到期、违反——数额由到账记录给出，正当理由由法官认定"""

from datetime import date
from typing import Any

import pytest

from duly.law.finding import Outcome
from duly.law.mechanism import enforcement, settlement_plan
from duly.law.mechanism.enforcement import Facts
from duly.law.money import Payment, PlanStanding, Row, Yuan, plan_standing
from tests.law.mechanism.weighing import TODAY, facts

ROWS = [Row(date(2026, 4, 10), Yuan.of("600")), Row(date(2026, 5, 10), Yuan.of("400"))]


def plan(*payments: tuple[date, str]) -> PlanStanding:
    paid = [Payment(day, Yuan.of(amount)) for day, amount in payments]
    return plan_standing(ROWS, paid, on=TODAY)


KEPT = plan((date(2026, 4, 10), "600"), (date(2026, 5, 10), "400"))
LATE = plan((date(2026, 5, 15), "1000"))
MISSED = plan((date(2026, 4, 10), "600"), (date(2026, 5, 9), "100"))


@pytest.mark.parametrize(
    ("changes", "met"),
    [
        ({"settlement_running": True}, True),
        ({"settlement_running": False}, False),
        ({"settlement_running": True, "plan": KEPT}, False),
    ],
)
def test_may_be_planned_once_while_a_settlement_runs(changes: dict[str, Any], met: bool) -> None:
    assert settlement_plan.may_be_planned(facts(Facts, changes)).met is met


@pytest.mark.parametrize(
    ("known", "performed", "met", "words"),
    [
        (None, True, True, "没有登记分期"),
        (None, False, True, "没有登记分期"),
        (KEPT, True, True, "各期均已付清，共1,000.00元"),
        (LATE, True, True, "各期均已付清"),
        (MISSED, True, False, "协议应付1,000.00元，已付700.00元，尚未付清"),
        (MISSED, False, True, "有1期逾期未履行，差300.00元"),
        (KEPT, False, False, "没有逾期未履行的期次"),
        (LATE, False, False, "没有逾期未履行的期次"),
    ],
)
def test_ending_agrees_with_plan(
    known: PlanStanding | None, performed: bool, met: bool, words: str
) -> None:
    told = facts(Facts, {"settlement_running": True, "plan": known})

    finding = settlement_plan.ending_agrees_with_plan(told, {"performed": performed})

    assert finding.met is met
    assert words in finding.grounds[0].because


@pytest.mark.parametrize(
    ("known", "outcome", "words"),
    [
        (KEPT, Outcome.NOT_MET, "没有逾期未履行的期次"),
        (LATE, Outcome.NOT_MET, "逾期履行（2026年5月15日付清）"),
        (MISSED, Outcome.UNDECIDED, "第2期400.00元，2026年5月10日届满，逾期未履行，已付100.00元"),
    ],
)
def test_clause_6_whether_without_good_reason_is_prepared_and_left_to_the_judge(
    known: PlanStanding, outcome: Outcome, words: str
) -> None:
    finding = settlement_plan.without_good_reason(known)

    assert finding.outcome is outcome
    assert finding.question == "是否无正当理由不履行和解协议"
    assert words in "".join(ground.because for ground in finding.grounds)


def test_plan_before_the_judge_shows_every_instalment_and_bars_nothing() -> None:
    told = facts(Facts, {"plan": MISSED})
    finding = settlement_plan.plan_before_the_judge(told, {})

    assert finding.met
    assert [ground.because for ground in finding.grounds][:1] == [
        "至今应付1,000.00元，已付700.00元，差300.00元"
    ]
    assert len(finding.grounds) == 3
    assert settlement_plan.plan_before_the_judge(facts(Facts), {}).met


def test_the_judge_sees_the_plan_where_he_ends_the_settlement() -> None:
    step = enforcement.MECHANISM.step("end_settlement")

    assert settlement_plan.plan_before_the_judge in step.cautions
    assert settlement_plan.ending_agrees_with_plan in step.checks
