"""阶段三（六） · 自动履行证明激励机制"""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from duly.law.finding import Outcome
from duly.law.mechanism import certificate
from duly.law.mechanism.certificate import Facts
from duly.law.terms import Role
from tests.law.mechanism.weighing import TODAY, check, facts, named, rows

TABLES = rows(Path(__file__).with_name("certificate.toml"))
MECHANISM = certificate.MECHANISM


@pytest.mark.parametrize("row", TABLES["entitled"], ids=named)
def test_clause_3_6_1_who_is_entitled_to_the_certificate(row: dict[str, Any]) -> None:
    check(certificate.entitled(facts(Facts, row.get("facts"))), row)


@pytest.mark.parametrize("row", TABLES["full"], ids=named)
def test_clause_3_6_1_1_the_neutral_confirmation_needs_full_performance(
    row: dict[str, Any],
) -> None:
    check(certificate.performed_in_full(facts(Facts, row.get("facts"))), row)


EXCLUSIONS = ("concealment", "other_refusal", "referred")


@pytest.mark.parametrize("found", [f for f in product((True, False), repeat=3) if any(f)])
def test_clause_3_6_1_2_an_exclusion_wins_over_every_performance(found: tuple[bool, ...]) -> None:
    excluded = dict(zip(EXCLUSIONS, found, strict=True))
    performed = {"performed": True, "owing": "0", "settlement_performed": True}
    told = facts(Facts, {**performed, **excluded})

    assert certificate.entitled(told).outcome is Outcome.NOT_MET
    assert certificate.performed_in_full(told).met


def test_clause_3_6_1_1_stages_one_and_two_get_the_confirmation_alone() -> None:
    paid_early = facts(Facts, {"performed": True, "owing": "0", "in_enforcement": False})
    confirm = MECHANISM.step("confirm_performance")

    assert not certificate.entitled(paid_early).met
    assert all(guard(paid_early).met for guard in confirm.guards)
    assert confirm.issues == ("performance-confirmation",)
    assert {Role.TRIAL_JUDGE, Role.FILING_HEAD} <= confirm.by


def test_the_confirmation_is_given_on_a_request_with_its_day() -> None:
    (dated,) = MECHANISM.step("confirm_performance").checks

    assert dated(facts(Facts), {"requested_on": TODAY}).met
    assert not dated(facts(Facts), {"requested_on": TODAY.replace(day=21)}).met


def test_clause_3_6_2_a_second_person_approves_the_certificate_and_weighs_again() -> None:
    approve, propose = MECHANISM.step("approve_certificate"), MECHANISM.step("propose_certificate")

    assert approve.second_person == {"propose_certificate"}
    assert not approve.by & propose.by
    assert approve.guards == propose.guards == (certificate.entitled,)
    assert approve.issues == propose.draws == ("performance-certificate",)


def test_clause_3_6_1_a_sanction_that_stands_is_other_refusal_by_itself() -> None:
    fined = facts(Facts, {"performed": True, "sanctions": ("陈示例已于2026年5月1日被决定罚款",)})
    refused = certificate.entitled(fined)

    assert certificate.entitled(facts(Facts, {"performed": True})).met
    (obstacle,) = refused.obstacles
    assert "陈示例已于2026年5月1日被决定罚款，属于其他拒不执行行为" in obstacle.because
    assert "撤销处罚决定" in obstacle.change
    assert certificate.performed_in_full(fined).met
