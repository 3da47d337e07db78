"""阶段三（三） · 拘留风险告知机制；民事诉讼法114、118、119；民诉法解释178—185"""

from datetime import date, timedelta
from typing import Any

import pytest

from duly.law.mechanism import detention_warning
from duly.law.mechanism.detention_warning import Facts, State, decision, exits, review, scope
from duly.law.mechanism.sanction.claim import Claim
from duly.law.mechanism.sanction.custody import Custody
from duly.law.mechanism.warning import Contacts, Warning
from duly.law.money import Yuan
from duly.law.sources import Status
from duly.law.terms import InstrumentKind, PartyKind, Role, SanctionTarget
from tests.law.mechanism.sanctions import (
    DETENTION,
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

MECHANISM = detention_warning.MECHANISM
REACHED = settlement(YESTERDAY, None)


def facts(**changes: Any) -> Facts:
    made: Facts = told(Facts, **changes)
    return made


def typed(**changes: Any) -> dict[str, Any]:
    return {"target": SanctionTarget.PERSON, "days": 10, "act": Record(1), **changes}


def test_clause_3_3_1_one_circumstance_and_a_small_claim() -> None:
    weigh(scope.is_detainable(facts()), "met")
    weigh(scope.is_detainable(facts(acts=())), "not_met")
    weigh(scope.is_detainable(facts(acts=with_act(sanctioned={FINE: YESTERDAY}))), "not_met")
    weigh(scope.is_detainable(facts(acts=with_act(sanctioned={FINE: TODAY}))), "met")
    weigh(scope.claim_is_small_enough_to_detain(facts()), "met")
    large = Claim(Yuan.of("100000.01"), Yuan.of("100000"), None)
    weigh(scope.claim_is_small_enough_to_detain(facts(claim=large)), "not_met")
    unset = Claim(Yuan.of("1"), None, None)
    weigh(scope.claim_is_small_enough_to_detain(facts(claim=unset)), "undecided")


def test_clause_3_3_2_an_effective_instrument_is_refused() -> None:
    weigh(scope.refuses_in_effect(facts()), "met")
    mediated = facts(instrument_kind=InstrumentKind.MEDIATION_STATEMENT)
    weigh(scope.refuses_in_effect(mediated), "met")
    weigh(scope.refuses_in_effect(facts(effective=False)), "not_met")
    weigh(scope.refuses_in_effect(facts(effective=None)), "undecided")
    weigh(scope.still_refuses_in_face_of_detention(facts()), "met")
    weigh(scope.still_refuses_in_face_of_detention(facts(performed=True)), "not_met")
    weigh(scope.still_refuses_in_face_of_detention(facts(performed=None)), "undecided")


def test_clause_3_3_3_what_the_notice_says_is_on_record() -> None:
    weigh(scope.may_be_warned_of_detention(facts()), "met")
    weigh(scope.may_be_warned_of_detention(facts(contacts=Contacts(1, 1))), "not_met")
    weigh(scope.may_be_warned_of_detention(facts(served={"《执行通知书》": None})), "not_met")


@pytest.mark.parametrize(
    ("last_day", "outcome"),
    [(TODAY, "not_met"), (TODAY + timedelta(days=1), "met"), (None, "undecided")],
)
def test_clause_3_3_3_the_term(last_day: date | None, outcome: str) -> None:
    weigh(exits.detention_term_is_lawful(facts(), {"last_day": last_day}), outcome)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "met"),
        ({"warning": None}, "not_met"),
        ({"warning": Warning(date(2026, 5, 1), YESTERDAY, None)}, "not_met"),
        ({"warning": Warning(date(2026, 5, 1), YESTERDAY, YESTERDAY)}, "not_met"),
        ({"warning": Warning(date(2026, 5, 1), TODAY, date(2026, 5, 4))}, "not_met"),
        ({"settlement": settlement(date(2026, 5, 5), False, YESTERDAY)}, "not_met"),
    ],
)
def test_clause_3_3_2_a_warning_served_in_time_that_has_run_out(
    changes: dict[str, Any], outcome: str
) -> None:
    weigh(exits.detention_warning_has_run_out(facts(**changes)), outcome)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "not_met"),
        ({"performed": True}, "met"),
        ({"performed": None}, "undecided"),
        ({"settlement": REACHED}, "met"),
        ({"settlement": settlement(TODAY, None)}, "not_met"),
        ({"settlement": settlement(YESTERDAY, False, TODAY)}, "not_met"),
    ],
)
def test_clause_3_3_2_performance_or_a_settlement_reached_reduces_or_waives(
    changes: dict[str, Any], outcome: str
) -> None:
    weigh(exits.may_be_reduced_or_waived(facts(**changes)), outcome)
    weigh(review.need_not_be_carried_out(facts(**changes)), outcome)


def test_clause_3_3_2_a_running_settlement_bars_the_full_detention() -> None:
    weigh(scope.no_settlement_holds_the_detention(facts()), "met")
    weigh(scope.no_settlement_holds_the_detention(facts(settlement=REACHED)), "not_met")


@pytest.mark.parametrize(
    ("days", "outcome"),
    [(0, "not_met"), (1, "met"), (15, "met"), (16, "not_met"), (None, "undecided")],
)
def test_article_118_detention_lasts_one_to_fifteen_days(days: int | None, outcome: str) -> None:
    weigh(decision.detention_is_lawful(facts(), typed(days=days)), outcome)
    weigh(decision.changed_detention_is_lawful(facts(), {"days": days}), outcome)


def test_article_114_a_unit_is_never_detained_but_its_people_are() -> None:
    unit = facts(debtor_kind=PartyKind.UNIT)

    weigh(decision.detention_is_lawful(unit, typed(target=SanctionTarget.UNIT)), "not_met")
    named = typed(target=SanctionTarget.RESPONSIBLE, responsible=Record(9))
    weigh(decision.detention_is_lawful(unit, named), "met")
    nameless = typed(target=SanctionTarget.RESPONSIBLE)
    weigh(decision.detention_is_lawful(unit, nameless), "not_met")


def test_a_deputy_is_detained_only_with_permission_on_record() -> None:
    without = decision.detention_is_lawful(facts(), typed(is_deputy=True))

    weigh(without, "not_met")
    assert without.obstacles[0].basis.status is Status.TO_CONFIRM
    allowed = typed(is_deputy=True, permission="从化区人大常委会许可决定")
    weigh(decision.detention_is_lawful(facts(), allowed), "met")


def test_article_184_a_detention_is_for_acts_that_were_not_detained_for() -> None:
    for sanctioned, outcome in (
        ({DETENTION: YESTERDAY}, "not_met"),
        ({FINE: YESTERDAY}, "not_met"),
        ({FINE: TODAY}, "met"),
    ):
        spent = facts(acts=with_act(sanctioned=sanctioned))
        weigh(decision.detention_is_lawful(spent, typed()), outcome)


@pytest.mark.parametrize(
    ("full", "days", "outcome"),
    [
        (10, 9, "met"),
        (10, 10, "not_met"),
        (15, 1, "met"),
        (16, 5, "not_met"),
        (2, 0, "not_met"),
        (None, 5, "undecided"),
    ],
)
def test_clause_3_3_2_a_reduced_detention_has_fewer_days(
    full: int | None, days: int, outcome: str
) -> None:
    weigh(decision.reduction_is_real(facts(), {"full_days": full, "days": days}), outcome)


REDUCED = proposed(reduced=True, full_days=10, days=5)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "met"),
        ({"proposal": None}, "not_met"),
        ({"claim": Claim(None, None, None)}, "undecided"),
        ({"claim": Claim(None, None, False)}, "not_met"),
        ({"performed": True}, "not_met"),
        ({"performed": None}, "undecided"),
        ({"settlement": REACHED}, "not_met"),
        ({"proposal": REDUCED}, "not_met"),
        ({"proposal": REDUCED, "performed": True}, "met"),
        ({"proposal": REDUCED, "settlement": REACHED}, "met"),
        ({"proposal": REDUCED, "performed": True, "warning": None}, "not_met"),
        ({"warning": None}, "not_met"),
        ({"warning": None, "proposal": proposed(urgent=True)}, "met"),
    ],
)
def test_article_119_the_president_approves_what_is_lawful_on_that_day(
    changes: dict[str, Any], outcome: str
) -> None:
    weigh(decision.detention_still_stands(facts(**changes)), outcome)


def test_article_185_reconsideration_of_a_detention() -> None:
    weigh(review.detention_is_reconsidered_once(facts()), "met")
    weigh(review.detention_is_reconsidered_once(facts(decision=None)), "not_met")
    for applied_on, outcome in ((date(2026, 5, 15), "met"), (date(2026, 5, 16), "not_met")):
        weigh(review.detention_is_contested_in_time(facts(), {"applied_on": applied_on}), outcome)
    weigh(review.detention_is_contested_in_time(facts(decision=None), {}), "undecided")
    weigh(review.detention_is_final(facts()), "met")
    weigh(review.detention_is_final(facts(on=date(2026, 5, 15))), "not_met")
    weigh(review.detention_is_final(facts(decision=None)), "undecided")


def test_articles_118_180_and_182_custody_as_it_is_recorded() -> None:
    taken = {"taken_on": date(2026, 5, 12), "taken_time": "09:30", "until": date(2026, 5, 22)}
    weigh(review.custody_fits_the_decision(facts(), taken), "met")
    late = {**taken, "until": date(2026, 5, 23)}
    weigh(review.custody_fits_the_decision(facts(), late), "not_met")
    weigh(review.custody_fits_the_decision(facts(custody=None), taken), "undecided")
    weigh(review.notice_to_family_has_its_time(facts(), {"told_time": "10:00"}), "met")
    weigh(review.notice_to_family_has_its_time(facts(), {"told_time": "十点"}), "not_met")
    weigh(review.notice_to_family_has_its_time(facts(), {}), "undecided")
    weigh(review.custody_has_ended(facts(), {"ended_on": date(2026, 5, 22)}), "met")
    weigh(review.custody_has_ended(facts(), {"ended_on": date(2026, 5, 21)}), "not_met")
    weigh(review.custody_has_ended(facts(), {}), "undecided")
    weigh(review.early_release_is_early(facts(), {"release_on": TODAY}), "met")
    weigh(review.early_release_is_early(facts(), {"release_on": date(2026, 5, 22)}), "not_met")
    weigh(review.early_release_is_early(facts(custody=None), {"release_on": TODAY}), "undecided")


def test_article_180_a_detention_is_not_closed_before_the_family_is_told() -> None:
    silent = Custody(10, date(2026, 5, 12), date(2026, 5, 22), family_told=False)

    weigh(review.family_has_been_told(facts()), "met")
    weigh(review.family_has_been_told(facts(custody=silent)), "not_met")
    notice, close = MECHANISM.step("notify_family"), MECHANISM.step("close_detention")
    assert notice.when(facts(custody=silent))
    assert not notice.when(facts())
    assert review.family_has_been_told in close.guards
    clocks = {clock.name for clock in MECHANISM.step("take_into_custody").starts}
    assert clocks == {"family_notice", "custody"}


def test_no_detention_without_its_own_warning_served_and_run_out() -> None:
    usual, urgent = MECHANISM.step("propose_detention"), MECHANISM.step("propose_urgently")
    reduced = MECHANISM.step("propose_reduced")

    assert set(usual.guards) - set(urgent.guards) == {exits.detention_warning_has_run_out}
    assert exits.detention_warning_has_run_out in reduced.guards
    assert {ask.name for ask in urgent.asks} - {ask.name for ask in usual.asks} == {
        "urgent_reasons"
    }


def test_clause_3_3_2_reducing_and_waiving_rest_on_the_same_and_say_why() -> None:
    reduced, waived = MECHANISM.step("propose_reduced"), MECHANISM.step("waive")

    assert exits.may_be_reduced_or_waived in reduced.guards
    assert waived.guards == (exits.may_be_reduced_or_waived,)
    assert {"full_days", "reduced_reasons"} <= {ask.name for ask in reduced.asks}
    assert [ask.name for ask in waived.asks] == ["reasons"]
    assert decision.reduction_is_real in reduced.checks


def test_article_119_the_president_decides_and_article_182_releases() -> None:
    for name in ("approve_detention", "approve_early_release", "end_unexecuted"):
        assert MECHANISM.step(name).by == {Role.PRESIDENT}
    assert MECHANISM.step("approve_early_release").second_person == {"propose_early_release"}
    assert MECHANISM.step("approve_early_release").target is State.RELEASED
    assert State.RELEASE_PROPOSED in MECHANISM.step("end_custody").origins


def test_clause_3_3_2_the_police_are_asked_on_the_judges_proposal() -> None:
    asked, signed = (MECHANISM.step(f"{verb}_police_request") for verb in ("propose", "approve"))

    for waiting in (True, False):
        known = facts(police_asked=waiting)
        assert (asked.when(known), signed.when(known)) == (not waiting, waiting)
    assert signed.issues == ("police-request",)
