"""加速到期、部分履行与另行申请"""

from datetime import date
from typing import Any

import pytest

from duly.law.mechanism import pre_enforcement, record
from duly.law.mechanism.pre_enforcement import urging
from duly.law.mechanism.record import money
from duly.law.money import Payment, Row, Yuan, plan_standing
from duly.law.terms import Role
from tests.law.mechanism.weighing import TODAY, facts

WORDS = "任何一期未按期足额支付的，剩余款项全部到期"
ROWS = [Row(date(2026, 5, 10), Yuan.of("600")), Row(date(2026, 6, 10), Yuan.of("400"))]


@pytest.mark.parametrize(
    ("words", "paid", "met"),
    [(WORDS, "0.01", True), (WORDS, "600", False), ("", "0.01", False)],
)
def test_all_fell_due_where_the_instrument_says_so_and_one_was_missed(
    words: str, paid: str, met: bool
) -> None:
    payments = [Payment(date(2026, 5, 10), Yuan.of(paid))]

    finding = money.all_fell_due(words, plan_standing(ROWS, payments, on=TODAY))

    assert finding.met is met
    assert not met or WORDS in finding.grounds[0].because
    assert all(ground.change for ground in finding.obstacles)


@pytest.mark.parametrize(("left", "met"), [(True, True), (False, False)])
def test_may_apply_again_for_what_is_left(left: bool, met: bool) -> None:
    told = facts(record.Facts, {"rest_left": left})

    assert money.may_apply_again(told).met is met
    assert money.APPLY_AGAIN.when(told) is met


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"performed": False},
            "尚欠1,200.00元；归档不影响就未履行部分另行申请执行，申请执行时效至2028年4月30日",
        ),
        ({"performed": False, "owing": None}, "尚有未履行的义务；归档不影响"),
        ({"performed": True}, "没有未履行部分"),
    ],
)
def test_clause_2_2_2_rest_stays_open_when_urging_ends_in_part(
    changes: dict[str, Any], words: str
) -> None:
    owing = {name: value for name, value in changes.items() if name != "owing"}
    told = facts(pre_enforcement.Facts, owing)
    if "owing" in changes:
        told = type(told)(
            **{**{n: getattr(told, n) for n in told.__dataclass_fields__}, "owing": None}
        )

    finding = urging.rest_stays_open(told, {})

    assert finding.met
    assert words in finding.grounds[0].because
    assert urging.rest_stays_open in pre_enforcement.MECHANISM.step("close_performed").cautions


def test_what_the_court_sets_is_the_judges_to_set_and_to_change() -> None:
    for name in ("set_delay_penalty", "set_amount", "set_enforcement_fee"):
        step = record.MECHANISM.step(name)
        assert step.by == {Role.ENFORCEMENT_JUDGE}
        assert any(ask.name == "reason" and ask.required for ask in step.asks)
