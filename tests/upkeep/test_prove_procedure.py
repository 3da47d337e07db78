"""证明程序：十万事件中没有一处违反；每一项规则被拿掉，都会被发现"""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from duly.law.mechanism import MECHANISMS
from duly.law.step import Mechanism, Step
from duly.law.terms import Role
from duly.upkeep.prove.procedure import proof, report
from duly.upkeep.prove.procedure.completeness import unmodelled
from duly.upkeep.prove.procedure.goals import histories_for
from duly.upkeep.prove.procedure.history import EVENTS_EACH, live
from duly.upkeep.prove.procedure.opening import steps_of
from duly.upkeep.prove.procedure.refusal import Unmodelled

pytestmark = pytest.mark.long

Tables = dict[str, Mechanism[Any]]
Change = Callable[[Step[Any]], Step[Any]]
EVENTS, SEED = 100_000, 1
FEW = 25_000


def changed(change: Change, mechanism: str, *steps: str) -> Tables:
    """The tables with some steps of a mechanism changed, or all of them."""
    table = MECHANISMS[mechanism]
    kept = tuple(change(one) if not steps or one.name in steps else one for one in table.steps)
    return {**MECHANISMS, mechanism: dataclasses.replace(table, steps=kept)}


def without(*rules: str) -> Change:
    """A step that no longer asks some of its guards and checks."""

    def change(step: Step[Any]) -> Step[Any]:
        return dataclasses.replace(
            step,
            guards=tuple(one for one in step.guards if one.__name__ not in rules),
            checks=tuple(one for one in step.checks if one.__name__ not in rules),
        )

    return change


def by_one_person(step: Step[Any]) -> Step[Any]:
    """A step that the person who proposed may decide."""
    return dataclasses.replace(step, second_person=frozenset())


def by_the_judge(step: Step[Any]) -> Step[Any]:
    """A step that a judge takes in the president's place."""
    return dataclasses.replace(step, by=frozenset({Role.ENFORCEMENT_JUDGE}))


# What is taken away, and the step towards which the histories lean that must miss it.
MUTANTS: Mapping[str, tuple[Tables, tuple[str, str]]] = {
    "listing before its warning has run out": (
        changed(without("warning_has_run_out"), "defaulter_warning"),
        ("defaulter_warning", "approve_listing"),
    ),
    "listing of minors": (
        changed(without("may_be_listed"), "defaulter_warning"),
        ("defaulter_warning", "approve_listing"),
    ),
    "listing while a settlement runs": (
        changed(without("no_settlement_in_force"), "defaulter_warning"),
        ("defaulter_warning", "approve_listing"),
    ),
    "listing while enforcement is stayed": (
        changed(without("no_stay_holds_the_listing"), "defaulter_warning"),
        ("defaulter_warning", "approve_listing"),
    ),
    "the exit of listing without performance": (
        changed(without("ends_by_performance"), "defaulter_warning"),
        ("defaulter_warning", "end_performed"),
    ),
    "a listing decided by who proposed it": (
        changed(by_one_person, "defaulter_warning", "approve_listing"),
        ("defaulter_warning", "approve_listing"),
    ),
    "a listing decided by a judge": (
        changed(by_the_judge, "defaulter_warning", "approve_listing"),
        ("defaulter_warning", "approve_listing"),
    ),
    "fines before their warning, of any amount, for any act": (
        changed(
            without("fine_warning_has_run_out", "fine_still_stands", "fine_is_lawful"),
            "fine_warning",
        ),
        ("fine_warning", "approve_fine"),
    ),
    "fines for great claims": (
        changed(without("claim_is_small_enough_to_fine"), "fine_warning"),
        ("fine_warning", "approve_fine"),
    ),
    "sparing without performance or settlement": (
        changed(without("may_be_spared"), "fine_warning"),
        ("fine_warning", "spare"),
    ),
    "detention before the warning, of units, for any days": (
        changed(
            without(
                "detention_warning_has_run_out", "detention_still_stands", "detention_is_lawful"
            ),
            "detention_warning",
        ),
        ("detention_warning", "approve_detention"),
    ),
    "certificates in excluded cases": (
        changed(without("entitled"), "certificate"),
        ("certificate", "approve_certificate"),
    ),
    "restoring while the repair runs": (
        changed(without("repair_is_over"), "commitment"),
        ("commitment", "approve_restore"),
    ),
    "conclusion with releases owed": (
        changed(without("nothing_owed", "conclusion_is_true"), "enforcement"),
        ("enforcement", "conclude"),
    ),
    "objections filed twice": (
        changed(without("may_be_filed"), "objection_notice"),
        ("objection_notice", "file"),
    ),
    "paying out what is not held": (
        changed(without("is_still_held", "no_more_than_held", "may_be_paid_out"), "payout"),
        ("payout", "pay_out"),
    ),
    "urging on any instrument": (
        changed(without("eligible", "may_consent"), "pre_enforcement"),
        ("pre_enforcement", "extend"),
    ),
}


def first_missed(tables: Tables, towards: tuple[str, str]) -> str:
    """The sentence of the first violation within some thousand events, empty for none."""
    events = 0
    for index in histories_for(towards, steps_of(tables)):
        tally = live(index, SEED, EVENTS_EACH, tables)
        events += tally.events
        if tally.found or events >= FEW:
            return tally.found[0].sentence if tally.found else ""
    return ""


@pytest.mark.parametrize(("tables", "towards"), MUTANTS.values(), ids=MUTANTS.keys())
def test_a_rule_that_is_taken_away_is_missed(tables: Tables, towards: tuple[str, str]) -> None:
    assert first_missed(tables, towards)


def test_every_step_is_taken_and_no_invariant_breaks_in_100_000_events() -> None:
    proved = proof.prove(EVENTS, SEED, processes=2)

    assert [(one.event, one.sentence, one.lines[-5:]) for one in proved.tally.found] == []
    assert proved.never == ()
    assert proved.tally.events >= EVENTS
    assert proved.tally.refused["own_proposal"] > 0
    assert proved.tally.refused["closed"] > 0
    assert proved.holds


def test_a_seed_tells_the_same_on_one_core_and_on_two() -> None:
    one, two = (proof.prove(4_000, 7, processes=count) for count in (1, 2))

    assert one.tally == two.tally


def test_an_event_is_replayed_with_all_that_went_before() -> None:
    event = 3 * EVENTS_EACH + 25

    lines = report.replayed(event, SEED)

    assert len(lines) == 1 + 26
    assert lines[-1].startswith(f"{event}  ")
    assert lines == report.replayed(event, SEED)


def test_a_violation_is_told_with_its_history_and_the_way_to_see_it_again() -> None:
    tables, _ = MUTANTS["a listing decided by a judge"]
    proved = proof.prove(FEW, SEED, tables=tables)
    (found, *_) = proved.tally.found

    told = "\n".join(report.lines(proved))

    assert not proved.holds
    assert f"VIOLATION at event {found.event}, seed {SEED}: {found.sentence}" in told
    assert f"--seed {SEED} --replay {found.event}" in told
    assert found.lines[-1].endswith(f"!! {found.sentence}")


def test_a_step_without_a_model_stops_the_proof_with_a_plain_sentence() -> None:
    table = MECHANISMS["permit"]
    new = dataclasses.replace(table.steps[0], name="fly", chinese="起飞")
    tables = {**MECHANISMS, "permit": dataclasses.replace(table, steps=(*table.steps, new))}

    with pytest.raises(Unmodelled, match=r"步骤“起飞”（permit\.fly）没有模型"):
        proof.prove(10, SEED, tables=tables)


def test_the_model_knows_every_mechanism_step_ask_and_fact() -> None:
    assert list(unmodelled(MECHANISMS)) == []
