"""民事诉讼法第八十八条至第九十五条 · 送达"""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duly.law.finding import Outcome
from duly.law.service import Attempt, weigh
from duly.law.terms import ServiceMethod

ATTEMPTS = tomllib.loads(Path(__file__).with_name("service.toml").read_text("utf-8"))["attempt"]
TODAY = date(2026, 5, 20)


def _attempt(told: dict[str, Any]) -> Attempt:
    return Attempt(**{**told, "method": ServiceMethod(told["method"])})


@pytest.mark.parametrize("row", ATTEMPTS, ids=lambda row: row["name"])
def test_articles_88_to_95_which_service_counts_and_from_when(row: dict[str, Any]) -> None:
    service = weigh(_attempt(row["told"]), on=TODAY)

    assert service.finding.outcome is Outcome(row["outcome"])
    assert service.served_on == row.get("served_on")
    if "because" in row:
        told = [(g.basis.article, g.because, g.change) for g in service.finding.grounds]
        assert (row["basis"], row["because"], row.get("change", "")) in told


def test_every_way_of_service_is_weighed_with_and_without_success() -> None:
    outcomes = {
        method: {row["outcome"] for row in ATTEMPTS if row["told"]["method"] == method}
        for method in ServiceMethod
    }

    assert all("met" in seen for seen in outcomes.values())
    undone = ("forwarded", "entrusted")
    assert all(len(seen) > 1 for method, seen in outcomes.items() if method not in undone)


@pytest.mark.parametrize("method", ["personal", "postal", "electronic", "forwarded", "entrusted"])
def test_service_does_not_count_before_its_day(method: str) -> None:
    attempt = Attempt(
        method=ServiceMethod(method),
        acted_on=date(2026, 5, 10),
        signed_on=None if method == "electronic" else date(2026, 5, 20),
        arrived_on=date(2026, 5, 20),
        electronic_consent=True,
    )

    assert weigh(attempt, on=date(2026, 5, 19)).served_on is None
    assert weigh(attempt, on=date(2026, 5, 20)).served_on == date(2026, 5, 20)


def test_refusing_the_mail_or_moving_away_is_no_escape_and_no_trap() -> None:
    returned = Attempt(
        method=ServiceMethod.POSTAL,
        acted_on=date(2026, 5, 10),
        returned_on=date(2026, 5, 16),
        address_confirmed=True,
    )

    assert weigh(returned, on=TODAY).finding.met
    assert not weigh(replace(returned, address_confirmed=False), on=TODAY).finding.met


def test_the_articles_cited_are_those_of_the_day_of_the_act() -> None:
    old = Attempt(
        method=ServiceMethod.PUBLIC_NOTICE, acted_on=date(2021, 3, 1), signed_on=date(2021, 3, 1)
    )

    assert weigh(old, on=TODAY).finding.grounds[0].basis.article == "92"
