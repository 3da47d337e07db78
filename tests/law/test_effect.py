"""生效日与履行期届满日 · 民事诉讼法第八十五条、第一百条、第一百七十一条"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duly.law.calendar import Calendar
from duly.law.effect import Instrument, due_date, takes_effect
from duly.law.finding import Outcome
from duly.law.terms import InstrumentKind, InstrumentOutcome

TABLES = tomllib.loads(Path(__file__).with_name("effect.toml").read_text("utf-8"))
CALENDAR = Calendar.published()
TODAY = date(2026, 5, 20)


def _instrument(row: dict[str, Any]) -> Instrument:
    told = dict(row["told"])
    return Instrument(
        kind=InstrumentKind(told.pop("kind")),
        outcome=InstrumentOutcome(told.pop("outcome")),
        made_on=date(2026, 4, 1),
        served={name: None if day == "?" else day for name, day in row["served"].items()},
        **told,
    )


@pytest.mark.parametrize("row", TABLES["effect"], ids=lambda row: row["name"])
def test_when_an_instrument_takes_effect(row: dict[str, Any]) -> None:
    effect = takes_effect(_instrument(row), on=TODAY, calendar=CALENDAR)

    assert effect.finding.outcome is Outcome(row["finding"])
    assert effect.on == row.get("on")
    if "because" in row:
        told = [(g.because, g.change) for g in effect.finding.grounds]
        assert told == [(row["because"], row.get("change", ""))]


def test_every_kind_and_every_outcome_of_an_instrument_is_weighed() -> None:
    told = [row["told"] for row in TABLES["effect"]]

    assert {row["kind"] for row in told} == set(InstrumentKind)
    assert {row["outcome"] for row in told} == set(InstrumentOutcome)


def test_an_appeal_period_that_reaches_an_unannounced_year_is_provisional() -> None:
    instrument = Instrument(
        kind=InstrumentKind.JUDGMENT,
        outcome=InstrumentOutcome.FIRST_INSTANCE,
        made_on=date(2026, 12, 1),
        served={"张三": date(2026, 12, 20)},
    )

    assert takes_effect(instrument, on=date(2027, 2, 1), calendar=CALENDAR).provisional


@pytest.mark.parametrize("row", TABLES["due"], ids=lambda row: row["name"])
def test_the_last_day_to_perform(row: dict[str, Any]) -> None:
    due = due_date(
        row["effective_on"], days=row.get("days"), fixed=row.get("fixed"), calendar=CALENDAR
    )

    assert due.last_day == row["last_day"]
    assert due.provisional is row.get("provisional", False)
    assert due.because
    assert row.get("because", due.because[0]) in due.because
