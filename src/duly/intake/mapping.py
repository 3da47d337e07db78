"""A court's own headings: which of them is which column, and what is the same in every row."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from duly.intake.cells import BadCell, typed
from duly.intake.columns import BY_HEADING, Column
from duly.intake.faults import Unreadable
from duly.registry.models import Court

NOT_IMPORTED = ""


@dataclass(frozen=True, slots=True)
class CourtMapping:
    """Headings of the court by the column that each is (None: not imported); fixed answers.

    `fixed` has what would be typed, by the name of the field.
    """

    headings: Mapping[str, Column | None] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)


def of_court(court: Court) -> CourtMapping:
    """Return the mapping that a court keeps as intake/<its code>.toml in the folder of the data.

    :raises Unreadable: as `read` does.
    """
    path: Path = settings.DULY_HOME / "intake" / f"{court.code}.toml"
    return read(path) if path.exists() else CourtMapping()


def read(path: Path) -> CourtMapping:
    """Return the mapping in a TOML file with the tables `headings` and `fixed`.

    :raises Unreadable: if it is not of that form, or names a column that there is not.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable(f"列对照表{path.name}不是UTF-8编码的TOML文件：{error}") from error
    unknown = set(told) - {"headings", "fixed"}
    if unknown:
        raise Unreadable(f"列对照表{path.name}只能有headings和fixed两节，不认识{min(unknown)}")
    headings = {
        heading: None if name == NOT_IMPORTED else _column(name, path)
        for heading, name in _texts(told, "headings", path).items()
    }
    fixed = {}
    for name, value in _texts(told, "fixed", path).items():
        column = _column(name, path)
        try:
            fixed[column.name] = typed(column, value)
        except BadCell as bad:
            raise Unreadable(f"列对照表{path.name}中“{name}”的固定值：{bad}") from bad
    return CourtMapping(headings, fixed)


def _texts(told: Mapping[str, object], table: str, path: Path) -> Mapping[str, str]:
    found = told.get(table, {})
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise Unreadable(f'列对照表{path.name}的{table}应当逐行写成“名称 = "文字"”')
    return found


def _column(name: str, path: Path) -> Column:
    if name not in BY_HEADING:
        raise Unreadable(f"列对照表{path.name}：没有“{name}”这一列，列名见模板的表头")
    return BY_HEADING[name]
