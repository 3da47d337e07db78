"""A matter is found by what it is called, from the act that gives it the name or number on."""

import pytest

from duly.registry.models import Court, Matter, SearchTerm
from duly.registry.search import keep, seek, terms_of


def test_names_are_cut_into_pairs_and_numbers_into_serials_with_and_without_their_code() -> None:
    matter = Matter(
        names="陈示例 Acme（从化）公司", numbers="（2026）粤0117执前调12号 （2010）从法民初字第7号"
    )
    assert terms_of(matter) == {
        *("陈示", "示例", "ac", "cm", "me", "e（", "（从", "从化", "化）", "）公", "公司"),
        *("执前调12", "12", "字第7", "7"),
    }


def test_what_is_kept_is_what_a_matter_is_called_and_nothing_twice(court: Court) -> None:
    matter = Matter.objects.create(
        court=court, focus="other", opened_at="2026-03-03T00:00Z", names="陈示例"
    )
    keep([matter])
    matter.names += " 李保证"
    keep([matter])
    kept = SearchTerm.objects.filter(matter=matter).values_list("term", flat=True)
    assert sorted(kept) == sorted(terms_of(matter))


@pytest.mark.parametrize("text", ["", "陈", "\x00陈示", "(", "%"])
def test_nothing_is_looked_for_by_less_than_two_characters(text: str) -> None:
    assert seek(text) is None


def test_a_long_name_is_looked_up_by_the_piece_that_tells_most(court: Court) -> None:
    matters = [
        Matter(court=court, focus="other", opened_at="2026-03-03T00:00Z", names=f"{name}公司")
        for name in ("甲乙", "丙丁", "戊己")
    ]
    keep(Matter.objects.bulk_create(matters))
    sought = seek("丙丁公司")
    assert sought is not None
    assert sought.rows.count() == 1
