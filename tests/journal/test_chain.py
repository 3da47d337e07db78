"""The journal finds every change up to its last anchor, and the database refuses change anyway."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from duly.journal import actions, anchors, queries, triggers
from duly.journal.canonical import NotRecordable
from duly.journal.models import Entry, Head

pytestmark = pytest.mark.django_db

COURT_TIME = timezone(timedelta(hours=8))
MOMENT = datetime(2026, 10, 8, 9, 30, 0, 123456, tzinfo=COURT_TIME)


def _write(count: int, start: int = 1) -> None:
    for number in range(start, start + count):
        actions.record(
            at=MOMENT + timedelta(minutes=number),
            actor_id=number,
            actor_name="执行法官甲",
            post="执行局执行法官",
            act="record_contact",
            matter_id=7,
            subject={"party": number},
            detail={"result": "无人应答", "fen": 12345, "on": MOMENT.date()},
        )


def _sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def unsealed() -> None:
    triggers.unseal(connection, "journal_entry")


@pytest.fixture
def mark(tmp_path: Path) -> anchors.Anchor:
    _write(6)
    made = actions.anchor(at=MOMENT, folder=tmp_path)
    assert made is not None
    return made


def test_what_was_recorded_verifies(mark: anchors.Anchor) -> None:
    answer = queries.verify([mark])
    assert answer.intact
    assert (answer.entries, answer.anchored) == (6, 6)


def test_an_empty_journal_is_intact_and_has_no_anchor() -> None:
    assert queries.verify([]).intact
    assert actions.anchor(at=MOMENT) is None


def test_the_moment_keeps_its_offset() -> None:
    _write(1)
    entry = Entry.objects.get()
    assert entry.at_with_offset == "2026-10-08T09:31:00.123456+08:00"
    assert entry.at == datetime(2026, 10, 8, 1, 31, 0, 123456, tzinfo=UTC)


def _recompute_from(seq: int) -> None:
    """Do what a forger with the database's rights would: make the chain fit again."""
    end = Entry.objects.get(seq=seq - 1).hash
    for link, _, _ in list(queries._links()):
        if link.seq >= seq:
            entry = Entry.objects.get(seq=link.seq)
            forged = type(link)(
                **{
                    **{name: getattr(link, name) for name in link.__slots__},
                    "previous_hash": end,
                    "payload_hash": queries.chain.payload_hash(entry.subject, entry.detail),
                }
            )
            end = forged.hash
            Entry.objects.filter(seq=link.seq).update(
                previous_hash=forged.previous_hash, payload_hash=forged.payload_hash, hash=end
            )
    Head.objects.update(hash=end)


def _edit_and_recompute() -> None:
    Entry.objects.filter(seq=3).update(detail={"result": "已取得联系"})
    _recompute_from(3)


def _cut_the_tail() -> None:
    Entry.objects.filter(seq__gt=4).delete()
    Head.objects.update(seq=4, hash=Entry.objects.get(seq=4).hash)


def _rewrite_all() -> None:
    Entry.objects.all().delete()
    Head.objects.all().delete()
    _write(6, start=100)


def _swap() -> None:
    _sql("UPDATE journal_entry SET seq = 99 WHERE seq = 3")
    _sql("UPDATE journal_entry SET seq = 3 WHERE seq = 4")
    _sql("UPDATE journal_entry SET seq = 4 WHERE seq = 99")


def _insert() -> None:
    copy = Entry.objects.get(seq=6)
    copy.seq, copy.hash = 7, "f" * 64
    copy.save(force_insert=True)


MUTATIONS: dict[str, Callable[[], None]] = {
    "edit the content": lambda: _sql("UPDATE journal_entry SET detail = '{}' WHERE seq = 3"),
    "edit the subject": lambda: _sql("UPDATE journal_entry SET subject = '{}' WHERE seq = 3"),
    "edit the actor": lambda: _sql("UPDATE journal_entry SET actor_name = '乙' WHERE seq = 3"),
    "edit the actor's id": lambda: _sql("UPDATE journal_entry SET actor_id = 1 WHERE seq = 3"),
    "edit the post": lambda: _sql("UPDATE journal_entry SET post = '院长' WHERE seq = 3"),
    "edit the act": lambda: _sql("UPDATE journal_entry SET act = 'approve' WHERE seq = 3"),
    "edit the matter": lambda: _sql("UPDATE journal_entry SET matter_id = 8 WHERE seq = 3"),
    "edit the moment": lambda: Entry.objects.filter(seq=3).update(at=MOMENT) and None,
    "edit the written moment": lambda: _sql(
        "UPDATE journal_entry SET at_with_offset = '2026-10-08T09:00:00+08:00' WHERE seq = 3"
    ),
    "delete the first": lambda: _sql("DELETE FROM journal_entry WHERE seq = 1"),
    "delete one between": lambda: _sql("DELETE FROM journal_entry WHERE seq = 3"),
    "delete the last": lambda: _sql("DELETE FROM journal_entry WHERE seq = 6"),
    "insert": _insert,
    "swap": _swap,
    "cut the tail and mend the head": _cut_the_tail,
    "edit and recompute": _edit_and_recompute,
    "rewrite all": _rewrite_all,
    "empty it": lambda: _sql("DELETE FROM journal_entry"),
    "lose the head": lambda: _sql("DELETE FROM journal_head"),
}


@pytest.mark.usefixtures("unsealed")
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_change_before_the_anchor_is_found(mark: anchors.Anchor, mutation: str) -> None:
    MUTATIONS[mutation]()
    assert not queries.verify([mark]).intact


@pytest.mark.usefixtures("unsealed", "mark")
def test_a_tail_cut_after_the_last_anchor_goes_unseen_and_the_window_is_told() -> None:
    answer = queries.verify([])
    assert answer.anchored == 0
    _cut_the_tail()
    assert queries.verify([]).intact


@pytest.mark.usefixtures("unsealed")
@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite stores a broken moment")
def test_a_row_that_cannot_even_be_read_is_a_break(mark: anchors.Anchor) -> None:
    _sql("UPDATE journal_entry SET at = '2026-99-99 00:00:00' WHERE seq = 3")
    assert "不能读取" in queries.verify([mark]).breaks[0].because


@pytest.mark.parametrize(
    "statement",
    ["UPDATE journal_entry SET post = '院长'", "DELETE FROM journal_entry WHERE seq = 1"],
)
def test_the_database_refuses_to_change_an_entry(statement: str) -> None:
    _write(2)
    with pytest.raises(IntegrityError, match="只增不改"), transaction.atomic():
        _sql(statement)
    assert queries.verify([]).intact


def test_an_act_that_fails_leaves_no_entry() -> None:
    with transaction.atomic():
        _write(1)
        transaction.set_rollback(True)
    assert not Entry.objects.exists()
    _write(1)
    assert queries.verify([]).entries == 1


@pytest.mark.parametrize("value", [0.1, b"x", object(), "\x00", "\ud800"])
def test_a_value_without_one_spelling_is_refused(value: object) -> None:
    with pytest.raises(NotRecordable):
        actions.record(
            at=MOMENT, actor_id=None, actor_name="系统", post="", act="x", detail={"v": value}
        )


def test_values_with_one_spelling_are_kept_as_text_and_whole_numbers() -> None:
    detail = {"amount": Decimal("1.20"), "days": (3, 1), "set": {"b", "a"}, "none": None}
    actions.record(at=MOMENT, actor_id=None, actor_name="系统", post="", act="x", detail=detail)
    assert Entry.objects.get().detail == {
        "amount": "1.20",
        "days": [3, 1],
        "set": ["a", "b"],
        "none": None,
    }
    assert queries.verify([]).intact


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(actions.NoOffset):
        actions.record(
            at=MOMENT.replace(tzinfo=None), actor_id=None, actor_name="系统", post="", act="x"
        )
