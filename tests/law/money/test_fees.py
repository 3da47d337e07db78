"""诉讼费用交纳办法第十三条、第十四条 · 受理费、申请执行费、保全费"""

from datetime import date

import pytest

from duly.law.money import (
    FeeKind,
    Refused,
    Yuan,
    acceptance_fee,
    enforcement_fee,
    fee,
    preservation_fee,
)


def test_article_14_enforcement_without_an_amount_costs_50_to_500() -> None:
    result = enforcement_fee(None)

    assert result.fee is None
    assert (result.lowest.plain, result.highest.plain) == ("50.00", "500.00")


def test_article_14_preservation_without_an_amount_costs_30() -> None:
    assert preservation_fee(None).fee == Yuan.of("30")


def test_article_13_without_an_amount_the_kind_of_case_decides_and_nothing_is_guessed() -> None:
    with pytest.raises(Refused, match="案件种类") as refused:
        acceptance_fee(None)

    assert refused.value.field == "amount"


@pytest.mark.parametrize("kind", [FeeKind.ENFORCEMENT, FeeKind.PRESERVATION])
def test_articles_15_to_18_halve_the_acceptance_fee_alone(kind: FeeKind) -> None:
    with pytest.raises(Refused) as refused:
        fee(kind, Yuan.of("10000"), halved=True)

    assert refused.value.field == "halved"


def test_a_day_before_the_tariff_is_refused() -> None:
    with pytest.raises(Refused, match="2007年4月1日以前"):
        acceptance_fee(Yuan.of("1"), on=date(2007, 3, 31))

    assert acceptance_fee(Yuan.of("1"), on=date(2007, 4, 1)).fee == Yuan.of("50")


def test_the_reckoning_names_each_band_and_the_article() -> None:
    assert acceptance_fee(Yuan.of("30000"), halved=True).because == (
        "不超过10000元的部分，每件50.00元",
        "超过10000元的部分20000.00元×2.5%=500.00元",
        "减半交纳",
        "合计275.00元，即275.00元",
        "依据诉讼费用交纳办法（国务院令第481号）第十三条第一款第一项",
    )
