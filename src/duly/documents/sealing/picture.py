"""What a court's seal looks like on the paper: a red ring, a star, the court's name around it.

It is drawn from outlines of the papers' own type, so that the file needs no further font. The seal
of a demonstration says so under its star.
"""

import math
import zlib
from collections.abc import Iterator
from functools import cache

from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from duly.documents.fonts import Face, font_folders
from duly.documents.fonts.faces import chosen, opened

# A seal of 42 mm with a star of 14 mm, in points.
ACROSS = 119.0
_MIDDLE, _EDGE, _STAR = ACROSS / 2, 3.4, 20.0
_NAME_SIZE, _NAME_RADIUS, _NAME_SPREAD, _NAME_STEP = 17.0, 38.5, 250.0, 27.0
_DEMO, _DEMO_SIZE, _DEMO_DOWN = "演示", 17.0, 44.0
_RED = "0.80 0.09 0.09"
_QUARTER = 0.5523


class _Outline(BasePen):  # type: ignore[misc]
    """Writes an outline as operators of a PDF."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.drawn: list[str] = []

    def _moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 the library's name
        self._add("m", to)

    def _lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802 the library's name
        self._add("l", to)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802 the library's name
        self._add("c", *points)

    def _closePath(self) -> None:  # noqa: N802 the library's name
        self.drawn.append("h")

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        self.drawn.append(" ".join(f"{x:.2f} {y:.2f}" for x, y in points) + f" {operator}")


@cache
def content(court: str, *, demo: bool) -> bytes:
    """Return the drawing, compressed: operators of a PDF on a square of `ACROSS` points.

    Raises FontsNotInstalled.
    """
    parts = [
        f"/Over gs {_RED} RG {_RED} rg {_EDGE} w",
        f"{_circle(_MIDDLE - _EDGE)} S",
        f"{_star()} f",
        f"{' '.join(_name(court))} f",
    ]
    if demo:
        parts.append(f"{' '.join(_line(_DEMO))} f")
    return zlib.compress("\n".join(parts).encode("ascii"), 9)


def _circle(radius: float) -> str:
    bent = radius * _QUARTER
    corners = ((0, 1), (-1, 0), (0, -1), (1, 0))
    drawn = [f"{_MIDDLE + radius:.2f} {_MIDDLE:.2f} m"]
    here = (1, 0)
    for there in corners:
        turns = (
            (here[0] * radius + there[0] * bent, here[1] * radius + there[1] * bent),
            (there[0] * radius + here[0] * bent, there[1] * radius + here[1] * bent),
            (there[0] * radius, there[1] * radius),
        )
        drawn.append(" ".join(f"{_MIDDLE + x:.2f} {_MIDDLE + y:.2f}" for x, y in turns) + " c")
        here = there
    return " ".join([*drawn, "h"])


def _star() -> str:
    points = []
    for corner in range(10):
        away = _STAR if corner % 2 == 0 else _STAR * 0.382
        angle = math.radians(90 + 36 * corner)
        points.append((_MIDDLE + away * math.cos(angle), _MIDDLE + away * math.sin(angle)))
    first, *others = (f"{x:.2f} {y:.2f}" for x, y in points)
    return " ".join([f"{first} m", *(f"{one} l" for one in others), "h"])


def _name(court: str) -> Iterator[str]:
    """The name from left to right over the star, each character standing on the ring's inside."""
    step = min(_NAME_STEP, _NAME_SPREAD / max(1, len(court) - 1))
    for place, character in enumerate(court):
        turned = math.radians(step * ((len(court) - 1) / 2 - place))
        yield from _glyph(character, _NAME_SIZE, turned, (-_NAME_SIZE / 2, _NAME_RADIUS))


def _line(words: str) -> Iterator[str]:
    for place, character in enumerate(words):
        left = (place - len(words) / 2) * _DEMO_SIZE
        yield from _glyph(character, _DEMO_SIZE, 0.0, (left, -_DEMO_DOWN))


def _glyph(character: str, size: float, turned: float, at: tuple[float, float]) -> Iterator[str]:
    """Draw a character turned around the middle; `at` is its lower left corner before the turn."""
    for font in chosen(Face.TITLE, font_folders()):
        with opened(font.path, font.index) as face:
            name = face.getBestCmap().get(ord(character))
            if name is not None:
                yield from _outline(face, name, size, turned, at)
                return


def _outline(
    face: TTFont, name: str, size: float, turned: float, at: tuple[float, float]
) -> Iterator[str]:
    glyphs = face.getGlyphSet()
    scale = size / face["head"].unitsPerEm
    cos, sin = math.cos(turned), math.sin(turned)
    x, y = at[0], at[1] + size * 0.12
    pen = _Outline(glyphs)
    moved = (
        *(scale * cos, scale * sin, -scale * sin, scale * cos),
        *(_MIDDLE + x * cos - y * sin, _MIDDLE + x * sin + y * cos),
    )
    glyphs[name].draw(TransformPen(pen, moved))
    yield from pen.drawn
