"""Amounts in capitals, and the inverse that proves them."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from duly.law.money import Refused, Yuan, capitals

DIGITS = "零壹贰叁肆伍陆柒捌玖"
UNITS = {"亿": 10**8, "万": 10**4, "仟": 1000, "佰": 100, "拾": 10}


def whole(text: str) -> int:
    for unit, scale in UNITS.items():
        high, found, low = text.rpartition(unit)
        if found:
            return whole(high) * scale + whole(low.removeprefix("零"))
    return DIGITS.index(text) if text else 0


def read(text: str) -> int:
    """The amount in fen that a text in capitals stands for."""
    yuan, found, rest = text.removesuffix("整").rpartition("元")
    tenths, tenth, rest = (rest.removeprefix("零") if found else rest).rpartition("角")
    cents = rest.removesuffix("分")
    return whole(yuan) * 100 + whole(tenths) * 10 * bool(tenth) + whole(cents)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("12345.67", "壹万贰仟叁佰肆拾伍元陆角柒分"),
        ("0", "零元整"),
        ("100", "壹佰元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角"),
        ("12.05", "壹拾贰元零伍分"),
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("100010000", "壹亿零壹万元整"),
        ("1000000000001", "壹万亿零壹元整"),
        ("9999999999999.99", "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_amounts_as_cheques_write_them(amount: str, text: str) -> None:
    assert capitals(Yuan.of(amount)) == text


@settings(max_examples=500)
@given(st.integers(0, 10**15 - 1) | st.integers(0, 10**7))
@example(10**15 - 1)
def test_capitals_read_back_to_the_same_amount(fen: int) -> None:
    text = capitals(Yuan(fen))

    assert read(text) == fen
    assert "零零" not in text


def test_an_amount_past_thirteen_digits_is_refused() -> None:
    with pytest.raises(Refused, match="最多写到9,999,999,999,999"):
        capitals(Yuan(10**15))
