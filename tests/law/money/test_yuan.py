"""Amounts of money: read strictly, kept in whole fen, rounded once where asked."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duly.law.money import Refused, Yuan, exact_text

REFUSED = [
    "-0",
    "-1",
    "+1",
    "1e5",
    "1e309",
    "NaN",
    "Infinity",
    "1_000",
    "1,000",
    "01",
    "00",
    ".5",
    "5.",
    "0.001",
    "1.2.3",
    "0x10",
    "²",
    "12元",
    "",
    " 1",
    "1 ",
    "１２３",
    "12.３",
    "٣٤٥",
    "1\u200b2",
    "10000000000000",
]


@pytest.mark.parametrize("text", REFUSED)
def test_an_amount_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        Yuan.of(text, field="payments[1].amount")

    assert refused.value.field == "payments[1].amount"


def test_an_amount_longer_than_python_converts_is_refused_too() -> None:
    with pytest.raises(Refused, match="超过13位"):
        Yuan.of("9" * 5000)


@pytest.mark.parametrize(
    ("text", "fen"), [("0", 0), ("0.5", 50), ("12.34", 1234), ("9999999999999.99", 10**15 - 1)]
)
def test_an_amount_is_read_to_the_fen(text: str, fen: int) -> None:
    assert Yuan.of(text).fen == fen


@pytest.mark.parametrize(
    ("exact", "fen"),
    [("0.005", 1), ("0.004999", 0), ("50.025", 5003), ("50.0249", 5002), ("2.675", 268)],
)
def test_half_a_fen_is_rounded_upwards(exact: str, fen: int) -> None:
    assert Yuan.rounded(Decimal(exact)).fen == Yuan.rounded(Fraction(exact)).fen == fen


@settings(max_examples=200)
@given(st.integers(0, 10**15 - 1))
def test_what_is_written_reads_back(fen: int) -> None:
    assert Yuan.of(Yuan(fen).plain).fen == fen
    assert Yuan(fen).amount == Decimal(fen) / 100


def test_an_amount_never_goes_below_nothing() -> None:
    with pytest.raises(ValueError, match="不小于零"):
        Yuan(5) - Yuan(6)


def test_amounts_are_shown_with_thousands_and_the_unit() -> None:
    assert str(Yuan(1_234_567)) == "12,345.67元"


@pytest.mark.parametrize(
    ("number", "text"),
    [("542.5", "542.50"), ("50.0325", "50.0325"), ("0", "0.00"), ("1/3", "约0.33333333")],
)
def test_exact_figures_are_written_in_full(number: str, text: str) -> None:
    assert exact_text(Fraction(number)) == text
