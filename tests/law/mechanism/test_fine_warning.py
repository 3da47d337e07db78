"""阶段三（二） · 预罚款告知机制；民事诉讼法114、118、119"""

from datetime import date, timedelta
from typing import Any

import pytest

from duly.law.mechanism import fine_warning
from duly.law.mechanism.fine_warning import Facts, State, decision, exits, review, scope
from duly.law.mechanism.sanction.claim import Claim
from duly.law.mechanism.sanction.reconsideration import ANSWERED_WITHIN
from duly.law.mechanism.warning import Contacts, Warning
from duly.law.money import Yuan
from duly.law.terms import InstrumentKind, PartyKind, Role, SanctionTarget
from tests.law.mechanism.sanctions import (
    FINE,
    YESTERDAY,
    Record,
    proposed,
    settlement,
    told,
    weigh,
    with_act,
)
from tests.law.mechanism.weighing import TODAY

MECHANISM = fine_warning.MECHANISM


def facts(**changes: Any) -> Facts:
    made: Facts = told(Facts, **changes)
    return made


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "target": SanctionTarget.PERSON,
        "amount": Yuan.of("5000"),
        "act": Record(1),
        **changes,
    }


def test_clause_3_2_1_one_circumstance_and_a_small_claim() -> None:
    weigh(scope.is_finable(facts()), "met")
    weigh(scope.is_finable(facts(acts=())), "not_met")
    weigh(scope.is_finable(facts(acts=with_act(sanctioned={FINE: YESTERDAY}))), "not_met")
    weigh(scope.claim_is_small_enough_to_fine(facts()), "met")
    large = Claim(Yuan.of("100000.01"), Yuan.of("100000"), None)
    weigh(scope.claim_is_small_enough_to_fine(facts(claim=large)), "not_met")
    unset = Claim(Yuan.of("1"), None, None)
    weigh(scope.claim_is_small_enough_to_fine(facts(claim=unset)), "undecided")


def test_clause_3_2_2_an_effective_instrument_is_refused() -> None:
    weigh(scope.refuses_what_a_fine_enforces(facts()), "met")
    mediated = facts(instrument_kind=InstrumentKind.MEDIATION_STATEMENT)
    weigh(scope.refuses_what_a_fine_enforces(mediated), "met")
    for changes, outcome in (
        ({"effective": False}, "not_met"),
        ({"effective": None}, "undecided"),
        ({"performed": True}, "not_met"),
        ({"performed": None}, "undecided"),
    ):
        weigh(scope.refuses_what_a_fine_enforces(facts(**changes)), outcome)


def test_clause_3_2_3_what_the_notice_says_is_on_record() -> None:
    weigh(scope.may_be_warned_of_a_fine(facts()), "met")
    weigh(scope.may_be_warned_of_a_fine(facts(contacts=Contacts(1, 1))), "not_met")
    weigh(scope.may_be_warned_of_a_fine(facts(contacts=Contacts(2, 0))), "met")
    weigh(scope.may_be_warned_of_a_fine(facts(served={"《执行通知书》": None})), "not_met")


@pytest.mark.parametrize(
    ("last_day", "outcome"),
    [(TODAY, "not_met"), (TODAY + timedelta(days=1), "met"), (None, "undecided")],
)
def test_clause_3_2_3_the_term(last_day: date | None, outcome: str) -> None:
    weigh(exits.fine_term_is_lawful(facts(), {"last_day": last_day}), outcome)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "met"),
        ({"warning": None}, "not_met"),
        ({"warning": Warning(date(2026, 5, 1), YESTERDAY, None)}, "not_met"),
        ({"warning": Warning(date(2026, 5, 1), YESTERDAY, date(2026, 5, 18))}, "met"),
        ({"warning": Warning(date(2026, 5, 1), YESTERDAY, YESTERDAY)}, "not_met"),
        ({"warning": Warning(date(2026, 5, 1), TODAY, date(2026, 5, 4))}, "not_met"),
        ({"settlement": settlement(date(2026, 5, 5), False, YESTERDAY)}, "not_met"),
    ],
)
def test_clause_3_2_2_a_warning_served_in_time_that_has_run_out(
    changes: dict[str, Any], outcome: str
) -> None:
    weigh(exits.fine_warning_has_run_out(facts(**changes)), outcome)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "not_met"),
        ({"performed": True}, "met"),
        ({"performed": None}, "undecided"),
        ({"settlement": settlement(YESTERDAY, None)}, "met"),
        ({"settlement": settlement(TODAY, None)}, "not_met"),
        ({"settlement": settlement(TODAY, True, TODAY)}, "met"),
        ({"settlement": settlement(YESTERDAY, False, TODAY)}, "not_met"),
    ],
)
def test_clause_3_2_2_performance_or_a_settlement_reached_may_spare(
    changes: dict[str, Any], outcome: str
) -> None:
    weigh(exits.may_be_spared(facts(**changes)), outcome)


def test_clause_3_2_2_a_running_settlement_bars_the_fine() -> None:
    weigh(scope.no_settlement_holds_the_fine(facts()), "met")
    running = facts(settlement=settlement(TODAY, None))
    weigh(scope.no_settlement_holds_the_fine(running), "not_met")


PERSON, UNIT, RESPONSIBLE = SanctionTarget


@pytest.mark.parametrize(
    ("target", "amount", "outcome"),
    [
        (PERSON, "0.01", "met"),
        (PERSON, "100000", "met"),
        (PERSON, "100000.01", "not_met"),
        (RESPONSIBLE, "100000", "met"),
        (RESPONSIBLE, "100000.01", "not_met"),
        (UNIT, "49999.99", "not_met"),
        (UNIT, "50000", "met"),
        (UNIT, "1000000", "met"),
        (UNIT, "1000000.01", "not_met"),
        (PERSON, None, "undecided"),
    ],
)
def test_article_118_the_range_of_a_fine(
    target: SanctionTarget, amount: str | None, outcome: str
) -> None:
    kind = PartyKind.PERSON if target is PERSON else PartyKind.UNIT
    much = None if amount is None else Yuan.of(amount)
    named = Record(9) if target is RESPONSIBLE else None
    answers = typed(target=target, amount=much, responsible=named)

    weigh(decision.fine_is_lawful(facts(debtor_kind=kind), answers), outcome)
    of_target = facts(debtor_kind=kind, proposal=proposed(target=target))
    weigh(decision.changed_fine_is_lawful(of_target, {"amount": much}), outcome)


def test_article_184_a_fine_is_for_acts_that_were_not_fined() -> None:
    fined = facts(acts=with_act(sanctioned={FINE: YESTERDAY}))

    weigh(decision.fine_is_lawful(facts(), typed()), "met")
    weigh(decision.fine_is_lawful(fined, typed()), "not_met")
    weigh(decision.fine_is_lawful(facts(), typed(act=None)), "undecided")


def test_a_fine_is_payable_after_the_day_of_its_proposal() -> None:
    for day, outcome in (
        (TODAY, "not_met"),
        (TODAY + timedelta(days=1), "met"),
        (None, "undecided"),
    ):
        weigh(decision.fine_is_payable(facts(), {"pay_by": day}), outcome)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "met"),
        ({"proposal": None}, "not_met"),
        ({"claim": Claim(None, None, None)}, "undecided"),
        ({"claim": Claim(None, None, False)}, "not_met"),
        ({"performed": True}, "not_met"),
        ({"performed": None}, "undecided"),
        ({"settlement": settlement(TODAY, None)}, "not_met"),
        ({"acts": ()}, "not_met"),
        ({"acts": with_act(sanctioned={FINE: TODAY})}, "not_met"),
        ({"warning": None}, "not_met"),
        ({"warning": None, "proposal": proposed(urgent=True)}, "met"),
    ],
)
def test_article_119_the_president_approves_what_is_lawful_on_that_day(
    changes: dict[str, Any], outcome: str
) -> None:
    weigh(decision.fine_still_stands(facts(**changes)), outcome)


def test_article_185_reconsideration_of_a_fine() -> None:
    received = facts().decision
    weigh(review.fine_is_reconsidered_once(facts()), "met")
    weigh(review.fine_is_reconsidered_once(facts(decision=None)), "not_met")
    for applied_on, outcome in ((date(2026, 5, 15), "met"), (date(2026, 5, 16), "not_met")):
        weigh(review.fine_is_contested_in_time(facts(), {"applied_on": applied_on}), outcome)
    weigh(review.fine_is_contested_in_time(facts(decision=None), {}), "undecided")
    weigh(review.fine_is_final(facts(decision=received)), "met")
    weigh(review.fine_is_final(facts(decision=received, on=date(2026, 5, 15))), "not_met")
    weigh(review.fine_is_final(facts(decision=None)), "undecided")


def test_no_fine_without_its_own_warning_served_and_run_out() -> None:
    usual, urgent = MECHANISM.step("propose_fine"), MECHANISM.step("propose_urgently")

    assert exits.fine_warning_has_run_out in usual.guards
    assert set(usual.guards) - set(urgent.guards) == {exits.fine_warning_has_run_out}
    assert {ask.name for ask in urgent.asks} - {ask.name for ask in usual.asks} == {
        "urgent_reasons"
    }
    assert urgent.target is State.PROPOSED
    assert not urgent.usual


def test_article_119_the_judge_proposes_and_the_president_decides() -> None:
    step = MECHANISM.step("approve_fine")

    assert step.by == {Role.PRESIDENT}
    assert step.second_person == {"propose_fine", "propose_urgently"}
    assert step.guards == (decision.fine_still_stands,)


def test_clause_3_2_2_sparing_is_the_judges_with_reasons_and_no_wider() -> None:
    step = MECHANISM.step("spare")

    assert (step.by, step.target) == ({Role.ENFORCEMENT_JUDGE}, State.SPARED)
    assert step.origins == {State.WARNED, State.PROPOSED}
    assert [ask.name for ask in step.asks] == ["reasons"]
    assert step.guards == (exits.may_be_spared,)


def test_article_193_the_factors_of_the_amount_are_asked() -> None:
    asked = {ask.name for ask in MECHANISM.step("propose_fine").asks if ask.required}

    assert {"nature", "gravity", "consequences", "local_economy", "amount", "act"} <= asked


def test_article_119_reconsideration_stays_nothing_and_the_court_above_has_five_days() -> None:
    applied = MECHANISM.step("record_reconsideration")
    (clock,) = applied.starts

    assert applied.target is None
    assert (clock.period, clock.since) == (ANSWERED_WITHIN, "applied_on")
    assert ANSWERED_WITHIN.days == 5
    assert MECHANISM.step("record_fine_paid").guards == ()
    assert MECHANISM.step("record_revoked").target is State.REVOKED


def test_what_comes_from_above_is_recorded_only_while_something_is_pending() -> None:
    asked = facts(decision=facts().decision)
    for name in ("record_upheld", "record_changed", "record_revoked"):
        assert not MECHANISM.step(name).when(asked)
    assert MECHANISM.step("name_responsible").when(facts(debtor_kind=PartyKind.UNIT))
    assert not MECHANISM.step("name_responsible").when(facts())


def test_a_returned_fine_goes_back_to_where_it_came_from() -> None:
    warned, unwarned = MECHANISM.step("return_proposal"), MECHANISM.step("return_unwarned")

    assert (warned.target, unwarned.target) == (State.WARNED, State.OPEN)
    for known in (facts(), facts(warning=None)):
        assert warned.when(known) is not unwarned.when(known)


def test_a_fine_warning_that_was_used_up_is_issued_again() -> None:
    again, first = MECHANISM.step("warn_again"), MECHANISM.step("issue_warning")

    assert (again.guards, again.checks, again.issues) == (first.guards, first.checks, first.issues)
    assert first.issues == ("fine-warning",)
    assert scope.may_be_warned_of_a_fine in first.guards
