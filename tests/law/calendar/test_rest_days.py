"""Rest days: weekends and announced holidays, less make-up workdays; a court's own notice."""

from datetime import date
from pathlib import Path

import pytest

from duly.law.calendar import Calendar, NoticeRefused, Period, read_notice

PUBLISHED = Calendar.published()
HEADER = "date,kind,holiday,source\n"
NOTICE_2027 = Path(__file__).parent / "notice_2027.csv"


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "notice.csv"
    path.write_text(text, encoding=encoding)
    return path


@pytest.mark.parametrize(
    ("day", "rest"),
    [
        (date(2022, 10, 7), True),
        (date(2022, 10, 8), False),
        (date(2022, 10, 15), True),
        (date(2026, 2, 14), False),
        (date(2026, 10, 10), False),
        (date(2020, 1, 31), True),
    ],
)
def test_rest_days_as_the_state_council_announced_them(day: date, rest: bool) -> None:
    assert PUBLISHED.is_rest_day(day) is rest


def test_the_years_on_file_are_2004_to_2026() -> None:
    assert {year for year in range(1990, 2040) if PUBLISHED.is_published(year)} == set(
        range(2004, 2027)
    )


def test_a_court_loads_a_year_before_the_library_has_it() -> None:
    calendar = PUBLISHED.with_notice(read_notice(NOTICE_2027))

    reckoning = Period(days=10).reckon(date(2027, 9, 22), calendar)

    assert calendar.is_published(2027)
    assert reckoning.last_day == date(2027, 10, 8)
    assert not reckoning.provisional
    assert not PUBLISHED.is_published(2027)


def test_a_court_corrects_one_day_of_a_year_on_file(tmp_path: Path) -> None:
    rows = read_notice(written(tmp_path, HEADER + "2026-11-11,rest,临时放假,示例通知\n"))

    assert PUBLISHED.with_notice(rows).is_rest_day(date(2026, 11, 11))
    assert not PUBLISHED.is_rest_day(date(2026, 11, 11))


def test_a_year_arranged_in_part_is_refused(tmp_path: Path) -> None:
    rows = read_notice(written(tmp_path, HEADER + "2027-05-03,rest,劳动节,示例通知\n"))

    with pytest.raises(NoticeRefused, match="2027年的放假安排不完整"):
        PUBLISHED.with_notice(rows)


def test_a_make_up_day_on_a_workday_is_refused(tmp_path: Path) -> None:
    rows = read_notice(written(tmp_path, HEADER + "2026-11-11,work,国庆节,示例通知\n"))

    with pytest.raises(NoticeRefused, match="本来就是工作日"):
        PUBLISHED.with_notice(rows)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "第1行"),
        ("day,kind\n", "第1行"),
        (HEADER, "没有任何一行"),
        (HEADER + '2027-01-01,rest,"元旦"x,示例\n', "不是规范的CSV"),
        (HEADER + "2027-02-30,rest,春节,示例\n", "真实日期"),
        (HEADER + "20270101,rest,元旦,示例\n", "真实日期"),
        (HEADER + "2027-01-01,holiday,元旦,示例\n", "rest或者work"),
        (HEADER + "2027-01-01,rest,,示例\n", "四项"),
        (HEADER + "2027-01-01,rest,元旦\n", "四项"),
        (HEADER + "2027-01-01,rest,元旦,示例,多余\n", "四项"),
        (HEADER + "2027-01-01,rest,元旦,示例\n2027-01-01,work,元旦,示例\n", "出现两次"),
    ],
)
def test_a_malformed_file_is_refused_with_the_reason(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(NoticeRefused, match=why):
        read_notice(written(tmp_path, text))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER + "2027-01-01,rest,元旦,示例\n", encoding="gbk")

    with pytest.raises(NoticeRefused, match="UTF-8"):
        read_notice(path)
