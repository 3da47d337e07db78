"""A file of matters, whatever its format, as a source that can be walked more than once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from duly.intake.faults import Unreadable
from duly.intake.items import Item, grouped
from duly.intake.json_items import item
from duly.intake.layout import Layout, Line, layout
from duly.intake.mapping import CourtMapping
from duly.intake.reading.csv_file import CsvFile
from duly.intake.reading.excel import ExcelFile
from duly.intake.reading.json_file import JsonFile


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its heading row; `written` are the headings as they stand."""

    file: ExcelFile | CsvFile
    mapping: CourtMapping
    layout: Layout

    @property
    def written(self) -> Sequence[str]:
        """The headings as they stand in the file."""
        return self.layout.written

    def items(self) -> Iterator[Item]:
        """Return the matters in the order of the file."""
        return grouped(self._lines(), self.mapping.fixed)

    def _lines(self) -> Iterator[Line]:
        rows = self.file.rows()
        next(rows)
        for row, values in rows:
            line = self.layout.line(row, values)
            if line is not None:
                yield line


@dataclass(frozen=True, slots=True)
class Objects:
    """A JSON file; it has no headings."""

    file: JsonFile
    mapping: CourtMapping
    written: Sequence[str] = ()

    def items(self) -> Iterator[Item]:
        """Return the matters in the order of the file."""
        for row, element in self.file.elements():
            yield item(row, element, self.mapping.fixed)


Source = Sheet | Objects


def read(path: Path, mapping: CourtMapping) -> Source:
    """Return the matters of a file, by its suffix: .xlsx, .csv or .json.

    :raises Unreadable: if nothing of it can be imported.
    """
    suffix = path.suffix.lower()
    if suffix == ".json":
        return Objects(JsonFile(path), mapping)
    if suffix not in (".xlsx", ".csv"):
        raise Unreadable("只能导入.xlsx、.csv、.json文件；.xls文件请另存为.xlsx")
    file = ExcelFile(path) if suffix == ".xlsx" else CsvFile(path)
    _, headings = next(iter(file.rows()), (0, ()))
    if not headings:
        raise Unreadable("文件是空的；第一行应当是表头")
    return Sheet(file, mapping, layout(headings, mapping))
