"""民事诉讼法 · 同一事项在三个文本中的条号"""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from duly.law.sources import (
    BeforeFirstText,
    Status,
    UnknownArticle,
    UnknownSubject,
    article,
    check_citation,
    cite,
)

CODE = "中华人民共和国民事诉讼法"
DAYS = (date(2021, 6, 1), date(2022, 9, 15), date(2024, 1, 1))
NUMBERS = tomllib.loads((Path(__file__).parent / "subjects.toml").read_text("utf-8"))["numbers"]


@pytest.mark.parametrize(
    ("subject", "on", "number"),
    [
        (subject, on, str(number))
        for subject, numbers in NUMBERS.items()
        for on, number in zip(DAYS, numbers, strict=True)
    ],
)
def test_subject_has_the_number_of_the_date(subject: str, on: date, number: str):
    found = cite(subject, on=on)

    assert (found.instrument, found.article) == (CODE, number)
    assert article("民事诉讼法", number, on=on) == found


@pytest.mark.parametrize(
    ("on", "number"),
    [("2021-12-31", "255"), ("2022-01-01", "262"), ("2023-12-31", "262"), ("2024-01-01", "266")],
)
def test_number_changes_on_the_day_the_new_text_takes_effect(on: str, number: str):
    assert cite("限制出境与征信", on=date.fromisoformat(on)).article == number


def test_a_date_before_the_first_text_is_refused():
    assert cite("执行通知", on=date(2017, 7, 1)).article == "240"
    with pytest.raises(BeforeFirstText, match="2017-07-01"):
        cite("执行通知", on=date(2017, 6, 30))
    with pytest.raises(BeforeFirstText):
        article("失信规定", 1, on=date(2017, 4, 30))


def test_unknown_names_are_refused():
    with pytest.raises(UnknownSubject, match="没有"):
        cite("不存在的事项", on=DAYS[0])
    with pytest.raises(UnknownArticle):
        article("民事诉讼法", 9999, on=DAYS[0])
    with pytest.raises(UnknownArticle):
        article("没有这部法", 1, on=DAYS[0])


@pytest.mark.parametrize(
    ("printed", "subject", "right"),
    [
        (111, "妨害诉讼行为", "114"),
        (112, "恶意串通诉讼", "115"),
        (113, "恶意串通逃避执行", "116"),
        (115, "罚款金额与拘留期限", "118"),
    ],
)
def test_numbers_of_the_objection_notice_are_found_stale(printed: int, subject: str, right: str):
    on = date(2022, 9, 15)

    found = check_citation(CODE, printed, subject, on=on)

    assert found is not None
    assert found.article == right
    assert check_citation(f"《{CODE}》", right, subject, on=on) is None


def test_a_citation_of_another_instrument_is_not_right():
    found = check_citation("失信规定", 262, "限制出境与征信", on=date(2022, 9, 15))

    assert found is not None
    assert found.instrument == CODE


def test_status_tells_what_is_held():
    assert cite("限制出境与征信", on=DAYS[1]).status is Status.ON_FILE
    assert cite("限制出境与征信", on=DAYS[0]).status is Status.NOT_HELD
    assert cite("上诉期", on=DAYS[1]).status is Status.TO_CONFIRM
    assert cite("上诉期", on=DAYS[1]).text == ""
