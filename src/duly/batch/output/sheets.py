"""The cover of a batch and the labels for its envelopes, typeset."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

import typst

from duly.batch.output.letters import Letter
from duly.documents.fonts import Face, families, font_folders

LABELS_A_SHEET = 24


def cover(
    *, court: str, title: str, lines: Sequence[tuple[str, str]], notes: Sequence[str]
) -> bytes:
    """Return the cover: particulars of the batch in a table, and how to print it."""
    told = {"court": court, "title": title, "lines": lines, "notes": notes}
    return _typeset({"kind": "cover", **told})


def labels(letters: Sequence[tuple[int, Letter]]) -> bytes:
    """Return a sheet of labels, each with the number that its letter has in mailing order."""
    told = [
        {"address": letter.address, "to": letter.to, "place": f"{place:05}"}
        for place, letter in letters
    ]
    return _typeset({"kind": "labels", "title": "地址标签", "labels": told})


def _typeset(sheet: Mapping[str, object]) -> bytes:
    content = {**sheet, "fonts": {face.value: families(face) for face in Face}}
    made = typst.compile(
        _layout(),
        font_paths=_fonts(font_folders()),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"sheet": json.dumps(content, ensure_ascii=False)},
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts(folders: tuple[Path, ...]) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders if folder.is_dir()],
    )


@cache
def _layout() -> bytes:
    return (resources.files(__package__) / "sheets.typ").read_bytes()
