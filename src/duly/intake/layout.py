"""The heading row of a sheet: which column stands where."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from duly.intake.cells import BadCell, Value, shown, typed
from duly.intake.columns import BY_HEADING, COLUMNS, ERRORS, Column
from duly.intake.faults import Fault, Unreadable
from duly.intake.mapping import CourtMapping

MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A row as read: what would be typed, by field; what is wrong; the cells as they were."""

    row: int
    typed: Mapping[str, str]
    faults: Sequence[Fault]
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings as written, and the column that each is; None is not imported."""

    written: Sequence[str]
    columns: Sequence[Column | None]

    def line(self, row: int, values: Sequence[Value]) -> Line | None:
        """Return a row of the sheet; None where it is blank."""
        cells = [shown(value) for value in values]
        if not any(cell.strip() for cell in cells):
            return None
        answers: dict[str, str] = {}
        faults: list[Fault] = []
        for column, value in zip(self.columns, values, strict=False):
            if column is not None:
                try:
                    answers[column.name] = typed(column, value)
                except BadCell as bad:
                    faults.append(Fault(row, column.chinese, str(bad)))
        if any(cell.strip() for cell in cells[len(self.columns) :]):
            faults.append(Fault(row, f"第{len(self.columns) + 1}列", "没有表头，不知道是什么内容"))
        return Line(row, answers, faults, cells)


def layout(headings: Sequence[Value], mapping: CourtMapping) -> Layout:
    """Return the layout of a sheet by its heading row.

    :raises Unreadable: for a heading that is not known, stands twice, or is missing.
    """
    written = [shown(heading).strip() for heading in headings]
    while written and not written[-1]:
        written.pop()
    columns = [_column(heading, mapping) for heading in written]
    problems = [
        *_unknown(written, columns, mapping),
        *_doubled(columns),
        *_missing(columns, mapping),
    ]
    if problems:
        raise Unreadable("；".join(problems))
    return Layout(written, columns)


def _column(heading: str, mapping: CourtMapping) -> Column | None:
    if heading in mapping.headings:
        return mapping.headings[heading]
    return BY_HEADING.get(heading)


def _unknown(
    written: Sequence[str], columns: Sequence[Column | None], mapping: CourtMapping
) -> Iterator[str]:
    ignored = {"", ERRORS, *mapping.headings}
    unknown = [
        heading
        for heading, column in zip(written, columns, strict=True)
        if column is None and heading not in ignored
    ]
    if unknown:
        named = "、".join(unknown[:MOST_NAMED]) + ("等" if len(unknown) > MOST_NAMED else "")
        yield (
            f"不认识的表头{len(unknown)}个：{named}；"
            "请改为模板的表头，或者在列对照表中写明是哪一列（不导入的写空）"
        )


def _doubled(columns: Sequence[Column | None]) -> Iterator[str]:
    counted = Counter(column.chinese for column in columns if column is not None)
    for chinese, count in counted.items():
        if count > 1:
            yield f"“{chinese}”有{count}列，只能有一列"


def _missing(columns: Sequence[Column | None], mapping: CourtMapping) -> Iterator[str]:
    there = {column.name for column in columns if column is not None} | set(mapping.fixed)
    missing = [
        column.chinese
        for column in COLUMNS
        if column.ask.required and not column.name.startswith("account_")
        if column.words != ("是", "否") and column.name not in there
    ]
    if missing:
        yield f"缺少必填的列：{'、'.join(missing)}"
