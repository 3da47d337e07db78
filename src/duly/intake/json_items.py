"""Matters of a JSON file: an object each, with lists of creditors, debtors and duties."""

from collections.abc import Mapping

from duly.intake.cells import BadCell, typed
from duly.intake.columns import COLUMNS, ERRORS, PARTS
from duly.intake.faults import Fault
from duly.intake.items import NUMBER, Item, canonical, filled
from duly.procedure.registration import Form

_COLUMNS = {
    part: {column.key: column for column in COLUMNS if column.part == part} for part in PARTS
}


def item(row: int, element: object, fixed: Mapping[str, str]) -> Item:
    """Return the matter that an element of the list describes, with what is wrong about it."""
    reading = _Reading(row, fixed)
    matter = reading.members(element, "")
    lists = {part: matter.pop(part, []) for part in PARTS[1:]}
    matter.pop(ERRORS, None)
    instrument = reading.part("instrument", matter, "")
    parts = {part: reading.all(part, found) for part, found in lists.items()}
    return Item(
        row=row,
        number=canonical(instrument.get(NUMBER, "")),
        form=Form(instrument, parts["creditors"], parts["debtors"], parts["duties"]),
        rows={},
        faults=reading.faults,
        element=element,
        paths={
            (part, nth): f"{part}[{nth}]."
            for part, found in parts.items()
            for nth in range(len(found))
        },
    )


class _Reading:
    def __init__(self, row: int, fixed: Mapping[str, str]) -> None:
        self.row, self.fixed = row, fixed
        self.faults: list[Fault] = []

    def members(self, value: object, path: str) -> dict[str, object]:
        if isinstance(value, dict):
            return dict(value)
        self._refuse(path or "整件", "应为一个JSON对象")
        return {}

    def all(self, part: str, value: object) -> list[Mapping[str, str]]:
        if not isinstance(value, list):
            self._refuse(part, "应为数组")
            return []
        return [
            self.part(part, self.members(one, f"{part}[{nth}]"), f"{part}[{nth}].")
            for nth, one in enumerate(value)
        ]

    def part(self, part: str, members: Mapping[str, object], path: str) -> Mapping[str, str]:
        columns = _COLUMNS[part]
        answers: dict[str, str] = {}
        for key, value in members.items():
            if key not in columns:
                self._refuse(f"{path}{key}", "不认识的字段")
            elif value is not None and not isinstance(value, str | bool):
                self._refuse(f"{path}{key}", "应为文字")
            else:
                try:
                    answers[columns[key].name] = typed(columns[key], value)
                except BadCell as bad:
                    self._refuse(f"{path}{key}", str(bad))
        return filled(part, answers, self.fixed)

    def _refuse(self, path: str, why: str) -> None:
        self.faults.append(Fault(self.row, path, why))
