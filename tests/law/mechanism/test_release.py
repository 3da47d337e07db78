"""解除 · 失信规定第十条，限制消费规定第九条，机制三(六)2"""

from pathlib import Path
from typing import Any

import pytest

from duly.law.calendar import Calendar, Period
from duly.law.mechanism import release
from duly.law.mechanism.release import Facts, State
from duly.law.terms import MeasureKind, Role
from tests.law.mechanism.weighing import check as weigh
from tests.law.mechanism.weighing import facts, named, rows

TABLES = rows(Path(__file__).with_name("release.toml"))
MECHANISM = release.MECHANISM
SIGNED = {MeasureKind.DEFAULTER_LISTING, MeasureKind.CONSUMPTION_RESTRICTION}


@pytest.mark.parametrize("row", TABLES["owed"], ids=named)
def test_clause_3_6_2_a_release_hangs_on_performance(row: dict[str, Any]) -> None:
    weigh(release.is_owed(facts(Facts, row.get("facts"))), row)


@pytest.mark.parametrize("kind", list(MeasureKind))
def test_article_10_a_listing_is_deleted_in_three_working_days_the_rest_at_once(
    kind: MeasureKind,
) -> None:
    listing = kind is MeasureKind.DEFAULTER_LISTING

    assert release.owed_within(kind) == Period(working_days=3 if listing else 1)


def test_article_10_three_working_days_over_a_holiday() -> None:
    owed = release.owed_within(MeasureKind.DEFAULTER_LISTING)
    paid_on = facts(Facts).on.replace(month=9, day=29)

    assert owed.reckon(paid_on, Calendar.published()).last_day.isoformat() == "2026-10-09"


@pytest.mark.parametrize("kind", list(MeasureKind))
def test_the_president_signs_where_a_paper_lifts_the_measure(kind: MeasureKind) -> None:
    told = facts(Facts, {"kind": kind.value, "performed": True})
    open_steps = [step for step in MECHANISM.steps_from(State.OWED) if step.when(told)]

    assert release.signed_by_president(kind) is (kind in SIGNED)
    (step,) = open_steps
    assert (step.target is State.DONE) is (kind not in SIGNED)


@pytest.mark.parametrize("kind", sorted(SIGNED))
def test_each_paper_of_release_is_signed_by_another_than_its_proposer(kind: MeasureKind) -> None:
    told = facts(Facts, {"kind": kind.value, "performed": True})
    (proposal,) = [s for s in MECHANISM.steps_from(State.OWED) if s.when(told)]
    decided = [s for s in MECHANISM.steps_from(State.PROPOSED) if s.when(told)]
    (signature,) = [s for s in decided if s.issues]
    (returned,) = [s for s in decided if not s.issues]

    assert (returned.by, returned.target) == ({Role.PRESIDENT}, State.OWED)
    assert signature.by == {Role.PRESIDENT}
    assert signature.second_person == {proposal.name}
    assert signature.issues == proposal.draws
    assert signature.target is State.SIGNED


def test_article_2_a_listing_with_a_term_may_be_kept_for_reasons() -> None:
    keep = MECHANISM.step("keep_listed")

    assert keep.when(facts(Facts, {"has_term": True}))
    assert not keep.when(facts(Facts))
    assert not keep.when(facts(Facts, {"has_term": True, "kind": "consumption_restriction"}))
    assert [ask.name for ask in keep.asks] == ["reasons"]
    assert keep.by == {Role.PRESIDENT}
    assert State.KEPT in MECHANISM.step("propose_deletion").origins


def test_clause_3_6_2_credit_is_repaired_and_the_case_shielded_as_tasks_of_their_own() -> None:
    names = {kind: kind.release for kind in MeasureKind}

    assert names[MeasureKind.CASE_PUBLICITY] == "屏蔽本案被执行人信息"
    assert names[MeasureKind.CREDIT_NOTICE] == "通知修复信用"
    assert names[MeasureKind.FREEZE] == "解除冻结"
    assert len(set(names.values())) == len(MeasureKind)


def test_lifting_is_done_with_a_day_and_a_proof() -> None:
    for name in ("lift", "finish"):
        step = MECHANISM.step(name)
        assert {ask.name for ask in step.asks} == {"done_on", "evidence"}
        assert step.stops == ("release",)
        (dated,) = step.checks
        assert not dated(facts(Facts), {"done_on": facts(Facts).on.replace(day=21)}).met


def test_a_release_knows_nothing_of_certificates() -> None:
    assert set(Facts.__dataclass_fields__) == {
        "on",
        "kind",
        "has_term",
        "performed",
        "decided",
    }
