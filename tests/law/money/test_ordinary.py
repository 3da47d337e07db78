"""法释〔2014〕8号第一条第二款 · 一般债务利息依生效法律文书确定的方法计算"""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duly.law.money import (
    Fixed,
    LprMultiple,
    LprTable,
    LprTerm,
    OrdinaryWorksheet,
    Payment,
    Per,
    RateNotOnFile,
    Refused,
    Terms,
    Yuan,
    ordinary_interest,
    read_lpr,
    read_terms,
    terms_data,
)

LPR = LprTable.on_file()
FLOATING = LprMultiple(Decimal("1"), LprTerm.ONE_YEAR)
HEADER = "from,through,one_year,five_year,source,status\n"


def worked(terms: Terms, until: date, *payments: Payment) -> OrdinaryWorksheet:
    return ordinary_interest(
        Yuan.of("365000"), terms=terms, payments=payments, until=until, lpr=LPR
    )


def test_a_floating_rate_is_refused_past_the_last_published_day() -> None:
    terms = Terms(FLOATING, date(2025, 6, 1))

    assert worked(terms, date(2025, 6, 20)).slices
    with pytest.raises(RateNotOnFile, match="至2025年6月19日止") as refused:
        worked(terms, date(2025, 6, 21))
    assert refused.value.field == "until"


def test_a_floating_rate_is_refused_before_the_first_published_day() -> None:
    with pytest.raises(RateNotOnFile, match="自2019年8月20日起"):
        worked(Terms(FLOATING, date(2019, 8, 19)), date(2020, 1, 1))


def test_what_a_further_day_adds_is_unknown_where_its_rate_is_not_published() -> None:
    assert worked(Terms(FLOATING, date(2025, 6, 1)), date(2025, 6, 20)).per_day is None
    assert worked(Terms(FLOATING, date(2025, 6, 1)), date(2025, 6, 19)).per_day == 30


def test_a_rate_fixed_on_a_published_day_needs_no_later_one() -> None:
    fixed = LprMultiple(Decimal("4"), LprTerm.ONE_YEAR, date(2025, 6, 1))

    assert worked(Terms(fixed, date(2025, 6, 1)), date(2027, 6, 1)).per_day == 120


def test_a_worksheet_line_says_where_its_rate_comes_from() -> None:
    cap = Fixed(Decimal("0.02"), Per.YEAR)
    line = worked(Terms(FLOATING, date(2025, 6, 1), yearly_cap=cap), date(2025, 6, 2)).slices[0]

    assert line.because == (
        "2025年6月1日至2025年6月2日（止日不计）共1日，本金365,000.00元，"
        "同期一年期LPR的1倍，折合年利率3%，超过上限（年利率2%），按年利率2%（LPR数据待核），"
        "一年按365日，利息20.00元"
    )


def test_nothing_accrues_after_the_cap_the_end_or_full_payment() -> None:
    rate, start, until = Fixed(Decimal("0.06"), Per.YEAR), date(2022, 1, 1), date(2022, 2, 1)

    assert worked(Terms(rate, start, total_cap=Yuan(1)), until).per_day == 0
    assert worked(Terms(rate, start, end=date(2022, 1, 5)), until).per_day == 0
    assert worked(Terms(rate, start), until, Payment(until, Yuan.of("365000"))).per_day == 0


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, 500),
    st.lists(st.tuples(st.integers(0, 500), st.integers(1, 9_000_000)), max_size=4),
)
def test_counting_day_by_day_gives_the_same_interest(
    days: int, rows: list[tuple[int, int]]
) -> None:
    start = date(2021, 6, 1)
    until = start + timedelta(days=days)
    payments = [Payment(start + timedelta(days=min(at, days)), Yuan(fen)) for at, fen in rows]

    expected = Fraction(0)
    for offset in range(days):
        day = start + timedelta(days=offset)
        row = next(row for row in LPR.rows if row.first <= day <= row.last)
        left = 36_500_000 - sum(p.amount.fen for p in payments if p.on <= day)
        expected += Fraction(left, 100) * row.one_year / 365

    worksheet = worked(Terms(FLOATING, start), until, *payments)
    assert sum(line.interest for line in worksheet.slices) == expected


@pytest.mark.parametrize(
    "terms",
    [
        Terms(Fixed(Decimal("0.0005"), Per.DAY), date(2022, 1, 1)),
        Terms(
            LprMultiple(Decimal("1.3"), LprTerm.FIVE_YEAR, date(2022, 1, 1)),
            date(2022, 1, 1),
            end=date(2023, 1, 1),
            year_days=360,
            yearly_cap=Fixed(Decimal("0.24"), Per.YEAR),
            total_cap=Yuan.of("500"),
        ),
    ],
)
def test_terms_kept_as_data_read_back(terms: Terms) -> None:
    assert read_terms(terms_data(terms)) == terms


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"start": None}, "start"),
        ({"start": "2022-02-30"}, "start"),
        ({"start": "20220101"}, "start"),
        ({"end": "2021-12-31"}, "end"),
        ({"year_days": 366}, "year_days"),
        ({"rate": None}, "rate.kind"),
        ({"rate": {"kind": "fixed", "rate": "-1", "per": "day"}}, "rate.rate"),
        ({"rate": {"kind": "fixed", "rate": 0.06, "per": "year"}}, "rate.rate"),
        ({"rate": {"kind": "fixed", "rate": "0", "per": "year"}}, "rate.rate"),
        ({"rate": {"kind": "fixed", "rate": "0.06", "per": "week"}}, "rate.per"),
        ({"rate": {"kind": "lpr", "multiple": "4", "term": "ten_year"}}, "rate.term"),
        ({"yearly_cap": {"kind": "fixed", "rate": "24%", "per": "year"}}, "yearly_cap.rate"),
        ({"total_cap": "1e9"}, "total_cap"),
        ({"compound": True}, "compound"),
    ],
)
def test_terms_that_make_no_sense_are_refused_naming_the_field(
    change: dict[str, Any], field: str
) -> None:
    data = {"rate": {"kind": "fixed", "rate": "0.06", "per": "year"}, "start": "2022-01-01"}

    with pytest.raises(Refused) as refused:
        read_terms({**data, **change})

    assert refused.value.field == field


def test_a_court_loads_its_own_table(tmp_path: Path) -> None:
    path = tmp_path / "lpr.csv"
    path.write_text(HEADER + "2025-05-20,2026-12-31,3.00,3.50,某公告,已核\n", encoding="utf-8")

    table = read_lpr(path)

    assert table.published_through == date(2026, 12, 31)
    assert table.on(date(2026, 1, 1), field="until").one_year == Fraction(3, 100)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("from,to\n", "第1行"),
        (HEADER, "没有任何一行"),
        (HEADER + '2025-05-20,2025-06-19,"3.00"x,3.50,某公告,已核\n', "不是规范的CSV"),
        (HEADER + "2025-05-20,2025-05-19,3.00,3.50,某公告,已核\n", "起日晚于止日"),
        (HEADER + "2025-05-20,2025-06-31,3.00,3.50,某公告,已核\n", "真实日期"),
        (HEADER + "2025-05-20,2025-06-19,3%,3.50,某公告,已核\n", "百分数"),
        (HEADER + "2025-05-20,2025-06-19,3.00,3.50,,已核\n", "六项"),
        (
            HEADER + "2025-05-20,2025-06-19,3.00,3.50,甲,已核\n"
            "2025-06-21,2025-07-20,3.00,3.50,甲,已核\n",
            "第3行应当自2025年6月19日的次日起",
        ),
    ],
)
def test_a_table_with_a_gap_or_a_slip_is_refused(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "lpr.csv"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(Refused, match=why):
        read_lpr(path)
