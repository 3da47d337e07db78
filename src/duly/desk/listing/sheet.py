"""The list as an Excel sheet: text only, nothing that reckons, and never more than it says."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from duly.desk.listing.columns import Column
from duly.desk.listing.rows import Row
from duly.intake.writing import OPTIONS

MOST = 2000
WIDTH = 24


def written(rows: Iterable[Row], columns: tuple[Column, ...]) -> tuple[bytes, list[int]]:
    """Return the sheet, and the numbers of the matters in it.

    Where there are more matters than it takes, its last row says so.
    """
    content, matters = BytesIO(), []
    with xlsxwriter.Workbook(content, {**OPTIONS, "in_memory": True}) as book:
        sheet = book.add_worksheet(_("案件"))
        head = [_("当事人"), _("案由"), *(_(column.chinese) for column in columns)]
        sheet.set_column(0, len(head) - 1, WIDTH)
        _write(sheet, 0, head)
        found = iter(rows)
        for place, row in enumerate(islice(found, MOST), 1):
            _write(sheet, place, _texts(row))
            matters.append(row.matter.pk)
        if next(found, None) is not None:
            _write(sheet, MOST + 1, [too_many()])
        else:
            sheet.autofilter(0, 0, max(len(matters), 1), len(head) - 1)
        sheet.freeze_panes(1, 0)
    return content.getvalue(), matters


def too_many() -> str:
    """Say that the sheet does not hold everything, and the way out."""
    return _("符合条件的案件超过%(most)d件，这里只有前%(most)d件；请缩小条件后再导出。") % {
        "most": MOST
    }


def _texts(row: Row) -> Iterator[str]:
    yield row.matter.names.replace(" ", "、")
    yield row.matter.cause
    yield from (cell.text for cell in row.cells)


def _write(sheet: Worksheet, place: int, texts: Iterable[str]) -> None:
    for column, text in enumerate(texts):
        # Written as text: a name that begins with = is a name.
        sheet.write_string(place, column, text)
