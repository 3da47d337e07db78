"""阶段三（一） · 预失信告知机制；失信规定第一条至第五条"""

from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from duly.law.mechanism import defaulter_warning
from duly.law.mechanism.defaulter_warning import Facts, State, exits, limits, scope
from duly.law.terms import DefaulterGround, MeasureKind, Role
from tests.law.mechanism.weighing import check, facts, named, rows

TABLES = rows(Path(__file__).with_name("defaulter_warning.toml"))
MECHANISM = defaulter_warning.MECHANISM


def table(rule: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", TABLES[rule], ids=named)


@table("scope")
def test_clause_3_1_1_one_of_six_circumstances(row: dict[str, Any]) -> None:
    check(scope.in_scope(facts(Facts, row.get("facts"))), row)


@table("listable")
def test_articles_3_and_4_whom_the_law_bars_from_the_list(row: dict[str, Any]) -> None:
    check(scope.may_be_listed(facts(Facts, row.get("facts"))), row)


@pytest.mark.parametrize("limb", list(DefaulterGround))
def test_article_3_bars_ground_1_alone_and_article_4_bars_every_ground(
    limb: DefaulterGround,
) -> None:
    secured = facts(Facts, {"grounds": [limb.value], "security": True})
    child = facts(Facts, {"grounds": [limb.value], "birth_date": secured.on.replace(year=2010)})

    assert scope.may_be_listed(secured).met is (limb is not DefaulterGround.ABLE_BUT_REFUSING)
    assert [ground.basis.article for ground in scope.may_be_listed(child).obstacles] == ["4"]


@table("warnable")
def test_clause_3_1_3_what_the_warning_says_is_on_record(row: dict[str, Any]) -> None:
    check(scope.may_be_warned(facts(Facts, row.get("facts"))), row)


@table("term")
def test_clause_3_1_3_and_article_5_the_term_that_is_set(row: dict[str, Any]) -> None:
    told = facts(Facts, row.get("facts"))

    check(limits.term_is_lawful(told, row["answers"]), row)


@table("grace")
def test_clause_3_1_2_grace_is_none_or_one_to_three_months(row: dict[str, Any]) -> None:
    check(limits.grace_is_bounded(facts(Facts), row["answers"]), row)


@table("years")
def test_article_2_when_two_years_may_be_extended(row: dict[str, Any]) -> None:
    told = facts(Facts, row.get("facts"))

    check(limits.extension_is_lawful(told, row["answers"]), row)


@table("expired")
def test_clause_3_1_2_a_warning_served_in_time_that_has_run_out(row: dict[str, Any]) -> None:
    check(exits.warning_has_run_out(facts(Facts, row.get("facts"))), row)


@table("owes")
def test_clause_3_1_2_only_who_still_owes_is_listed(row: dict[str, Any]) -> None:
    check(exits.still_owes(facts(Facts, row.get("facts"))), row)


@table("ends")
def test_clause_3_1_2_performance_or_a_settlement_fully_performed_ends_it(
    row: dict[str, Any],
) -> None:
    check(exits.ends_by_performance(facts(Facts, row.get("facts"))), row)


@table("free")
def test_clause_3_1_2_a_running_settlement_bars_the_proposal(row: dict[str, Any]) -> None:
    check(exits.no_settlement_in_force(facts(Facts, row.get("facts"))), row)


@table("held")
def test_clause_3_1_2_a_running_settlement_holds_the_warning(row: dict[str, Any]) -> None:
    check(exits.settlement_runs(facts(Facts, row.get("facts"))), row)


@table("breached")
def test_clause_3_1_2_a_breach_revives_the_warning(row: dict[str, Any]) -> None:
    check(exits.settlement_breached(facts(Facts, row.get("facts"))), row)


@table("publish")
def test_clause_3_1_2_publication_waits_for_decision_and_grace(row: dict[str, Any]) -> None:
    check(exits.may_be_published(facts(Facts, row.get("facts"))), row)


def test_clause_3_1_2_the_three_ways_out_of_a_warning_stay_apart() -> None:
    reached = {"reached_on": facts(Facts).on, "ends_on": facts(Facts).on.replace(month=9)}
    running = facts(Facts, {"settlement": {**reached, "performed": "?"}})
    kept = facts(Facts, {"settlement": {**reached, "performed": True}})
    broken = facts(Facts, {"settlement": {**reached, "performed": False}})

    def ways(told: Any) -> tuple[bool, bool, bool]:
        held, ended = exits.settlement_runs(told), exits.ends_by_performance(told)
        return held.met, ended.met, exits.no_settlement_in_force(told).met

    assert ways(running) == (True, False, False)
    assert ways(kept) == (False, True, True)
    assert ways(broken) == (False, False, True)


def test_clause_3_1_2_what_must_hold_at_each_step_towards_the_list() -> None:
    barred = (scope.in_scope, scope.may_be_listed, exits.no_stay_holds_the_listing)
    weighed = {
        "issue_warning": {*barred, scope.may_be_warned, exits.still_owes},
        "propose_listing": {
            *barred,
            exits.warning_has_run_out,
            exits.still_owes,
            exits.no_settlement_in_force,
        },
        "end_performed": {exits.ends_by_performance},
        "close_unpublished": {exits.ends_by_performance},
        "hold": {exits.settlement_runs},
    }

    for name, guards in weighed.items():
        assert set(MECHANISM.step(name).guards) == guards, name
    assert MECHANISM.step("issue_warning").checks == (limits.term_is_lawful,)
    assert MECHANISM.step("propose_listing").checks == (
        limits.extension_is_lawful,
        limits.grace_is_bounded,
    )


def test_an_urgent_bypass_skips_the_warning_alone_and_asks_a_reason() -> None:
    usual, urgent = MECHANISM.step("propose_listing"), MECHANISM.step("propose_urgently")

    assert set(usual.guards) - set(urgent.guards) == {exits.warning_has_run_out}
    assert set(urgent.guards) <= set(usual.guards)
    assert (urgent.checks, urgent.draws) == (usual.checks, usual.draws)
    assert {ask.name for ask in urgent.asks} - {ask.name for ask in usual.asks} == {
        "urgent_reasons"
    }
    assert not urgent.usual


def test_article_5_the_president_signs_the_listing_and_the_consumption_order_with_it() -> None:
    step = MECHANISM.step("approve_listing")

    assert step.by == {Role.PRESIDENT}
    assert step.issues == ("defaulter-decision", "consumption-order")
    assert step.imposes == (MeasureKind.CONSUMPTION_RESTRICTION,)
    assert step.second_person == {"propose_listing", "propose_urgently"}


def test_article_5_the_court_lists_of_its_own_motion_too() -> None:
    unasked, asked = facts(Facts), facts(Facts, {"requested_on": facts(Facts).on})

    for told in (unasked, asked):
        assert all(guard(told).met for guard in MECHANISM.step("propose_listing").guards)


def test_what_barred_the_proposal_bars_the_signature_too() -> None:
    approved, proposed = MECHANISM.step("approve_listing"), MECHANISM.step("propose_listing")

    assert set(approved.guards) == set(proposed.guards) - {exits.warning_has_run_out}


def test_decision_and_publication_are_two_acts() -> None:
    publish = MECHANISM.step("publish")

    assert MeasureKind.DEFAULTER_LISTING not in MECHANISM.step("approve_listing").imposes
    assert publish.imposes == (MeasureKind.DEFAULTER_LISTING, MeasureKind.CREDIT_NOTICE)
    assert publish.guards == (
        exits.may_be_published,
        exits.no_settlement_in_force,
        exits.no_stay_holds_the_listing,
        scope.may_be_listed,
    )
    assert [ask.chinese for ask in publish.asks] == ["录入记录"]
    assert MECHANISM.step("close_unpublished").origins == {State.DECIDED}
    assert MECHANISM.step("revoke_decision").by == {Role.PRESIDENT}


def test_a_returned_proposal_goes_back_to_where_it_came_from() -> None:
    warned, unwarned = MECHANISM.step("return_proposal"), MECHANISM.step("return_unwarned")

    assert (warned.target, unwarned.target) == (State.WARNED, State.OPEN)
    for told in (facts(Facts), facts(Facts, {"warning": "?"})):
        assert warned.when(told) is not unwarned.when(told)
    assert warned.when(facts(Facts))


def test_clause_3_1_2_the_breach_that_revives_is_found_with_reasons() -> None:
    step = MECHANISM.step("revive")

    assert (step.origins, step.target) == ({State.HELD}, State.WARNED)
    assert {ask.name for ask in step.asks} == {"reasons", "evidence"}
    assert step.guards == (exits.settlement_breached,)


def test_clause_3_1_2_the_warning_is_the_enforcement_judges_in_writing() -> None:
    step = MECHANISM.step("issue_warning")

    assert step.by == {Role.ENFORCEMENT_JUDGE}
    assert step.issues == ("defaulter-warning",)
    assert scope.may_be_warned in step.guards
    assert [clock.ask for clock in step.starts] == ["last_day"]


def test_a_warning_that_was_served_too_late_is_issued_again() -> None:
    again, first = MECHANISM.step("warn_again"), MECHANISM.step("issue_warning")

    assert (again.guards, again.checks, again.issues) == (first.guards, first.checks, first.issues)
    assert again.origins == {State.WARNED}


WARNINGS = {
    "none": "?",
    "unserved": {"issued_on": date(2026, 5, 1), "last_day": date(2026, 5, 19), "served_on": "?"},
    "late": {
        "issued_on": date(2026, 5, 1),
        "last_day": date(2026, 5, 19),
        "served_on": date(2026, 5, 19),
    },
    "running": {
        "issued_on": date(2026, 5, 1),
        "last_day": date(2026, 5, 20),
        "served_on": date(2026, 5, 4),
    },
    "run out": {
        "issued_on": date(2026, 5, 1),
        "last_day": date(2026, 5, 19),
        "served_on": date(2026, 5, 18),
    },
}
SETTLEMENTS = {
    how: {"reached_on": date(2026, 5, 5), "ends_on": date(2026, 8, 5), "performed": performed}
    for how, performed in (("running", "?"), ("kept", True), ("broken", False))
} | {"none": "?"}


def test_whatever_the_record_no_listing_without_warning_service_and_expiry() -> None:
    allowed = set()
    for warned, performed, settled, born, limbs, security in product(
        WARNINGS,
        (True, False, "?"),
        SETTLEMENTS,
        (1985, 2010, "?"),
        (("1",), ("1", "4"), ("6",), ()),
        (True, False, "?"),
    ):
        told = facts(
            Facts,
            {
                "warning": WARNINGS[warned],
                "performed": performed,
                "settlement": SETTLEMENTS[settled],
                "birth_date": born if born == "?" else date(int(born), 1, 1),
                "grounds": limbs,
                "security": security,
            },
        )
        if all(guard(told).met for guard in MECHANISM.step("propose_listing").guards):
            allowed.add((warned, performed, settled, born, limbs, security))

    lawful = {
        ("run out", False, settled, 1985, limbs, security)
        for settled in ("none", "broken")
        for limbs, security in (
            (("1",), False),
            *product((("1", "4"), ("6",)), (True, False, "?")),
        )
    }
    assert allowed == lawful
