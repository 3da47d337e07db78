"""阶段一 · 判后督促履行机制：适用范围、收款账户、告知书、生效与履行期"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duly.law.mechanism import account, post_judgment
from duly.law.mechanism.post_judgment import Facts, rules
from duly.law.mechanism.post_judgment.steps import State
from tests.law.mechanism.weighing import check, facts, named, rows

TABLES = rows(Path(__file__).with_name("post_judgment.toml"))
MECHANISM = post_judgment.MECHANISM


def table(rule: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", TABLES[rule], ids=named)


@table("applies")
def test_clause_1_1_1_money_obligations_only(row: dict[str, Any]) -> None:
    check(rules.applies(facts(Facts, row.get("facts"))), row)


@table("account")
def test_clause_1_1_2_the_account_is_confirmed_before_the_notice(row: dict[str, Any]) -> None:
    check(rules.account_is_confirmed(facts(Facts, row.get("facts"))), row)


@table("notice")
def test_clause_1_2_2_the_notice_goes_with_the_instrument(row: dict[str, Any]) -> None:
    check(rules.notice_is_served(facts(Facts, row.get("facts"))), row)


@table("effective")
def test_clause_1_3_only_an_instrument_in_effect_runs(row: dict[str, Any]) -> None:
    check(rules.is_effective(facts(Facts, row.get("facts"))), row)


@table("performed")
def test_clause_1_3_performed_means_to_the_fen(row: dict[str, Any]) -> None:
    check(rules.is_performed(facts(Facts, row.get("facts"))), row)


@table("overdue")
def test_clause_1_3_overdue_begins_the_day_after_the_last_day(row: dict[str, Any]) -> None:
    check(rules.is_overdue(facts(Facts, row.get("facts"))), row)


def test_clause_1_2_1_the_account_is_asked_in_full_with_route_and_evidence() -> None:
    asked = {ask.name for ask in MECHANISM.step("confirm_account").asks if ask.required}

    assert {"creditor", "holder", "number", "bank", "route", "evidence"} <= asked


def test_clause_1_2_1_each_step_of_the_account_is_the_trial_divisions_own() -> None:
    for name in ("confirm_account", "propose_account", "confirm_account_change"):
        assert {role.value for role in MECHANISM.step(name).by} == {"trial_clerk", "trial_judge"}


def test_clause_1_2_1_a_change_of_account_needs_a_second_person_and_a_new_notice() -> None:
    change = MECHANISM.step("confirm_account_change")

    assert change.second_person == {"propose_account"}
    assert change.when(facts(Facts, {"account_change_pending": True}))
    assert not change.when(facts(Facts))
    assert MECHANISM.step("reissue_notice").issues == ("performance-notice",)
    assert State.RUNNING in MECHANISM.step("reissue_notice").origins


@pytest.mark.parametrize(
    ("until", "confirmed", "met"),
    [
        (date(2026, 3, 11), True, False),
        (date(2026, 3, 10), True, True),
        (date(2026, 3, 11), False, True),
        (None, True, True),
    ],
)
def test_clause_1_2_1_a_changed_account_waits_unless_it_is_refused(
    until: date | None, confirmed: bool, met: bool
) -> None:
    known = facts(Facts, {"on": date(2026, 3, 11), "account_held_until": until})
    found = account.change_has_waited(known, {"confirmed": confirmed})

    assert found.met is met
    assert account.change_has_waited in MECHANISM.step("confirm_account_change").checks


def test_clause_1_2_2_the_notice_may_go_out_before_the_instrument_takes_effect() -> None:
    guards = MECHANISM.step("issue_notice").guards

    assert guards == (rules.applies, rules.account_is_confirmed)
    assert MECHANISM.step("start_term").guards == (rules.notice_is_served, rules.is_effective)
    assert MECHANISM.step("note_performed").guards == (rules.is_performed,)
    assert MECHANISM.step("note_overdue").guards == (rules.is_overdue,)


def test_clause_1_3_enforcement_follows_only_on_application() -> None:
    step = MECHANISM.step("receive_application")

    assert [ask.name for ask in step.asks][:2] == ["applicant", "applied_on"]
    assert step.guards == (rules.is_overdue,)
    assert [s.name for s in MECHANISM.steps if s.target is State.APPLIED] == ["receive_application"]


def test_the_term_to_perform_and_the_limitation_start_together() -> None:
    clocks = {clock.name: clock.fact for clock in MECHANISM.step("start_term").starts}

    assert clocks == {"performance": "due_on", "limitation": "limitation_on"}
