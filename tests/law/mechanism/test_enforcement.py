"""阶段三 · 执行案件：立案、执行通知、和解、结案"""

from pathlib import Path
from typing import Any

import pytest

from duly.law.calendar import Period
from duly.law.mechanism import enforcement
from duly.law.mechanism.enforcement import Conclusion, Facts, State
from duly.law.terms import MeasureKind
from tests.law.mechanism.weighing import check, facts, named, rows

TABLES = rows(Path(__file__).with_name("enforcement.toml"))
MECHANISM = enforcement.MECHANISM


def table(rule: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", TABLES[rule], ids=named)


@table("owed")
def test_clause_3_6_2_what_must_be_done_before_the_file_is_closed(row: dict[str, Any]) -> None:
    check(enforcement.rules.nothing_owed(facts(Facts, row.get("facts"))), row)


@table("settle")
def test_article_241_one_settlement_at_a_time(row: dict[str, Any]) -> None:
    check(enforcement.rules.no_settlement_runs(facts(Facts, row.get("facts"))), row)


@table("terms")
def test_article_251_the_days_set_lie_ahead(row: dict[str, Any]) -> None:
    check(enforcement.rules.terms_follow_notice(facts(Facts), row["answers"]), row)


@pytest.mark.parametrize(
    ("how", "changes", "true"),
    [
        (Conclusion.PERFORMED, {"performed": True}, True),
        (Conclusion.PERFORMED, {"settlement_performed": True}, False),
        (Conclusion.SETTLED, {"settlement_performed": True}, True),
        (Conclusion.SETTLED, {"performed": True}, False),
    ],
)
def test_clause_3_6_2_the_way_of_closing_is_what_the_record_shows(
    how: Conclusion, changes: dict[str, Any], true: bool
) -> None:
    finding = enforcement.rules.conclusion_is_true(facts(Facts, changes), {"how": how})

    assert finding.met is true
    assert true or finding.obstacles[0].change == "改选另一种结案方式"


def test_filing_starts_the_ten_days_the_first_contact_and_the_six_months() -> None:
    step = MECHANISM.step("file")
    periods = {clock.name: clock.period for clock in step.starts}

    assert periods == {
        "enforcement_notice": Period(days=10),
        "first_contact": Period(working_days=3),
        "conclusion": Period(months=6),
    }
    assert step.imposes == (MeasureKind.CASE_PUBLICITY,)
    assert step.stops == ("filing",)


def test_the_order_to_report_property_goes_out_with_the_enforcement_notice() -> None:
    step = MECHANISM.step("issue_notice")

    assert step.issues == ("enforcement-notice", "property-report-order", "property-report-form")
    assert step.stops == ("enforcement_notice",)


def test_article_241_a_settlement_has_its_content_and_its_last_day_on_record() -> None:
    step = MECHANISM.step("record_settlement")

    assert {ask.name for ask in step.asks} == {"reached_on", "content", "ends_on", "evidence"}
    assert [clock.ask for clock in step.starts] == ["ends_on"]
    assert step.target is None


def test_a_settlement_is_found_performed_or_breached_with_reasons_while_it_runs() -> None:
    step = MECHANISM.step("end_settlement")

    assert {ask.name for ask in step.asks} == {"performed", "reasons"}
    assert step.when(facts(Facts, {"settlement_running": True}))
    assert not step.when(facts(Facts))


def test_closing_stops_every_clock_of_the_proceeding() -> None:
    started = {clock.name for step in MECHANISM.steps for clock in step.starts}

    assert set(MECHANISM.step("conclude").stops) == started
    assert MECHANISM.step("conclude").target is State.CONCLUDED
