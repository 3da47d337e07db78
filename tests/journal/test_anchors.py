"""Anchors lie outside the database, signed by the court's own key."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from duly.journal import actions, anchors, queries

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 10, 8, 1, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, settings: object) -> Path:
    settings.DULY_ANCHORS = tmp_path  # type: ignore[attr-defined]
    actions.record(at=MOMENT, actor_id=None, actor_name="系统", post="", act="begin")
    return tmp_path


def test_an_anchor_is_read_back_from_its_file(folder: Path) -> None:
    assert actions.anchor_daily(on=MOMENT.date(), at=MOMENT) == "留痕已锚定至第1条"
    assert queries.last_anchor() == actions.anchor(at=MOMENT)
    assert len(list(folder.iterdir())) == 1
    assert queries.verify().intact


def test_a_forged_anchor_is_found(folder: Path) -> None:
    mark = actions.anchor(at=MOMENT)
    assert mark is not None
    for forged in (replace(mark, at="2026-01-01T00:00:00+00:00"), replace(mark, signature="x")):
        assert not queries.verify([forged]).intact


def test_a_spoilt_anchor_file_is_found(folder: Path) -> None:
    actions.anchor(at=MOMENT)
    (folder / "anchor-000000000009-x.json").write_text("{", encoding="utf-8")
    assert "锚文件不能读取" in queries.verify().breaks[0].because


def test_an_older_copy_of_the_database_is_found(folder: Path) -> None:
    mark = actions.anchor(at=MOMENT)
    assert mark is not None
    later = anchors.make(seq=5, head_hash=mark.hash, at=MOMENT)
    assert "截去" in queries.verify([later]).breaks[0].because
