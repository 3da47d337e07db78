"""阶段三（五） · 信用承诺机制"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duly.law.mechanism.commitment import MECHANISM, doors, rules
from duly.law.mechanism.commitment.facts import Facts, Lifting, State
from duly.law.mechanism.record import MECHANISM as RECORD
from duly.law.money import Yuan
from duly.law.step import AskKind
from duly.law.terms import CommitmentKind, MeasureKind, RepairScope, Role
from tests.law.mechanism.weighing import CALENDAR, TODAY, check, named, rows

TABLES = rows(Path(__file__).with_name("commitment.toml"))
BASE = Facts(
    on=TODAY,
    kind=CommitmentKind.REPAIR,
    owing=Yuan.of("1200.00"),
    performed=False,
    settlement_performed=None,
    settlement_ended=False,
    good_reason=False,
    consented_on=date(2026, 5, 18),
    signed_on=date(2026, 5, 19),
    repair_from=date(2026, 6, 1),
    repair_until=date(2026, 7, 31),
    promised_on=date(2026, 8, 31),
    measures=(),
    listed=True,
    corrected=None,
)
RULES = {
    rule.__name__: rule
    for rule in (
        doors.doors_are_open,
        doors.days_are_bounded,
        doors.lifted_within_the_repair,
        rules.has_consent,
        rules.promise_kept,
        rules.still_owes,
        rules.settlement_runs,
        rules.breached_without_reason,
        rules.breached_with_reason,
        rules.repair_is_over,
        rules.something_to_restore,
        rules.nothing_to_restore,
    )
}
EVERY_ROW = [(rule, row) for rule, table in TABLES.items() for row in table]


def _facts(row: dict[str, Any]) -> Facts:
    told = {name: None if value == "?" else value for name, value in row.get("facts", {}).items()}
    if "kind" in told:
        told["kind"] = CommitmentKind(told["kind"])
    told["measures"] = tuple(
        Lifting(MeasureKind(one["kind"]), one.get("has_term", False), one.get("expires_on"))
        for one in told.get("measures", ())
    )
    return replace(BASE, **told)


@pytest.mark.parametrize(
    ("rule", "row"), EVERY_ROW, ids=[f"{rule}: {named(row)}" for rule, row in EVERY_ROW]
)
def test_clause_3_5_each_rule_answers_as_its_table_says(rule: str, row: dict[str, Any]) -> None:
    asks = rule == "lifted_within_the_repair"
    check(RULES[rule](*((_facts(row), row.get("answers", {})) if asks else (_facts(row),))), row)


def test_every_rule_of_the_table_is_weighed() -> None:
    assert set(TABLES) == set(RULES)


@pytest.mark.parametrize(
    ("deleted", "last"),
    [
        (date(2026, 1, 1), date(2026, 7, 1)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2026, 4, 1), date(2026, 10, 1)),
    ],
)
def test_article_10_the_bar_is_six_months_and_does_not_move_past_rest_days(
    deleted: date, last: date
) -> None:
    assert doors.barred_until(deleted, CALENDAR) == last


def test_clause_3_5_2_1_only_the_settlement_tolerates_good_reason() -> None:
    good = MECHANISM.step("find_good_reason")
    assert good.origins == MECHANISM.step("end_tolerated").origins == {State.PLEDGED}


def test_a_repair_is_approved_and_undone_by_the_president_on_anothers_proposal() -> None:
    for decide, propose in (
        ("approve_repair", "propose_repair"),
        ("approve_restore", "propose_restore"),
    ):
        step, proposal = MECHANISM.step(decide), MECHANISM.step(propose)
        assert step.by == {Role.PRESIDENT}
        assert step.second_person == {propose}
        assert step.issues == proposal.draws
        assert set(step.guards) <= set(proposal.guards)


def test_the_door_is_shown_before_approval() -> None:
    assert doors.doors_are_open in MECHANISM.step("propose_repair").guards
    assert doors.doors_are_open in MECHANISM.step("approve_repair").guards


def test_the_clocks_ring_on_the_days_of_the_commitment() -> None:
    ends = {
        clock.name: clock.fact or clock.since for clock in MECHANISM.step("approve_repair").starts
    }
    assert ends == {"lifting": "lift_from", "repair": "repair_until", "promise": "promised_on"}


@pytest.mark.parametrize(
    ("begins", "lifted"), [(date(2026, 6, 1), date(2026, 6, 1)), (date(2026, 5, 1), TODAY)]
)
def test_nothing_is_lifted_before_the_repair_begins(begins: date, lifted: date) -> None:
    assert replace(BASE, repair_from=begins).lift_from == lifted


def test_the_form_names_one_two_or_both_measures() -> None:
    assert {scope.value: {kind.value for kind in scope.kinds} for scope in RepairScope} == {
        "listing": {"defaulter_listing"},
        "consumption": {"consumption_restriction"},
        "both": {"defaulter_listing", "consumption_restriction"},
    }


def test_clause_3_5_1_the_reasons_for_a_repair_are_no_closed_list() -> None:
    (reason,) = (ask for ask in RECORD.step("receive_repair").asks if ask.name == "reason")
    assert reason.required
    assert reason.kind is AskKind.TEXT
    assert reason.choices is None


def test_clause_3_5_2_2_a_repair_is_asked_with_its_reason_its_period_and_its_day() -> None:
    asked = {ask.name for ask in RECORD.step("receive_repair").asks if ask.required}
    assert {"party", "applied_on", "reason"} <= asked
    assert {"repair_from", "repair_until", "promised_on"} <= asked
    assert rules.has_consent in MECHANISM.step("print_repair").guards
    assert doors.days_are_bounded in MECHANISM.step("approve_repair").guards
