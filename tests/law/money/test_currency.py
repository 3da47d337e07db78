"""法释〔2014〕8号第五条：外币债务不登记，拒绝时说出是哪一种外币"""

import pytest

from duly.law.money import Refused, Yuan


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("$100", "美元"),
        ("US$100.00", "美元"),
        ("100 usd", "美元"),
        ("100美元", "美元"),
        ("100 dollars", "美元"),
        ("HK$100", "港元"),
        ("100港币", "港元"),
        ("NT$100", "新台币"),
        ("100澳门元", "澳门元"),
        ("€100", "欧元"),
        ("100英镑", "英镑"),
        ("10000日元", "日元"),
        ("＄100", "美元"),
        ("100瑞士法郎", "瑞士法郎"),
        ("₫100", "₫"),
    ],
)
def test_a_foreign_currency_is_refused_by_its_name(typed: str, named: str) -> None:
    with pytest.raises(Refused) as refused:
        Yuan.of(typed, field="amount")

    assert refused.value.field == "amount"
    assert f"外币（{named}）" in refused.value.message
    assert "折算成人民币" in refused.value.message


@pytest.mark.parametrize("typed", ["100元", "￥100", "¥100", "人民币100", "RMB100"])
def test_renminbi_needs_no_name(typed: str) -> None:
    with pytest.raises(Refused, match="不必写币种"):
        Yuan.of(typed)


@pytest.mark.parametrize("typed", ["1,000.00", "-0", "NaN", "１００", ""])
def test_what_is_no_amount_is_not_called_a_currency(typed: str) -> None:
    with pytest.raises(Refused, match="半角数字") as refused:
        Yuan.of(typed)

    assert "外币" not in refused.value.message
    assert "币种" not in refused.value.message
