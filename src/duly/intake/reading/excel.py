"""Rows of the first sheet of an Excel file."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from duly.intake.cells import Value
from duly.intake.faults import Unreadable
from duly.intake.reading.screening import screen

Rows = Iterator[tuple[int, Sequence[Value]]]


class ExcelFile:
    """The first sheet of an .xlsx file; `rows` can be walked more than once."""

    def __init__(self, path: Path) -> None:
        screen(path)
        try:
            self._sheet = _first_sheet(CalamineWorkbook.from_path(path))
        except CalamineError as broken:
            raise Unreadable("不是完好的Excel（.xlsx）文件") from broken

    def rows(self) -> Rows:
        """Return the rows with their numbers in the sheet."""
        start = self._sheet.start
        above = start[0] if start else 0
        return enumerate(self._sheet.iter_rows(), start=above + 1)


def _first_sheet(workbook: CalamineWorkbook) -> CalamineSheet:
    for place, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ == SheetTypeEnum.WorkSheet:
            return workbook.get_sheet_by_index(place)
    raise Unreadable("文件里没有工作表")
