"""One version of an instrument: its articles, and how their wording came here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from duly.law.sources.citation import Citation


@dataclass(frozen=True, slots=True)
class Correction:
    """Residue of the source put right: what it reads, what is printed, and why."""

    copied: str
    printed: str
    why: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of one version, with where its wording comes from."""

    citation: Citation
    sha256: str
    corrections: tuple[Correction, ...]
    note: str

    @property
    def copied(self) -> str:
        """The wording as it stands in the source: the quotation, corrections undone."""
        wording = self.citation.quotation
        for correction in reversed(self.corrections):
            wording = wording.replace(correction.printed, correction.copied, 1)
        return wording


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an instrument: from when (to when, if known) its numbers hold."""

    instrument: str
    names: tuple[str, ...]
    version: str
    in_force_from: date
    in_force_to: date | None
    source: str
    entries: Mapping[str, Entry]
