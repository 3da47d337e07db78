"""分期：每行一期，日期和金额"""

from datetime import date

import pytest

from duly.law.money import Refused, Row, Yuan, read_schedule


def test_each_line_is_an_instalment() -> None:
    rows = read_schedule("2026-12-10 25000.00\r\n\n  2027-01-10\t5000  \n")

    assert rows == (
        Row(date(2026, 12, 10), Yuan.of("25000")),
        Row(date(2027, 1, 10), Yuan.of("5000")),
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "每行写一期"),
        (" \n ", "每行写一期"),
        ("2026-12-10", "第1行“2026-12-10”应当写成"),
        ("2026-12-10 100 200", "第1行"),
        ("10/12/2026 100", "第1行"),
        ("２０２６-12-10 100", "第1行"),
        ("2026-02-30 100", "第1行：没有2026-02-30这一天"),
        ("2026-12-10 0", "每期金额应当大于零"),
        ("2026-12-10 1e3", "第1行：金额“1e3”"),
        ("2026-12-10 100\n2026-12-20 100美元", "第2行：金额“100美元”是外币（美元）"),
        ("2026-12-10 100\n2026-12-10 100", "第2期的届满日应当在第1期之后"),
        ("2026-12-10 100\n2026-11-10 100", "第2期的届满日应当在第1期之后"),
        ("\n".join(f"{1990 + n:04d}-01-01 1" for n in range(361)), "最多360期"),
    ],
)
def test_a_line_that_is_wrong_is_named(typed: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_schedule(typed, field="instalments")

    assert words in refused.value.message
    assert refused.value.field == "instalments"
