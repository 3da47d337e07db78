"""失信规定 9–12、限制消费规定 8、证明书的撤销：在册期间的纠正、删除、单次准许"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duly.law.finding import Outcome
from duly.law.mechanism import permit, revocation
from duly.law.mechanism.defaulter_warning import MECHANISM as WARNING
from duly.law.mechanism.defaulter_warning.facts import Facts as WarningFacts
from duly.law.mechanism.defaulter_warning.requests import request_is_open
from duly.law.mechanism.listing import MECHANISM, rules
from duly.law.mechanism.listing.facts import DeletionGround, Facts
from duly.law.terms import Role
from tests.law.mechanism.weighing import CALENDAR, TODAY, check, facts, named, rows

TABLES = rows(Path(__file__).with_name("listing.toml"))
BASE = Facts(
    on=TODAY,
    has_term=False,
    expires_on=None,
    correction=None,
    reconsider_until=None,
    in_force=True,
)
RULES = {
    rule.__name__: rule
    for rule in (
        rules.article_10_applies,
        rules.article_2_applies,
        rules.term_has_run_out,
        rules.no_longer_listed,
        rules.reconsideration_is_over,
        rules.reconsideration_in_time,
    )
}
EVERY_ROW = [(rule, row) for rule, table in TABLES.items() for row in table]


@pytest.mark.parametrize(
    ("rule", "row"), EVERY_ROW, ids=[f"{rule}: {named(row)}" for rule, row in EVERY_ROW]
)
def test_articles_9_to_12_each_rule_answers_as_its_table_says(
    rule: str, row: dict[str, Any]
) -> None:
    told = replace(BASE, **row.get("facts", {}))
    asks = rule == "reconsideration_in_time"
    check(RULES[rule](*((told, row["answers"]) if asks else (told,))), row)


def test_every_rule_of_the_table_is_weighed() -> None:
    assert set(TABLES) == set(RULES)


def test_article_12_fifteen_days_three_working_days_ten_days_fifteen_days() -> None:
    told = {
        clock.name: (clock.period.days, clock.period.working_days, clock.since)
        for step in MECHANISM.steps
        for clock in step.starts
        if clock.period
    }
    assert told == {
        "correction": (15, 0, "applied_on"),
        "rectification": (0, 3, ""),
        "reconsideration": (10, 0, "served_on"),
        "upper_court": (15, 0, "received_on"),
    }


def test_article_10_the_limbs_after_performance_and_settlement() -> None:
    assert [ground.limb[-2:] for ground in DeletionGround] == [
        "三项",
        "四项",
        "五项",
        "六项",
        "七项",
    ]


@pytest.mark.parametrize(
    ("barred_until", "outcome"),
    [
        (None, Outcome.MET),
        (date(2026, 5, 19), Outcome.MET),
        (TODAY, Outcome.NOT_MET),
        (date(2026, 5, 21), Outcome.NOT_MET),
    ],
)
def test_article_10_4_the_applicant_waits_six_months_and_the_court_need_not(
    barred_until: date | None, outcome: Outcome
) -> None:
    told = facts(WarningFacts, {"barred_until": barred_until})
    finding = request_is_open(told)
    assert finding == rules.may_be_requested(TODAY, barred_until, CALENDAR)
    assert finding.outcome is outcome
    barred = [guard for guard in WARNING.step("issue_warning").guards if guard is request_is_open]
    assert barred == []


def test_article_5_a_request_is_decided_within_fifteen_days() -> None:
    (clock,) = WARNING.step("request_listing").starts
    assert clock.period is not None
    assert (clock.period.days, clock.since) == (15, "requested_on")
    assert "listing_request" in WARNING.step("approve_listing").stops
    assert "listing_request" in WARNING.step("decline_request").stops


@pytest.mark.parametrize(
    ("first", "last", "outcome"),
    [
        (date(2026, 5, 20), date(2026, 5, 20), Outcome.MET),
        (date(2026, 5, 21), date(2026, 5, 22), Outcome.MET),
        (date(2026, 5, 22), date(2026, 5, 21), Outcome.NOT_MET),
        (date(2026, 5, 18), date(2026, 5, 19), Outcome.NOT_MET),
        (date(2026, 5, 20), None, Outcome.UNDECIDED),
    ],
)
def test_article_8_a_permit_names_days_that_are_not_over(
    first: date, last: date | None, outcome: Outcome
) -> None:
    told = permit.Facts(on=TODAY, in_force=True)
    answers = {"permit_from": first, "permit_until": last}
    assert permit.days_of_permit(told, answers).outcome is outcome


@pytest.mark.parametrize("in_force", [True, False])
def test_article_8_only_who_is_restricted_needs_a_permit(in_force: bool) -> None:
    told = permit.Facts(on=TODAY, in_force=in_force)
    assert permit.restriction_stands(told).met is in_force
    assert permit.restriction_ended(told).met is not in_force
    assert permit.MECHANISM.step("grant_permit").by == {Role.PRESIDENT}


@pytest.mark.parametrize("stands", [True, False])
def test_only_a_certificate_that_stands_is_revoked_and_by_two_people(stands: bool) -> None:
    assert revocation.certificate_stands(revocation.Facts(TODAY, stands)).met is stands
    propose = revocation.MECHANISM.step("propose_revocation")
    approve = revocation.MECHANISM.step("approve_revocation")
    assert not propose.by & approve.by
    assert approve.second_person == {"propose_revocation"}
    assert approve.issues == propose.draws == ("certificate-revocation",)
