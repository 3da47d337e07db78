"""案款发放：三十日，两个人，不超过账上的款项"""

from datetime import date
from typing import Any

import pytest

from duly.law.calendar import Period
from duly.law.mechanism import payout
from duly.law.mechanism.payout import CLOCK, Facts
from duly.law.money import Yuan
from duly.law.terms import Role
from tests.law.mechanism.weighing import facts

MECHANISM = payout.MECHANISM


def told(**changes: Any) -> Facts:
    kept: Facts = facts(Facts)
    values = {name: getattr(kept, name) for name in Facts.__dataclass_fields__}
    return Facts(**{**values, **changes})


@pytest.mark.parametrize(
    ("changes", "met", "words"),
    [
        ({}, True, "账上待发1,000.00元，2026年5月10日到账"),
        ({"held": Yuan(0), "waiting_since": None}, False, "账上没有款项"),
        ({"account_confirmed": False}, False, "没有已确认的收款账户"),
    ],
)
def test_may_be_paid_out_only_into_a_confirmed_account(
    changes: dict[str, Any], met: bool, words: str
) -> None:
    finding = payout.may_be_paid_out(told(**changes))

    assert finding.met is met
    assert words in "".join(ground.because for ground in finding.grounds)


def test_may_be_refunded_while_something_was_paid_beyond_the_debt() -> None:
    assert payout.may_be_refunded(told(is_refund=True)).met
    assert not payout.may_be_refunded(told(is_refund=True, held=Yuan(0))).met


@pytest.mark.parametrize(
    ("proposed", "met"), [(None, False), ("999.99", True), ("1000.00", True), ("1000.01", False)]
)
def test_is_still_held_when_it_is_approved_and_when_it_is_paid(
    proposed: str | None, met: bool
) -> None:
    amount = None if proposed is None else Yuan.of(proposed)

    assert payout.is_still_held(told(proposed=amount)).met is met
    for name in ("approve_pay_out", "pay_out"):
        assert payout.is_still_held in MECHANISM.step(name).guards


@pytest.mark.parametrize(("amount", "met"), [("1000.00", True), ("1000.01", False)])
def test_no_more_than_held_is_proposed(amount: str, met: bool) -> None:
    finding = payout.no_more_than_held(told(), {"amount": Yuan.of(amount)})

    assert finding.met is met
    assert met or finding.obstacles[0].change == "最多填1,000.00元"


def test_article_10_thirty_days_of_which_the_source_is_to_be_confirmed() -> None:
    (ground, *_) = payout.may_be_paid_out(told()).grounds

    assert CLOCK.period == Period(days=30)
    assert ground.basis.in_digits.endswith("第10条")
    assert ground.basis.status.chinese == "待核"


def test_the_head_of_the_bureau_approves_what_another_proposed() -> None:
    for name in ("approve_pay_out", "return_pay_out"):
        step = MECHANISM.step(name)
        assert step.by == {Role.BUREAU_HEAD}
        assert step.second_person == {"propose_pay_out", "propose_refund"}


def test_a_creditor_is_paid_and_a_debtor_refunded() -> None:
    assert MECHANISM.step("propose_pay_out").when(told())
    assert not MECHANISM.step("propose_refund").when(told())
    assert MECHANISM.step("propose_refund").when(told(is_refund=True))
    assert told().on > date(2026, 1, 1)
