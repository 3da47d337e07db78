"""A paper drawn up: its paragraphs, and for each stretch of text the fact it came from."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from duly.documents.court import CourtFace
from duly.documents.templates import LineKind, Template
from duly.law.sources import Citation


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text. `blank` and `source` are empty for the template's own wording."""

    text: str
    blank: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one cell, or the row of a table with several."""

    kind: LineKind
    cells: tuple[tuple[Span, ...], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell."""
        return tuple("".join(span.text for span in cell) for cell in self.cells)

    @property
    def text(self) -> str:
        """The text, cells parted by tabs."""
        return "\t".join(self.texts)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span, cell after cell."""
        return tuple(span for cell in self.cells for span in cell)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper ready to be shown, approved and printed."""

    template: Template
    court: CourtFace
    on: date
    paragraphs: tuple[Paragraph, ...]
    citations: tuple[Citation, ...]

    @property
    def text(self) -> str:
        """The canonical text: one paragraph a line, cells parted by tabs."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def sha256(self) -> str:
        """The hash that approval binds: template version, court, date and every paragraph."""
        content = {
            "template": self.template.id,
            "version": self.template.version,
            "court": [self.court.name, self.court.code],
            "on": self.on.isoformat(),
            "paragraphs": [[p.kind.value, *p.texts] for p in self.paragraphs],
        }
        canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    @property
    def sources(self) -> dict[str, str]:
        """The fact behind each blank, by the blank's name (first appearance)."""
        found: dict[str, str] = {}
        for paragraph in self.paragraphs:
            for span in paragraph.spans:
                if span.blank:
                    found.setdefault(span.blank, span.source)
        return found
