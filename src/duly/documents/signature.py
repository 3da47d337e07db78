"""A party's electronic signature, as it is put on a paper: drawn or typed, with its evidence."""

import re
from dataclasses import dataclass

LONGEST = 20_000
WIDTH, HEIGHT = 600, 200
_STROKES = re.compile(r"(M\d{1,3} \d{1,3}( L\d{1,3} \d{1,3})* ?)+")


class MalformedStrokes(ValueError):
    """What was drawn is not lines on the field that was shown."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, the strokes that he drew (empty where he typed his name), and the evidence.

    `evidence` is one sentence: when, how he showed that it is he, and the digest of what he saw.
    """

    name: str
    strokes: str
    evidence: str

    @property
    def svg(self) -> str:
        """The strokes as a drawing; empty where the name was typed."""
        return drawing(self.strokes) if self.strokes else ""


def check(strokes: str) -> str:
    """Return strokes that are lines in whole numbers, and nothing else. Raises MalformedStrokes."""
    if len(strokes) > LONGEST or not _STROKES.fullmatch(strokes):
        raise MalformedStrokes
    return strokes


def drawing(strokes: str) -> str:
    """Return strokes as SVG. Raises MalformedStrokes."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<path d="{check(strokes)}" fill="none" stroke="#1a1a1a" stroke-width="5"'
        ' stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
