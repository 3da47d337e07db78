"""Exempt and vulnerable persons: told before every sanction, with reasons; the judge decides."""

from datetime import date
from types import SimpleNamespace

import pytest

from duly.law.finding import Outcome
from duly.law.mechanism import defaulter_warning, detention_warning, fine_warning
from duly.law.mechanism.care import CONSIDERED, Care, needs_no_care
from duly.law.terms import FactQuestion, PartyKind
from tests.law.mechanism.weighing import TODAY

NOBODY_ASKED = dict.fromkeys(CONSIDERED)


def weigh(care: Care | None):  # type: ignore[no-untyped-def]
    return needs_no_care(SimpleNamespace(on=TODAY, care=care), {})


@pytest.mark.parametrize("question", CONSIDERED)
def test_whoever_needs_care_is_told_with_the_way_out(question: FactQuestion) -> None:
    told = weigh(Care(PartyKind.PERSON, date(1990, 3, 7), {**NOBODY_ASKED, question: True}))
    (ground,) = told.obstacles

    assert question.chinese in ground.because
    assert "较轻" in ground.change


@pytest.mark.parametrize(
    ("born", "outcome"),
    [
        (date(2008, 5, 20), Outcome.MET),
        (date(2008, 5, 21), Outcome.NOT_MET),
        (None, Outcome.UNDECIDED),
    ],
)
def test_article_4_a_minor_is_told_to_the_day(born: date | None, outcome: Outcome) -> None:
    assert weigh(Care(PartyKind.PERSON, born, NOBODY_ASKED)).outcome is outcome


def test_a_unit_needs_no_care_and_the_unknown_is_said_to_be_unknown() -> None:
    assert weigh(Care(PartyKind.UNIT, None, {})).met
    assert weigh(None).outcome is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("mechanism", "proposal"),
    [
        (defaulter_warning.MECHANISM, "propose_listing"),
        (fine_warning.MECHANISM, "propose_fine"),
        (detention_warning.MECHANISM, "propose_detention"),
    ],
)
def test_it_is_weighed_before_each_sanction_and_bars_none(mechanism, proposal) -> None:  # type: ignore[no-untyped-def]
    for name in ("issue_warning", proposal):
        step = mechanism.step(name)
        assert needs_no_care in step.cautions
        assert needs_no_care not in (*step.guards, *step.checks)
