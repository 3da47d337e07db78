"""The wording of a template as a person edits it: lines, each of a kind, and back to the file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from duly.documents.templates.template import LineKind

MARKS = {
    "## ": LineKind.TITLE,
    "# ": LineKind.COURT,
    "> ": LineKind.NUMBER,
    "~ ": LineKind.LEFT,
    "= ": LineKind.SIGNATURE,
    "@ ": LineKind.SEAL,
    "+ ": LineKind.ANNEX_HEADING,
    "^ ": LineKind.HEADING,
    "* ": LineKind.NOTE,
    "| ": LineKind.ROW,
}
_WRITTEN = {kind: mark for mark, kind in MARKS.items()}
_AROUND = re.compile(r"\{\{[#/][^{}]+\}\}")
_FENCE = "+++\n"
_EDGES = " \t\r\n"


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One line of a wording. `kind` is None for the marks around lines that repeat."""

    kind: LineKind | None
    text: str

    @property
    def as_filed(self) -> str:
        """The line as the template file has it."""
        if self.kind is LineKind.ROW:
            return f"| {self.text} |"
        return _WRITTEN.get(self.kind, "") + self.text if self.kind else self.text


def line(text: str, kind: LineKind | None = LineKind.BODY) -> WrittenLine:
    """Return a line that was typed; the marks around repeated lines are told by their form."""
    clean = text.strip(_EDGES)
    return WrittenLine(None if _AROUND.fullmatch(clean) else kind, clean)


def read_back(filed: str) -> WrittenLine:
    """Return a line of the template file."""
    mark = next((mark for mark in MARKS if filed.startswith(mark)), "")
    kind = MARKS.get(mark, LineKind.BODY)
    text = filed.removeprefix(mark)
    return line(text.removesuffix("|") if kind is LineKind.ROW else text, kind)


def lines_of(file: str) -> tuple[WrittenLine, ...]:
    """Return the lines of the wording that a template file holds."""
    return tuple(read_back(one) for one in file.split(_FENCE)[2].split("\n") if one.strip())


def with_lines(file: str, lines: Iterable[WrittenLine]) -> str:
    """Return a template file with another wording; with its own lines it stays as it is."""
    given = tuple(lines)
    if given == lines_of(file):
        return file
    before, particulars, _ = file.split(_FENCE)
    wording = "".join(f"{one.as_filed}\n" for one in given)
    return _FENCE.join((before, particulars, wording))
