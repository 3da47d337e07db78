"""Which installed font serves which part of a paper: the court's own first, then the free ones."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

from duly.law.terms import Term

_PROJECT = Path(__file__).resolve().parents[4]


class Face(Term):
    """A part of the paper that has its own type (GB/T 9704)."""

    BODY = "body", "仿宋"
    TITLE = "title", "小标宋"
    HEADING = "heading", "黑体"


# The court's licensed fonts by the names that they go by, then Fandol, then Noto for the
# characters that Fandol lacks. Fandol names its FangSong “FandolFang R”.
_WISHES: dict[Face, tuple[str, ...]] = {
    Face.BODY: (
        "FangSong_GB2312",
        "仿宋_GB2312",
        "FZFangSong-Z02",
        "FZFangSong-Z02S",
        "FangSong",
        "FandolFang R",
        "Noto Serif CJK SC",
    ),
    Face.TITLE: (
        "FZXiaoBiaoSong-B05",
        "FZXiaoBiaoSong-B05S",
        "方正小标宋简体",
        "FandolSong",
        "Noto Serif CJK SC",
    ),
    Face.HEADING: ("SimHei", "FZHei-B01", "FandolHei", "Noto Serif CJK SC"),
}


class FontsNotInstalled(RuntimeError):
    """The fonts are not where they should be."""


@dataclass(frozen=True, slots=True)
class Font:
    """One font of a file: its family, and its index in a collection."""

    family: str
    path: Path
    index: int


def font_folders() -> tuple[Path, ...]:
    """Return the folders searched for fonts: the court's own, then the free ones.

    DULY_FONTS names the folder of the free fonts (default: var/fonts in the project),
    DULY_COURT_FONTS that of the court's licensed fonts (default: its subfolder court/).
    """
    return _resolved(os.environ.get("DULY_FONTS", ""), os.environ.get("DULY_COURT_FONTS", ""))


@cache
def _resolved(free: str, court: str) -> tuple[Path, ...]:
    """Kept, for it is asked once for every character of every paper."""
    folder = Path(free or _PROJECT / "var" / "fonts").resolve()
    return (Path(court or folder / "court").resolve(), folder)


def families(face: Face) -> tuple[str, ...]:
    """Return the installed families for a part of the paper, in order of preference.

    Raises FontsNotInstalled where even the free ones are missing.
    """
    return tuple(font.family for font in chosen(face, font_folders()))


def kept_at(face: Face) -> tuple[str, bool]:
    """Return the file of the family that is printed with, and whether it is the court's own.

    Raises FontsNotInstalled, as `families` does.
    """
    folders = font_folders()
    first = chosen(face, folders)[0].path
    return first.name, first.is_relative_to(folders[0])


@cache
def chosen(face: Face, folders: tuple[Path, ...]) -> tuple[Font, ...]:
    """Return the fonts for a part of the paper, in order of preference."""
    held = {font.family: font for folder in reversed(folders) for font in _fonts(folder)}
    found = tuple(held[name] for name in _WISHES[face] if name in held)
    if len(found) < 2 or found[-1].family != "Noto Serif CJK SC":
        raise FontsNotInstalled(
            f"缺少{face.chinese}字体：请先运行 deploy/fonts.sh（字体文件夹 {folders[-1]}）"
        )
    return found


def _fonts(folder: Path) -> Iterator[Font]:
    for path in sorted(folder.glob("*.[ot]t[fc]")):
        for index in range(_count(path)):
            with opened(path, index) as font:
                names = {font["name"].getDebugName(1), font["name"].getBestFamilyName()}
            yield from (Font(family, path, index) for family in names if family)


def _count(path: Path) -> int:
    if path.suffix != ".ttc":
        return 1
    with TTCollection(path, lazy=True) as collection:
        return len(collection.fonts)


def opened(path: Path, index: int) -> TTFont:
    """Return one font of a file, to be used in a with statement."""
    return TTFont(path, fontNumber=index if path.suffix == ".ttc" else -1, lazy=True)
