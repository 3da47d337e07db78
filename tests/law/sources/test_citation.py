"""引用的写法"""

from datetime import date

import pytest

from duly.law.sources import UnknownArticle, article, clause, shelf, written
from duly.law.sources.numeral import chinese_numeral

ON = date(2024, 12, 1)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (14, "十四"),
        (20, "二十"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (114, "一百一十四"),
        (266, "二百六十六"),
        (1002, "一千零二"),
        (1050, "一千零五十"),
        (1259, "一千二百五十九"),
    ],
)
def test_article_numbers_are_said_as_statutes_say_them(number: int, words: str):
    assert chinese_numeral(number) == words


@pytest.mark.parametrize("number", [0, -1, 10000])
def test_a_number_out_of_range_is_refused(number: int):
    with pytest.raises(ValueError, match="条号"):
        chinese_numeral(number)


def test_a_citation_prints_in_numerals_and_in_digits():
    found = article("民事诉讼法", 266, on=ON)

    assert str(found) == "《中华人民共和国民事诉讼法》第二百六十六条"
    assert found.in_digits == "《中华人民共和国民事诉讼法》第266条"


def test_inserted_articles_and_inner_marks():
    assert str(article("刑法", "307之一", on=ON)) == "《中华人民共和国刑法》第三百零七条之一"
    assert str(article("民诉法解释", 480, on=ON)) == (
        "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第四百八十条"
    )


def test_a_clause_prints_with_full_width_brackets():
    found = clause("二(二)2")

    assert str(found) == "《广州市从化区人民法院全面督促自动履行工作机制》二（二）2"
    assert found.in_digits == str(found)


def test_what_was_written_down_is_read_back_to_its_text():
    for found in (
        article("民事诉讼法", 266, on=ON),
        article("民诉法解释", 480, on=ON),
        article("刑法", "307之一", on=ON),
        clause("二(二)2"),
    ):
        assert written(found.in_digits, on=ON, shelf=shelf()) == found


@pytest.mark.parametrize(
    "words", ["", "第266条", "《没有的法》第1条", "《中华人民共和国刑法》总则"]
)
def test_what_names_nothing_on_file_is_refused(words: str):
    with pytest.raises(UnknownArticle):
        written(words, on=ON, shelf=shelf())
