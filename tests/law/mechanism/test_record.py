"""案件记录：送达、联系、到账、认定、上诉、生效、查控、归档"""

from datetime import timedelta
from typing import Any

import pytest

from duly.law.mechanism import record
from duly.law.mechanism.record import Facts
from duly.law.mechanism.record.performance import is_owed_again
from duly.law.terms import Channel, ContactResult, FactQuestion, Role, ServiceMethod
from tests.law.mechanism.weighing import TODAY, check, facts

STEP = record.MECHANISM.step
TOMORROW = TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "outcome", "because", "change"),
    [
        ({}, "met", "各项程序均已办结", ""),
        ({"open_courses": 1}, "not_met", "还有1项程序没有办结", "先办结各项程序"),
        ({"releases_owed": 3}, "not_met", "还有3项措施没有解除", "先解除各项措施"),
    ],
)
def test_clause_3_6_2_a_matter_is_archived_when_nothing_is_left_to_do(
    changes: dict[str, Any], outcome: str, because: str, change: str
) -> None:
    row = {"outcome": outcome, "basis": "三(六)2", "because": because, "change": change}

    check(record.nothing_left_to_do(facts(Facts, changes)), row)


DATED = [
    (step, place, ask)
    for step, asks in (
        ("record_service", ("acted_on", "signed_on", "arrived_on", "returned_on")),
        ("record_contact", ("on",)),
        ("record_payment", ("paid_on",)),
        ("record_act_performed", ("performed_on",)),
        ("record_appeal", ("filed_on",)),
        ("record_effect", ("effective_on",)),
        ("impose_measure", ("imposed_on",)),
    )
    for place, ask in enumerate(asks)
]


@pytest.mark.parametrize(("step", "place", "ask"), DATED)
def test_what_has_not_happened_yet_is_not_recorded(step: str, place: int, ask: str) -> None:
    weigh = STEP(step).checks[place]

    assert weigh(facts(Facts), {ask: TODAY}).met
    refused = weigh(facts(Facts), {ask: TOMORROW})
    assert not refused.met
    assert "晚于今天2026年5月20日" in refused.obstacles[0].because
    assert refused.obstacles[0].basis.article == "85"


def test_a_date_that_was_not_asked_for_may_be_left_out() -> None:
    assert all(check(facts(Facts), {}).met for check in STEP("record_service").checks)


def test_clause_2_3_6_a_contact_keeps_channel_result_and_what_was_told() -> None:
    asks = {ask.name: ask for ask in STEP("record_contact").asks}

    assert asks["channel"].choices is Channel
    assert {"电话", "邮寄", "短信", "线下约谈"} <= {channel.chinese for channel in Channel}
    assert asks["result"].choices is ContactResult
    assert asks["told_consequences"].required
    assert asks["told_benefits"].required
    assert asks["note"].required
    assert Role.MEDIATOR in STEP("record_contact").by


def test_clause_2_3_6_a_plan_or_a_promise_is_kept_with_its_day() -> None:
    assert "promised_date" in {ask.name for ask in STEP("record_contact").asks}
    assert ContactResult.PROMISED.is_contact


@pytest.mark.parametrize("result", list(ContactResult))
def test_clause_3_1_3_only_a_person_reached_counts_as_contact(result: ContactResult) -> None:
    answered = {"reached", "promised", "refused", "disputed"}

    assert result.is_contact is (result.value in answered)


def test_articles_88_to_95_every_way_of_service_can_be_recorded_with_proof() -> None:
    asks = {ask.name: ask for ask in STEP("record_service").asks}

    assert asks["method"].choices is ServiceMethod
    assert len(ServiceMethod) == 7
    assert asks["evidence"].required


def test_a_finding_is_a_persons_with_reasons_and_is_withdrawn_with_reasons() -> None:
    assert {ask.name for ask in STEP("find_fact").asks if ask.required} == {
        "question",
        "party",
        "holds",
        "reasons",
    }
    assert "reasons" in {ask.name for ask in STEP("withdraw_fact").asks}
    assert Role.MEDIATOR not in STEP("find_fact").by
    assert Role.ADMINISTRATOR not in STEP("find_fact").by


def test_every_ground_of_the_list_is_a_question_of_fact() -> None:
    grounds = [question.ground for question in FactQuestion if question.ground is not None]

    assert [ground.limb for ground in grounds] == [
        "（一）",
        "（二）",
        "（三）",
        "（四）",
        "（五）",
        "（六）",
    ]
    assert all(FactQuestion.of_ground(ground).ground is ground for ground in grounds)
    assert FactQuestion.SECURITY.ground is None


def test_a_measure_against_property_has_its_object_and_its_last_day() -> None:
    asks = {ask.name: ask.required for ask in STEP("impose_measure").asks}

    assert asks["object"]
    assert asks["expires_on"]
    assert not asks["amount"]


def test_a_certificate_of_effect_is_recorded_with_its_evidence() -> None:
    assert {ask.name for ask in STEP("record_effect").asks} == {"effective_on", "evidence"}


@pytest.mark.parametrize(("stage", "outcome"), [("判后督促履行", "met"), ("", "not_met")])
def test_what_closed_as_performed_is_reopened_only_where_it_is_owed_again(
    stage: str, outcome: str
) -> None:
    told = Facts(on=TODAY, open_courses=0, releases_owed=0, closed_unpaid=stage)
    check(is_owed_again(told), {"outcome": outcome})
    assert STEP("reopen").when(told) is bool(stage)
    assert STEP("reopen").by == {Role.TRIAL_JUDGE, Role.ENFORCEMENT_JUDGE}
