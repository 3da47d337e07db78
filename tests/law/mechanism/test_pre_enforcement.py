"""阶段二 · 执前督促履行机制：适用范围、申请人同意、督促期限、成与不成"""

from pathlib import Path
from typing import Any

import pytest

from duly.law.calendar import Period
from duly.law.mechanism import pre_enforcement
from duly.law.mechanism.pre_enforcement import Facts, State, eligibility, urging
from duly.law.mechanism.pre_enforcement.direct import DirectReason, reason_is_true
from duly.law.terms import Role
from tests.law.mechanism.weighing import check, facts, named, rows

TABLES = rows(Path(__file__).with_name("pre_enforcement.toml"))
MECHANISM = pre_enforcement.MECHANISM


def table(rule: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", TABLES[rule], ids=named)


@table("eligible")
def test_clause_2_1_who_may_enter_urging(row: dict[str, Any]) -> None:
    check(eligibility.eligible(facts(Facts, row.get("facts"))), row)


@table("may_consent")
def test_clause_2_2_1_nobody_is_asked_where_urging_is_excluded(row: dict[str, Any]) -> None:
    check(eligibility.may_consent(facts(Facts, row.get("facts"))), row)


@table("answers")
def test_clause_2_1_2_the_applicants_answers(row: dict[str, Any]) -> None:
    told = facts(Facts, row.get("facts"))

    check(eligibility.consent_answers(told, row["answers"]), row)


@table("notice")
def test_clause_2_2_3_the_debtor_is_told_in_writing(row: dict[str, Any]) -> None:
    check(urging.notice_was_issued(facts(Facts, row.get("facts"))), row)


@table("refusal")
def test_clause_2_3_8_a_refusal_is_recorded_only_after_due_warning(row: dict[str, Any]) -> None:
    check(urging.may_record_refusal(facts(Facts, row.get("facts"))), row)


@table("extend")
def test_clause_2_2_2_the_month_is_extended_once_before_it_ends(row: dict[str, Any]) -> None:
    check(urging.may_extend(facts(Facts, row.get("facts"))), row)


@table("bound")
def test_clause_2_2_2_an_extension_is_a_month_at_most(row: dict[str, Any]) -> None:
    told = facts(Facts, row.get("facts"))

    check(urging.extension_is_bounded(told, row["answers"]), row)


@table("paid")
def test_clause_2_2_2_success_needs_performance_in_part_or_in_full(row: dict[str, Any]) -> None:
    check(urging.something_paid(facts(Facts, row.get("facts"))), row)


@table("failed")
def test_clause_2_2_2_when_urging_has_failed(row: dict[str, Any]) -> None:
    check(urging.has_failed(facts(Facts, row.get("facts"))), row)


@table("emergency")
def test_clause_2_1_1_an_emergency_during_the_month(row: dict[str, Any]) -> None:
    check(urging.has_emergency(facts(Facts, row.get("facts"))), row)


def test_clause_2_2_1_every_applicant_is_asked_by_the_filing_division() -> None:
    step = MECHANISM.step("record_consent")

    assert step.by == {Role.FILING_CLERK}
    assert {"asked_on", "how", "emergency", "emergency_reasons"} <= {ask.name for ask in step.asks}
    assert MECHANISM.initial is State.APPLIED


def test_clause_2_2_1_urging_begins_with_a_signed_application() -> None:
    signed = MECHANISM.step("receive_request")

    assert (signed.origins, signed.target) == ({State.CONSENTED}, State.REQUESTED)
    assert {"signed_on", "signer", "evidence"} == {ask.name for ask in signed.asks if ask.required}
    assert MECHANISM.step("register").origins == {State.REQUESTED}
    assert MECHANISM.step("record_consent").issues == ("urging-application",)


def test_clause_2_1_2_no_consent_no_contact_or_public_notice_means_filing_at_once() -> None:
    step = MECHANISM.step("file_directly")

    assert set(DirectReason) == {
        "declined",
        "unreachable",
        "public_notice",
        "emergency",
        "not_own",
        "unsuitable",
    }
    assert step.guards == ()
    assert step.origins >= {State.APPLIED, State.CONSENTED}


def test_clause_2_2_2_registration_starts_the_month() -> None:
    (clock,) = MECHANISM.step("register").starts

    assert (clock.period, clock.owner) == (Period(months=1), Role.MEDIATOR)
    assert eligibility.eligible in MECHANISM.step("register").guards


def test_clause_2_3_5_a_mediator_has_no_ground_to_step_aside_and_may_be_replaced() -> None:
    assign, replace = MECHANISM.step("assign"), MECHANISM.step("replace_mediator")
    (check_recusal,) = assign.checks

    assert check_recusal(facts(Facts), {"no_recusal": True}).met
    refused = check_recusal(facts(Facts), {"no_recusal": False})
    assert [ground.change for ground in refused.obstacles] == ["另行安排调解员"]
    assert replace.checks == assign.checks
    assert Role.FILING_HEAD in replace.by


def test_clause_2_2_2_success_needs_the_applicants_confirmation_too() -> None:
    step = MECHANISM.step("close_performed")
    confirmed = step.checks[0]

    assert step.guards == (urging.something_paid,)
    assert confirmed(facts(Facts), {"confirmed": True}).met
    refused = confirmed(facts(Facts), {"confirmed": False})
    assert [ground.change for ground in refused.obstacles] == [
        "取得申请人确认；申请人仍要求执行的，转执行立案"
    ]


def test_clause_2_2_2_transfer_needs_failure_and_the_applicants_wish() -> None:
    step = MECHANISM.step("transfer")
    wanted = step.checks[0]

    assert step.guards == (urging.notice_was_issued, urging.still_owes, urging.has_failed)
    assert step.issues == ("transfer-record",)
    assert wanted(facts(Facts), {"wanted": True}).met
    refused = wanted(facts(Facts), {"wanted": False})
    assert [ground.change for ground in refused.obstacles] == ["申请人不再要求执行的，由其撤回申请"]


@pytest.mark.parametrize(("performed", "met"), [(True, False), (False, True), (None, True)])
def test_clause_2_2_2_a_performed_debt_is_not_handed_to_enforcement(
    performed: bool | None, met: bool
) -> None:
    weighed = urging.still_owes(facts(Facts, {"performed": performed}))

    assert weighed.met is met
    assert [ground.change for ground in weighed.obstacles] == (
        [] if met else ["办理督促成功归档；到账登记有误的，先冲正"]
    )


def test_clause_2_2_2_an_applicant_who_wants_no_enforcement_withdraws() -> None:
    step = MECHANISM.step("withdraw")

    assert step.target is State.WITHDRAWN
    assert step.origins == frozenset(State) - MECHANISM.final


def test_clause_2_1_1_an_emergency_transfers_without_waiting() -> None:
    step = MECHANISM.step("transfer_at_once")

    assert step.guards == (urging.has_emergency, urging.still_owes)
    assert step.target is State.TRANSFERRED
    assert step.origins == {State.REGISTERED, State.URGING}


def test_clause_2_2_2_an_extension_needs_the_applicants_consent_and_a_reason() -> None:
    step = MECHANISM.step("extend")
    consented = step.checks[1]

    assert {"until", "reasons", "consented"} == {ask.name for ask in step.asks}
    assert not consented(facts(Facts), {"consented": False}).met
    assert (step.stops, [clock.ask for clock in step.starts]) == (("urging_month",), ["until"])


def test_clause_2_2_2_an_application_with_a_date_ahead_is_refused() -> None:
    (signed,) = MECHANISM.step("receive_request").checks
    tomorrow, today = facts(Facts).on.replace(day=21), facts(Facts).on

    assert signed(facts(Facts), {"signed_on": today}).met
    refused = signed(facts(Facts), {"signed_on": tomorrow})
    assert [ground.because for ground in refused.obstacles] == [
        "签署日期2026年5月21日晚于今天2026年5月20日"
    ]


def test_clause_2_2_2_the_filing_division_arranges_the_mediator() -> None:
    for name in ("assign", "replace_mediator"):
        step = MECHANISM.step(name)
        assert step.by == {Role.FILING_CLERK, Role.FILING_HEAD}
        assert "mediator" in {ask.name for ask in step.asks if ask.required}


@pytest.mark.parametrize(
    ("reason", "told", "outcome"),
    [
        (DirectReason.DECLINED, {"consented": "?"}, "met"),
        (DirectReason.DECLINED, {"consented": True}, "not_met"),
        (DirectReason.UNREACHABLE, {"can_be_reached": False}, "met"),
        (DirectReason.UNREACHABLE, {"can_be_reached": True}, "not_met"),
        (DirectReason.PUBLIC_NOTICE, {"served_by_public_notice": True}, "met"),
        (DirectReason.PUBLIC_NOTICE, {"served_by_public_notice": False}, "not_met"),
        (DirectReason.PUBLIC_NOTICE, {"served_by_public_notice": "?"}, "undecided"),
        (DirectReason.NOT_OWN, {"first_instance_here": False}, "met"),
        (DirectReason.NOT_OWN, {"first_instance_here": True}, "not_met"),
        (DirectReason.NOT_OWN, {"first_instance_here": "?"}, "undecided"),
        (DirectReason.EMERGENCY, {"emergency": False}, "met"),
        (DirectReason.UNSUITABLE, {}, "met"),
        (None, {}, "met"),
    ],
)
def test_clause_2_1_2_the_reason_for_filing_directly_is_what_the_record_shows(
    reason: DirectReason | None, told: dict[str, Any], outcome: str
) -> None:
    check(reason_is_true(facts(Facts, told), {"reason": reason}), {"outcome": outcome})
