"""A court's own folder (`duly law load`): its files, laid over what is packaged."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from duly.law.calendar import Calendar, read_notice
from duly.law.money import LprTable, read_lpr

# What is loaded, with the folder and the form of its files.
KINDS = {
    "calendar": ("calendar", "*.csv"),
    "rates": ("rates", "*.csv"),
    "article": ("articles", "*.toml"),
}


def files(folder: Path | None, kind: str) -> list[Path]:
    """Return the loaded files of a kind, in order of their names; none without a folder."""
    if folder is None:
        return []
    name, pattern = KINDS[kind]
    return sorted((folder / name).glob(pattern))


def calendar(notices: Iterable[Path]) -> Calendar:
    """Return the published rest days, with each notice laid over them. Raises NoticeRefused."""
    known = Calendar.published()
    for path in notices:
        known = known.with_notice(read_notice(path))
    return known


def rates(tables: Sequence[Path]) -> LprTable:
    """Return the newest LPR table of some, or the packaged one where there is none."""
    return read_lpr(tables[-1]) if tables else LprTable.on_file()
