"""Fonts: the court's own first, a missing glyph named, missing fonts one plain sentence."""

import shutil
from pathlib import Path

import pytest

from duly.documents.checks import fonts_are_installed
from duly.documents.fonts import Face, FontsNotInstalled, families, font_folders, missing_glyphs
from duly.documents.fonts.faces import chosen

RARE = "喆堃淼赟㛃龘䶮𠅤𬭛㎡〇"


@pytest.mark.parametrize("face", list(Face))
def test_every_character_of_the_list_has_a_glyph_in_every_face(face: Face) -> None:
    assert missing_glyphs(RARE, face) == ()


def test_fang_song_is_named_as_its_file_names_it() -> None:
    assert families(Face.BODY)[0] == "FandolFang R"


def test_a_character_without_a_glyph_is_returned_once() -> None:
    assert missing_glyphs("甲\U00012000乙\U00012000") == ("\U00012000",)


def test_missing_fonts_are_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DULY_FONTS", str(tmp_path))
    with pytest.raises(FontsNotInstalled, match=r"请先运行 deploy/fonts\.sh"):
        families(Face.BODY)


def test_missing_fonts_are_told_at_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert fonts_are_installed() == []
    monkeypatch.setenv("DULY_FONTS", str(tmp_path))
    assert [warning.id for warning in fonts_are_installed()] == ["documents.W001"]


def test_the_courts_own_fonts_come_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    free = font_folders()[1]
    court = tmp_path / "court"
    court.mkdir()
    shutil.copy(free / "FandolFang-Regular.otf", court / "FandolFang-Regular.otf")
    monkeypatch.setenv("DULY_COURT_FONTS", str(court))
    assert chosen(Face.BODY, font_folders())[0].path.parent == court
