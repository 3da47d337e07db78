"""Sheets that carry no formula: every cell is written as text, whatever it begins with."""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from duly.intake.faults import Unreadable

WriteRow = Callable[[Sequence[str]], None]

# What a spreadsheet would reckon with when it opens a CSV file.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def safe(text: str) -> str:
    """Return a text that a spreadsheet takes as text when it opens a CSV file."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


@contextmanager
def sheet(path: Path) -> Iterator[WriteRow]:
    """Write a sheet row by row, as Excel or as CSV by the suffix of its path.

    :raises Unreadable: for another suffix.
    """
    if path.suffix.lower() == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            yield lambda cells: writer.writerow([safe(cell) for cell in cells])
    elif path.suffix.lower() == ".xlsx":
        with xlsxwriter.Workbook(path, OPTIONS) as workbook:
            yield _rows_of(workbook.add_worksheet("登记"))
    else:
        raise Unreadable("只能写成.xlsx或者.csv文件")


def _rows_of(worksheet: Worksheet) -> WriteRow:
    row = 0

    def write(cells: Sequence[str]) -> None:
        nonlocal row
        for column, cell in enumerate(cells):
            if cell:
                worksheet.write_string(row, column, cell)
        row += 1

    return write
