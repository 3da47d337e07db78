"""分期与加速到期：各期各日，文书写明的才全部到期。"""

from datetime import date, timedelta
from typing import Any

import pytest

from duly.law.calendar import Calendar
from duly.law.money import LprTable, Refused, Yuan
from duly.ledger import actions, queries
from duly.ledger.instalments import instalments_on
from duly.ledger.models import Obligation
from duly.ledger.statement import Statement
from tests.ledger.casebook import AT, DUE, Book

pytestmark = pytest.mark.django_db
WORDS = "任何一期未履行，剩余款项全部到期"
SECOND, LAST = DUE + timedelta(days=100), DUE + timedelta(days=200)


def stated(book: Book, on: date) -> Statement:
    return queries.statement(book.matter.pk, on, Calendar.published(), LprTable.on_file())


def owe(book: Book, **others: Any) -> Obligation:
    rows = [(DUE, "10000"), (SECOND, "10000"), (LAST, "10000")]
    return book.owe(
        "30000",
        instalments=[(day, Yuan.of(amount)) for day, amount in rows],
        acceleration=WORDS,
        **others,
    )


def test_article_2_each_instalment_has_its_own_day_and_its_own_doubled_part(book: Book) -> None:
    owe(book)

    (line,) = stated(book, SECOND + timedelta(days=10)).lines
    assert [sheet.slices[0].start for sheet in line.doubled_worksheets] == [DUE, SECOND]
    # 110 days on the first instalment, 10 on the second, nothing yet on the third.
    assert line.doubled_left == Yuan.of("210.00")
    assert line.due_date == LAST


def test_acceleration_lets_the_rest_double_from_the_day_found(book: Book) -> None:
    obligation = owe(book)
    actions.accelerate(obligation=obligation, fell_due=DUE, reason="第1期未付", at=AT)

    (line,) = stated(book, DUE + timedelta(days=10)).lines
    assert line.doubled_left == Yuan.of("52.50")
    assert (line.acceleration, line.accelerated_date) == (WORDS, DUE)
    assert line.due_date == DUE
    assert "原最后一期2022年9月17日届满" in line.due_reason


def test_acceleration_leaves_what_was_due_before_as_it_was(book: Book) -> None:
    obligation = owe(book)
    actions.accelerate(obligation=obligation, fell_due=SECOND, reason="第2期未付", at=AT)

    (line,) = stated(book, SECOND + timedelta(days=1)).lines
    assert [sheet.slices[0].start for sheet in line.doubled_worksheets] == [DUE, SECOND, SECOND]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"fell_due": date(2022, 12, 2)}, "还没有到"),
        ({"reason": " "}, "应当写明全部到期的理由"),
    ],
)
def test_acceleration_is_refused_without_its_day_or_reason(
    book: Book, changes: dict[str, Any], words: str
) -> None:
    obligation = owe(book)
    given = {"fell_due": DUE, "reason": "第1期未付", **changes}

    with pytest.raises(Refused, match=words):
        actions.accelerate(obligation=obligation, at=AT, **given)


def test_acceleration_happens_once_and_only_by_the_words_of_the_instrument(book: Book) -> None:
    plain = book.owe("300", instalments=[(DUE, Yuan.of("100")), (LAST, Yuan.of("200"))])
    with pytest.raises(Refused, match="文书没有写明"):
        actions.accelerate(obligation=plain, fell_due=DUE, reason="未付", at=AT)

    obligation = owe(book)
    actions.accelerate(obligation=obligation, fell_due=DUE, reason="第1期未付", at=AT)
    with pytest.raises(Refused, match="已于2022年3月1日全部到期"):
        actions.accelerate(obligation=obligation, fell_due=SECOND, reason="又未付", at=AT)
    with pytest.raises(Refused, match="没有分期的义务"):
        book.owe("100", acceleration=WORDS)


def test_what_was_missed_is_told_by_the_days_of_the_instrument(book: Book) -> None:
    obligation = owe(book)
    book.pay("10000", DUE)
    book.pay("4000", SECOND + timedelta(days=3))

    standing = instalments_on(obligation, SECOND + timedelta(days=3))
    assert [one.state.value for one in standing.instalments] == ["kept", "missed", "ahead"]
    assert standing.missed[0].short == Yuan.of("6000")
