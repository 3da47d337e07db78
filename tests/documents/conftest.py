"""Papers from synthetic values, and the text that other programs read out of them."""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from duly.documents.blank import Blank, Blanks, Rows
from duly.documents.drawing import Drawn, draw_up
from duly.documents.sample import SAMPLE_COURT, sample_blanks
from duly.documents.templates import load

DAY = date(2026, 11, 24)
DrawSample = Callable[..., Drawn]


@pytest.fixture
def draw() -> DrawSample:
    """Return a function that draws a sample paper, some of its blanks changed.

    A string replaces the value of a blank, None takes the blank away, Rows replace a group.
    """

    def drawn(template_id: str, *, on: date = DAY, **changed: str | Rows | None) -> Drawn:
        blanks: dict[str, Blank | Rows] = dict(sample_blanks(load(template_id)))
        for name, value in changed.items():
            if value is None:
                del blanks[name]
            else:
                blanks[name] = Blank(value, "测试") if isinstance(value, str) else value
        return draw_up(load(template_id), blanks, on=on, court=SAMPLE_COURT)

    return drawn


def rows(*entries: dict[str, str]) -> Rows:
    """Return rows of plain values."""
    return Rows(tuple({name: Blank(v, "测试") for name, v in entry.items()} for entry in entries))


@pytest.fixture
def extracted(tmp_path: Path) -> Callable[[bytes], str]:
    """Return a function that reads the text of a PDF as another program would."""

    def text(pdf: bytes) -> str:
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
        return done.stdout.decode()

    return text


def without_spaces(text: str) -> str:
    """Return a text with every kind of space left out."""
    return "".join(text.split())


__all__ = ["DAY", "Blanks", "DrawSample", "draw", "extracted", "rows", "without_spaces"]
