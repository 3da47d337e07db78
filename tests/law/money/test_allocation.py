"""法释〔2014〕8号第四条，民法典第五百六十一条 · 清偿顺序"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duly.law.money import BY_LAW, Bucket, Refused, Yuan, allocate

OWED = {Bucket.PRINCIPAL: Yuan.of("100000"), Bucket.DOUBLED: Yuan.of("1000")}


def test_article_4_the_judgment_debt_comes_before_the_doubled_part() -> None:
    allocation = allocate(Yuan.of("100500"), OWED)

    assert allocation.to(Bucket.PRINCIPAL) == Yuan.of("100000")
    assert allocation.to(Bucket.DOUBLED) == Yuan.of("500")
    assert not allocation.left


def test_article_4_another_order_may_be_agreed() -> None:
    order = (Bucket.DOUBLED, Bucket.PRINCIPAL, Bucket.INTEREST, Bucket.COSTS)

    allocation = allocate(Yuan.of("1200"), OWED, order=order)

    assert allocation.to(Bucket.DOUBLED) == Yuan.of("1000")
    assert allocation.to(Bucket.PRINCIPAL) == Yuan.of("200")


def test_article_561_costs_then_interest_then_principal() -> None:
    owed = {bucket: Yuan.of("10") for bucket in Bucket}

    allocation = allocate(Yuan.of("25"), owed)

    assert [allocation.to(bucket).plain for bucket in BY_LAW] == ["10.00", "10.00", "5.00", "0.00"]


def test_what_exceeds_the_debt_is_left_over() -> None:
    assert allocate(Yuan.of("101001"), OWED).left == Yuan.of("1")


def test_an_order_that_forgets_a_bucket_is_refused() -> None:
    with pytest.raises(Refused, match="四项各写一次"):
        allocate(Yuan(1), OWED, order=BY_LAW[:3])


@settings(max_examples=100)
@given(
    st.integers(0, 10**6),
    st.dictionaries(st.sampled_from(BY_LAW), st.integers(0, 10**5).map(Yuan)),
    st.permutations(BY_LAW),
)
def test_no_fen_is_lost_and_no_bucket_gets_more_than_it_is_owed(
    fen: int, owed: dict[Bucket, Yuan], order: list[Bucket]
) -> None:
    allocation = allocate(Yuan(fen), owed, order=order)

    assert Yuan.total(allocation.parts.values()) + allocation.left == Yuan(fen)
    assert all(allocation.to(bucket) <= owed.get(bucket, Yuan(0)) for bucket in BY_LAW)
    assert not allocation.left or all(allocation.to(b) == owed.get(b, Yuan(0)) for b in BY_LAW)
