"""法释〔2014〕8号 · 两种实现，分文不差"""

from datetime import date

import pytest

from duly.upkeep.prove.interest import proof
from duly.upkeep.prove.interest.by_the_day import doubled


def test_the_published_example_of_sixty_days_is_105_yuan() -> None:
    assert doubled(1_000_000, due=0, until=60, payments={}, excluded=()) == 10_500


def test_half_a_fen_is_rounded_upwards() -> None:
    # 20,000 fen for a day and 3.5 fen of interest; one fen less leaves less than half.
    assert doubled(20_000, due=0, until=1, payments={}, excluded=()) == 4
    assert doubled(19_999, due=0, until=1, payments={}, excluded=()) == 3


def test_20_000_random_debts_come_out_the_same_to_the_fen() -> None:
    compared = proof.prove(20_000, 1, processes=2)

    assert compared.differences == ()
    assert compared.line.startswith("interest: 20000 answers, 0 differences, ")


def test_a_wrong_answer_is_shown_with_its_debt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duly.upkeep.prove.interest.by_the_day.DAILY", 176)

    compared = proof.prove(200, 1)

    assert compared.differences
    assert "Case(fen=" in compared.differences[0]


def test_the_same_seed_draws_the_same_debts() -> None:
    case = proof.Case(100_000, date(2022, 3, 1), 31, ((3, 40_000),), ((5, 9),))

    assert case.product() == case.second()
    assert proof.prove(300, 5).differences == proof.prove(300, 5).differences
