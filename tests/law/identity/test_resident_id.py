"""公民身份号码 · GB 11643：校验码和真实日期（测试号码的区划为440199）"""

from datetime import date

import pytest
from stdnum.cn.ric import calc_check_digit

from duly.law.identity import Malformed, resident_id


def made(body: str) -> str:
    """Return seventeen places with their check digit."""
    return body + calc_check_digit(body + "0")


PERSON = made("44019919900101001")


def test_the_example_of_gb_11643_is_accepted():
    """The numbers that the standard itself prints, so that no test makes its own truth."""
    assert resident_id.check("11010519491231002X") == "11010519491231002X"
    assert resident_id.check("440524188001010014") == "440524188001010014"


def test_a_number_keeps_its_places_and_gives_date_and_sex():
    assert resident_id.check(f" {PERSON} ") == PERSON
    assert resident_id.birth_date(PERSON) == date(1990, 1, 1)
    assert resident_id.sex(PERSON) == "男"
    assert resident_id.sex(made("44019919900101002")) == "女"


def test_a_small_x_becomes_a_capital():
    numbers = (made(f"440199199001010{serial:02d}") for serial in range(100))
    number = next(each for each in numbers if each.endswith("X"))

    assert resident_id.check(number.lower()) == number


def test_a_leap_day_must_be_real():
    assert resident_id.birth_date(made("44019920000229001")) == date(2000, 2, 29)
    with pytest.raises(Malformed, match="真实的日期"):
        resident_id.check(made("44019919000229001"))


def test_a_birth_after_the_day_asked_about_is_refused():
    young = made("44019920300101001")

    assert resident_id.check(young) == young
    with pytest.raises(Malformed, match="晚于"):
        resident_id.check(young, on=date(2026, 1, 1))


def test_every_wrong_check_digit_is_refused():
    for digit in set("0123456789X") - {PERSON[-1]}:
        with pytest.raises(Malformed, match="校验码"):
            resident_id.check(PERSON[:-1] + digit)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "不能为空"),
        ("440199900101001", "15位旧身份证号码"),
        (PERSON[:-1], "18位"),
        (PERSON + "1", "18位"),
        (made("44019919901301001"), "真实的日期"),
        (made("44019919900230001"), "真实的日期"),
        (made("44019917990101001"), "真实的日期"),
        (made("01019919900101001"), "18位"),
        (made("60019919900101001"), "省级区划"),
        (PERSON.replace("9", "９", 1), "全角数字"),
        (PERSON[:6] + " " + PERSON[6:], "18位"),
        (PERSON[:6] + "\u200b" + PERSON[6:], "不可见"),
        (PERSON[:-1] + "Ⅹ", "18位"),
    ],
)
def test_a_refusal_names_the_rule(text: str, rule: str):
    with pytest.raises(Malformed, match=rule) as refusal:
        resident_id.check(text)

    assert refusal.value.field == "resident_id"
