"""验证码：六十五比特，读得出、打得对"""

import pytest

from duly.law.identity import Malformed, verification_code


def test_the_space_is_sixty_five_bits() -> None:
    assert verification_code.SPACE == 2**65


@pytest.mark.parametrize(
    ("number", "code"),
    [(0, "0" * 13), (31, "0" * 12 + "Z"), (32, "0" * 11 + "10"), (2**65 - 1, "Z" * 13)],
)
def test_a_number_has_one_code(number: int, code: str) -> None:
    assert verification_code.of(number) == code


@pytest.mark.parametrize("number", [-1, 2**65])
def test_a_number_outside_the_space_has_none(number: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        verification_code.of(number)


@pytest.mark.parametrize("typed", ["0123-4567-89ABC", "0i23 4567 89abc", "OL23-4567-89ABC"])
def test_a_code_is_read_as_it_was_meant(typed: str) -> None:
    assert verification_code.check(typed) == "0123456789ABC"


@pytest.mark.parametrize("typed", ["", "0123456789AB", "0123456789ABCD", "U123456789ABC"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(Malformed, match="13位"):
        verification_code.check(typed)


def test_a_code_is_shown_in_groups() -> None:
    assert verification_code.grouped("0123456789ABC") == "0123-4567-89ABC"
