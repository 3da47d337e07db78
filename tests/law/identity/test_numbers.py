"""统一社会信用代码、电话号码、账号"""

import pytest
from stdnum import luhn
from stdnum.cn.uscc import calc_check_digit

from duly.law.identity import Malformed, bank_account, credit_code, phone

BODY = "91440199MA0000001"
CODE = BODY + calc_check_digit(BODY)
CARD = "622200000000000" + luhn.calc_check_digit("622200000000000")


def test_a_credit_code_is_returned_in_capitals():
    assert credit_code.check(f" {CODE.lower()} ") == CODE


def test_a_rural_collective_may_begin_with_a_letter():
    body = "N2440199MA0000001"

    assert credit_code.check(body + calc_check_digit(body)).startswith("N2")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "不能为空"),
        (CODE[:-1] + ("0" if CODE[-1] != "0" else "1"), "校验码"),
        ("440199000000001", "15位工商注册号"),
        (CODE[:-1], "18位"),
        (CODE.replace("0", "O", 1), "不使用字母"),
        (CODE.replace("9", "９", 1), "全角数字"),
        (CODE[:4] + " " + CODE[4:], "18位"),
    ],
)
def test_a_credit_code_is_refused_by_its_rule(text: str, rule: str):
    with pytest.raises(Malformed, match=rule):
        credit_code.check(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("13800000000", "13800000000"),
        ("+86 138-0000-0000", "13800000000"),
        ("020-87920000", "020-87920000"),
        ("（020）8792 0000", "020-87920000"),
        ("02087920000", "020-87920000"),
        ("020-87920000转123", "020-87920000转123"),
        ("0755-12345678", "0755-12345678"),
    ],
)
def test_a_phone_number_has_one_spelling(text: str, kept: str):
    assert phone.check(text) == kept
    assert phone.check(kept) == kept
    assert phone.is_mobile(text) == (kept == "13800000000")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "不能为空"),
        ("87920000", "区号"),
        ("12368", "区号"),
        ("4008001234", "区号"),
        ("12800000000", "区号"),
        ("1380000000", "手机号码"),
        ("+85261234567", "中国内地"),
        ("138００000000", "全角数字"),
        ("13800000000转1", "分机"),
        ("1380000000a", "只能由数字"),
        ("()", "不是电话号码"),
    ],
)
def test_a_phone_number_is_refused_by_its_rule(text: str, rule: str):
    with pytest.raises(Malformed, match=rule):
        phone.check(text)


def test_an_account_is_text_and_keeps_its_leading_zeros():
    assert bank_account.check("0123-456789").number == "0123456789"
    assert bank_account.check(" 6222 0000 0000 0000 ").number == "6222000000000000"


def test_luhn_only_warns():
    assert bank_account.check(CARD).warning == ""

    wrong = CARD[:-1] + str((int(CARD[-1]) + 1) % 10)
    checked = bank_account.check(wrong)
    assert checked.number == wrong
    assert "Luhn" in checked.warning


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "不能为空"),
        ("1234567", "8至30位"),
        ("1" * 29 + "23", "8至30位"),
        ("0000-0000-0000-000", "样例"),
        ("1234--5678", "分组"),
        ("-12345678", "分组"),
        ("12345678A", "分组"),
        ("１２３４５６７８", "全角数字"),
        ("1234\u00a05678", "分组"),
        ("1234\u200b5678", "不可见"),
        ("1e10000000", "分组"),
    ],
)
def test_an_account_is_refused_by_its_rule(text: str, rule: str):
    with pytest.raises(Malformed, match=rule):
        bank_account.check(text)


def test_accounts_of_eight_and_thirty_digits_are_accepted():
    assert len(bank_account.check("12345678").number) == 8
    assert len(bank_account.check("1" * 29 + "2").number) == 30
