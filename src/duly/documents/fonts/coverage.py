"""Tells a character that no font can show, before it is printed as an empty box."""

from functools import cache
from pathlib import Path

from duly.documents.fonts.faces import Face, chosen, font_folders, opened


def missing_glyphs(text: str, face: Face = Face.BODY) -> tuple[str, ...]:
    """Return the characters of a text that none of the fonts of a face can show.

    Raises FontsNotInstalled.
    """
    left = set(text) - {"\n", "\t"}
    for font in chosen(face, font_folders()):
        if not left:
            break
        left -= _shown(font.path, font.index)
    return tuple(dict.fromkeys(character for character in text if character in left))


@cache
def _shown(path: Path, index: int) -> frozenset[str]:
    with opened(path, index) as font:
        return frozenset(map(chr, font.getBestCmap()))
