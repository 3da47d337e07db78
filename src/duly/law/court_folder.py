"""A court's own folder (`duly law load`): its files, laid over what is packaged.

Each file stays unchanged; from where it came, and when and by whom it was loaded, stands in
`loaded.jsonl` beside them, a line each time.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from duly.law.calendar import Calendar, read_notice
from duly.law.money import LprTable, read_lpr

REGISTER = "loaded.jsonl"
# What is loaded, with the folder and the form of its files.
KINDS = {
    "calendar": ("calendar", "*.csv"),
    "rates": ("rates", "*.csv"),
    "article": ("articles", "*.toml"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A line of the register. `loaded_on` is an ISO date; `by` is empty for the command line."""

    kind: str
    file: str
    sha256: str
    source: str
    loaded_on: str
    by: str = ""


def files(folder: Path | None, kind: str) -> list[Path]:
    """Return the loaded files of a kind in the order in which they were loaded, last ones last.

    Those that nobody loaded by the register come first, by their names; none without a folder.
    """
    if folder is None:
        return []
    name, pattern = KINDS[kind]
    found = sorted((folder / name).glob(pattern))
    if len(found) < 2:
        return found
    place = {row.file: number for number, row in enumerate(register(folder))}
    return sorted(found, key=lambda path: place.get(path.relative_to(folder).as_posix(), -1))


def register(folder: Path) -> list[Loaded]:
    """Return what was loaded into a folder, oldest first."""
    kept = folder / REGISTER
    if not kept.exists():
        return []
    lines = kept.read_text(encoding="utf-8").splitlines()
    return [Loaded(**json.loads(line)) for line in lines if line]


def keep(
    folder: Path, kind: str, name: str, content: bytes, *, source: str, on: str, by: str = ""
) -> Path:
    """Write a file that was checked into a court's folder and its register; return its path."""
    target = folder / KINDS[kind][0] / name
    _write(target, content)
    row = Loaded(
        kind=kind,
        file=target.relative_to(folder).as_posix(),
        sha256=hashlib.sha256(content).hexdigest(),
        source=source,
        loaded_on=on,
        by=by,
    )
    with (folder / REGISTER).open("a", encoding="utf-8") as register_file:
        register_file.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")
    return target


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.part")
    unfinished.write_bytes(content)
    os.replace(unfinished, target)


def calendar(notices: Iterable[Path]) -> Calendar:
    """Return the published rest days, with each notice laid over them. Raises NoticeRefused."""
    known = Calendar.published()
    for path in notices:
        known = known.with_notice(read_notice(path))
    return known


def rates(tables: Sequence[Path]) -> LprTable:
    """Return the newest LPR table of some, or the packaged one where there is none."""
    return read_lpr(tables[-1]) if tables else LprTable.on_file()
