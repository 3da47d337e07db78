"""阶段三（二）、（三）共同的规则 · 民事诉讼法114、118、119；民诉法解释180—188、193"""

from datetime import date
from typing import Any

import pytest

from duly.law.finding import all_of
from duly.law.mechanism import detention_warning, fine_warning, settled, term
from duly.law.mechanism.sanction import act, claim, custody, proposal, reconsideration, refusal
from duly.law.mechanism.sanction.claim import Claim
from duly.law.mechanism.sanction.custody import Custody
from duly.law.mechanism.sanction.reconsideration import Decision
from duly.law.mechanism.warning import Warning
from duly.law.money import Yuan
from duly.law.terms import InstrumentKind, PartyKind, SanctionGround, SanctionTarget
from tests.law.mechanism.sanctions import (
    DETENTION,
    FINE,
    REFUSAL,
    YESTERDAY,
    Record,
    proposed,
    settlement,
    weigh,
    with_act,
)
from tests.law.mechanism.weighing import CALENDAR, TODAY

SCOPE, FLOW = "三(二)1", "三(二)2"


def one(ground: Any) -> Any:
    return all_of("问题", ground if isinstance(ground, tuple) else (ground,))


@pytest.mark.parametrize(
    ("asked", "limit", "judged", "outcome"),
    [
        ("99999.99", "100000", None, "met"),
        ("100000", "100000", None, "met"),
        ("100000.01", "100000", None, "not_met"),
        ("1", None, None, "undecided"),
        (None, "100000", None, "undecided"),
        ("100000.01", "100000", True, "met"),
        (None, None, True, "met"),
        ("1", "100000", False, "not_met"),
    ],
)
def test_clause_3_2_1_a_small_claim_is_the_courts_limit_or_a_judges_finding(
    asked: str | None, limit: str | None, judged: bool | None, outcome: str
) -> None:
    known = Claim(asked and Yuan.of(asked), limit and Yuan.of(limit), judged)  # type: ignore[arg-type]

    weigh(one(claim.is_small(known, SCOPE)), outcome)


@pytest.mark.parametrize("circumstance", list(SanctionGround))
def test_clause_3_2_1_each_of_the_four_circumstances_alone_is_enough(
    circumstance: SanctionGround,
) -> None:
    found = act.found(with_act(ground=circumstance), FINE, on=TODAY, reference=SCOPE)
    met = [ground for ground in found if not ground.change]

    assert len(found) == 4
    assert [ground.because.split("：")[0][3:] for ground in met] == [circumstance.chinese]


def test_article_184_one_act_is_never_sanctioned_twice_in_a_kind() -> None:
    for sanctioned, kind, outcome in (
        ({}, FINE, "met"),
        ({FINE: YESTERDAY}, FINE, "not_met"),
        ({FINE: TODAY}, FINE, "not_met"),
        ({DETENTION: YESTERDAY}, DETENTION, "not_met"),
    ):
        acts = with_act(sanctioned=sanctioned)
        weigh(one(act.may_be_sanctioned((1,), acts, kind, on=TODAY)), outcome)
        assert act.is_free(acts[0], kind, TODAY) is (outcome == "met")


def test_article_183_fine_and_detention_go_together_only_on_the_same_day() -> None:
    for decided, outcome in ((TODAY, "met"), (YESTERDAY, "not_met")):
        acts = with_act(sanctioned={FINE: decided})
        weigh(one(act.may_be_sanctioned((1,), acts, DETENTION, on=TODAY)), outcome)
        assert act.is_free(acts[0], DETENTION, TODAY) is (outcome == "met")


def test_an_act_that_is_not_on_record_or_is_with_the_police_is_not_sanctioned() -> None:
    weigh(one(act.may_be_sanctioned((), (REFUSAL,), FINE, on=TODAY)), "undecided")
    weigh(one(act.may_be_sanctioned((7,), (REFUSAL,), FINE, on=TODAY)), "not_met")
    weigh(one(act.may_be_sanctioned((1, 7), (REFUSAL,), FINE, on=TODAY)), "not_met")
    weigh(one(act.may_be_sanctioned((1,), with_act(referred=True), FINE, on=TODAY)), "not_met")


def test_a_spent_act_puts_nobody_in_scope_again() -> None:
    spent = act.found(with_act(sanctioned={FINE: YESTERDAY}), FINE, on=TODAY, reference=SCOPE)

    assert all(ground.change for ground in spent)
    assert "没有新的行为" in spent[3].because


@pytest.mark.parametrize(
    ("kind", "basis", "outcome"),
    [
        (InstrumentKind.JUDGMENT, "114", "met"),
        (InstrumentKind.RULING, "114", "met"),
        (InstrumentKind.MEDIATION_STATEMENT, "188", "met"),
        (None, "114", "undecided"),
    ],
)
def test_article_188_reaches_a_mediation_statement(
    kind: InstrumentKind | None, basis: str, outcome: str
) -> None:
    ground = refusal.reaches(kind, TODAY)

    weigh(one(ground), outcome)
    assert ground.basis.article == basis


def test_clause_3_2_2_whoever_has_performed_or_kept_his_settlement_does_not_refuse() -> None:
    kept = settlement(date(2026, 5, 5), True, TODAY)
    owed = Yuan.of("1")

    weigh(one(refusal.still_refuses(False, None, owed, FLOW)), "met")
    weigh(one(refusal.still_refuses(True, None, Yuan(0), FLOW)), "not_met")
    weigh(one(refusal.still_refuses(None, None, None, FLOW)), "undecided")
    weigh(one(refusal.still_refuses(False, kept, owed, FLOW)), "not_met")
    for effective, outcome in ((True, "met"), (False, "not_met"), (None, "undecided")):
        weigh(one(refusal.in_effect(effective, TODAY)), outcome)


@pytest.mark.parametrize(
    ("last_day", "outcome"),
    [
        (None, "undecided"),
        (TODAY, "not_met"),
        (date(2026, 5, 21), "met"),
        (date(2026, 8, 20), "met"),
        (date(2026, 8, 21), "not_met"),
    ],
)
def test_clause_3_2_3_a_term_ends_after_today_and_within_three_months(
    last_day: date | None, outcome: str
) -> None:
    bounds = term.is_bounded(last_day, on=TODAY, calendar=CALENDAR, reference="三(二)3")

    weigh(one(bounds), outcome)


WARNED = Warning(date(2026, 5, 1), YESTERDAY, date(2026, 5, 4))


@pytest.mark.parametrize(
    ("reached_on", "performed", "outcome"),
    [
        (date(2026, 5, 5), None, "met"),
        (YESTERDAY, None, "met"),
        (TODAY, None, "not_met"),
        (YESTERDAY, True, "met"),
        (YESTERDAY, False, "not_met"),
    ],
)
def test_clause_3_2_2_a_settlement_reached_within_the_term_is_enough(
    reached_on: date, performed: bool | None, outcome: str
) -> None:
    agreed = settlement(reached_on, performed)

    weigh(one(settled.reached_in_term(agreed, WARNED, FLOW)), outcome)
    weigh(one(settled.reached_in_term(None, WARNED, FLOW)), "not_met")


def test_a_breached_settlement_uses_up_the_warning_before_it() -> None:
    breach = date(2026, 5, 15)
    for reached_on, issued_on, outcome in (
        (date(2026, 5, 5), date(2026, 5, 1), "not_met"),
        (date(2026, 4, 1), date(2026, 5, 1), "not_met"),
        (date(2026, 5, 1), date(2026, 5, 1), "not_met"),
        (date(2026, 5, 5), breach, "met"),
        (date(2026, 5, 5), date(2026, 5, 16), "met"),
    ):
        agreed = settlement(reached_on, False, breach)
        told = Warning(issued_on, date(2026, 6, 1), None)
        weigh(one(settled.leaves_warning(agreed, told, FLOW)), outcome)
    weigh(one(settled.leaves_warning(settlement(breach, None), WARNED, FLOW)), "met")
    weigh(one(settled.none_runs(settlement(breach, None), FLOW)), "not_met")
    weigh(one(settled.none_runs(settlement(breach, False, TODAY), FLOW)), "met")


@pytest.mark.parametrize(
    ("target", "kind", "named", "outcome"),
    [
        (SanctionTarget.PERSON, PartyKind.PERSON, False, "met"),
        (SanctionTarget.PERSON, PartyKind.UNIT, False, "not_met"),
        (SanctionTarget.PERSON, PartyKind.PERSON, True, "not_met"),
        (SanctionTarget.UNIT, PartyKind.UNIT, False, "met"),
        (SanctionTarget.UNIT, PartyKind.PERSON, False, "not_met"),
        (SanctionTarget.RESPONSIBLE, PartyKind.UNIT, True, "met"),
        (SanctionTarget.RESPONSIBLE, PartyKind.UNIT, False, "not_met"),
        (SanctionTarget.RESPONSIBLE, PartyKind.PERSON, True, "not_met"),
        (None, PartyKind.PERSON, False, "undecided"),
    ],
)
def test_article_114_the_target_is_the_debtor_or_a_named_person_of_a_unit(
    target: SanctionTarget | None, kind: PartyKind, named: bool, outcome: str
) -> None:
    made = proposed(target=target, names_responsible=named)

    weigh(one(proposal.fits_debtor(made, kind, TODAY)), outcome)


def test_a_proposal_is_read_from_what_was_typed_and_chosen() -> None:
    read = proposal.read({"act": Record(3), "third_act": Record(4), "full_days": 9, "days": 5})

    assert (read.acts, read.reduced, read.urgent, read.days) == ((3, 4), True, False, 5)
    assert proposal.read({"urgent_reasons": "转移财产"}).urgent


RECEIVED = Decision(date(2026, 5, 11), date(2026, 5, 12), None, answered=False)


@pytest.mark.parametrize(
    ("applied_on", "outcome"),
    [
        (date(2026, 5, 10), "not_met"),
        (date(2026, 5, 11), "met"),
        (date(2026, 5, 15), "met"),
        (date(2026, 5, 16), "not_met"),
        (None, "undecided"),
    ],
)
def test_article_185_reconsideration_is_applied_for_within_three_days_of_receipt(
    applied_on: date | None, outcome: str
) -> None:
    weigh(one(reconsideration.in_time(RECEIVED, applied_on, on=TODAY, calendar=CALENDAR)), outcome)


def test_article_85_the_three_days_move_past_rest_days() -> None:
    wednesday = Decision(date(2026, 5, 12), date(2026, 5, 13), None, answered=False)

    for day, outcome in ((18, "met"), (19, "not_met")):  # 16 May 2026 is a Saturday
        finding = one(
            reconsideration.in_time(wednesday, date(2026, 5, day), on=TODAY, calendar=CALENDAR)
        )
        weigh(finding, outcome)


def test_article_119_reconsideration_is_had_once_and_ends_with_an_answer_or_with_time() -> None:
    unserved = Decision(date(2026, 5, 11), None, None, answered=False)
    pending = Decision(date(2026, 5, 11), date(2026, 5, 12), date(2026, 5, 14), answered=False)
    answered = Decision(date(2026, 5, 11), date(2026, 5, 12), date(2026, 5, 14), answered=True)

    for decision, first in ((RECEIVED, "met"), (pending, "not_met"), (None, "not_met")):
        weigh(one(reconsideration.is_first(decision, TODAY)), first)
    for decision, day, over in (
        (unserved, TODAY, "undecided"),
        (None, TODAY, "undecided"),
        (RECEIVED, date(2026, 5, 15), "not_met"),
        (RECEIVED, date(2026, 5, 16), "met"),
        (pending, TODAY, "not_met"),
        (answered, date(2026, 5, 15), "met"),
    ):
        weigh(one(reconsideration.is_over(decision, on=day, calendar=CALENDAR)), over)
    asked = [reconsideration.is_pending(one) for one in (None, RECEIVED, pending, answered)]
    assert asked == [False, False, True, False]
    weigh(one(reconsideration.in_time(unserved, TODAY, on=TODAY, calendar=CALENDAR)), "undecided")


HELD = Custody(days=10, from_on=date(2026, 5, 12), until=date(2026, 5, 22), family_told=False)


@pytest.mark.parametrize(
    ("until", "outcome"),
    [
        (date(2026, 5, 12), "not_met"),
        (date(2026, 5, 13), "met"),
        (date(2026, 5, 22), "met"),
        (date(2026, 5, 23), "not_met"),
        (None, "undecided"),
    ],
)
def test_article_118_custody_lasts_no_longer_than_decided(until: date | None, outcome: str) -> None:
    weigh(one(custody.fits(HELD, date(2026, 5, 12), until, TODAY)), outcome)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("00:00", "met"),
        ("23:59", "met"),
        ("24:00", "not_met"),
        ("9:30", "not_met"),
        ("12:60", "not_met"),
        ("09：30", "not_met"),
        ("", "undecided"),
    ],
)
def test_article_180_the_moment_is_written_so_that_hours_can_be_counted(
    text: str, outcome: str
) -> None:
    weigh(one(custody.is_a_time(text, TODAY)), outcome)


def test_article_182_an_early_release_lies_before_the_end_and_the_end_not_before_it() -> None:
    for day, early, ended in (
        (date(2026, 5, 19), "not_met", "not_met"),
        (TODAY, "met", "not_met"),
        (date(2026, 5, 21), "met", "not_met"),
        (date(2026, 5, 22), "not_met", "met"),
    ):
        weigh(one(custody.releases_early(HELD, day, TODAY)), early)
        weigh(one(custody.has_ended(HELD, day, TODAY)), ended)
    weigh(one(custody.releases_early(None, TODAY, TODAY)), "undecided")
    weigh(one(custody.has_ended(HELD, None, TODAY)), "undecided")
    weigh(one(custody.family_is_told(HELD, TODAY)), "not_met")


def test_the_fine_and_the_detention_are_rule_sets_apart() -> None:
    fine, detention = fine_warning.MECHANISM, detention_warning.MECHANISM
    rules = [
        {rule for step in table.steps for rule in (*step.guards, *step.checks)}
        for table in (fine, detention)
    ]

    assert {rule for rule in rules[0] & rules[1] if rule.__name__ != "check"} == set()
    assert not set(fine.steps) & set(detention.steps)
