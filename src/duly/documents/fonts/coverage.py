"""Tells a character that no font can show, before it is printed as an empty box."""

from functools import cache
from pathlib import Path

from duly.documents.fonts.faces import Face, chosen, font_folders, opened


def missing_glyphs(text: str, face: Face = Face.BODY) -> tuple[str, ...]:
    """Return the characters of a text that none of the fonts of a face can show.

    Raises FontsNotInstalled.
    """
    fonts = chosen(face, font_folders())
    left = dict.fromkeys(character for character in text if character not in "\n\t")
    for font in fonts:
        shown = _shown(font.path, font.index)
        left = {character: None for character in left if ord(character) not in shown}
        if not left:
            break
    return tuple(left)


@cache
def _shown(path: Path, index: int) -> frozenset[int]:
    with opened(path, index) as font:
        return frozenset(font.getBestCmap())
