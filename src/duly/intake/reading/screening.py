"""A look at an Excel file before it is read: its true size, its extent, and no formulas.

The reader gives values alone, and lays a sheet out as a full rectangle: one cell in the last
column of the last row would take all memory.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from duly.intake.faults import Unreadable

MOST_BYTES = 768 * 1024 * 1024
MOST_COLUMNS = 200
MOST_CELLS = 12_000_000
_PIECE = 1 << 20
_TAG = re.compile(
    rb"<(?:\w+:)?(?:(?P<sheet>sheetData)\b|(?P<formula>f)[\s/>]"
    rb"|c\s[^>]*?\br\s*=\s*[\"'](?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})[\"'][^>]*>)"
)
_ERROR_CELL = re.compile(rb"\bt\s*=\s*[\"']e[\"']")


def screen(path: Path) -> None:
    """Refuse an Excel file that is none, that is too large, or that has a formula.

    :raises Unreadable: naming the cell of a formula or of an error.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > MOST_BYTES:
                raise Unreadable("文件解压后过大，不能导入；请分成几个文件")
            for member in members:
                # Reading to the end also proves that a part is as large as it says.
                with archive.open(member) as part:
                    _screen_part(part)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError) as broken:
        raise Unreadable("不是完好的Excel（.xlsx）文件；设了密码的请先取消密码") from broken


def _screen_part(part: IO[bytes]) -> None:
    sheet, cell, widest, lowest = False, "", 0, 0
    for piece in _whole_tags(part):
        for tag in _TAG.finditer(piece):
            if tag["sheet"]:
                sheet = True
            elif tag["formula"] and sheet:
                raise Unreadable(
                    f"单元格{cell}是公式，不能导入；请全选复制后“选择性粘贴—数值”，再保存"
                )
            elif tag["column"] and sheet:
                cell = (tag["column"] + tag["row"]).decode("ascii")
                widest = max(widest, _place(tag["column"]))
                lowest = max(lowest, int(tag["row"]))
                if _ERROR_CELL.search(tag[0]):
                    raise Unreadable(f"单元格{cell}是错误值，不能导入；请改为正确的内容")
    if widest > MOST_COLUMNS:
        raise Unreadable(f"工作表超过{MOST_COLUMNS}列，不能导入；请删去右边无关的内容")
    if widest * lowest > MOST_CELLS:
        raise Unreadable("工作表过大，不能导入；请分成几个文件，每个不超过十万件")


def _whole_tags(part: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while piece := part.read(_PIECE):
        whole, bracket, open_tag = (rest + piece).rpartition(b">")
        yield whole + bracket
        rest = open_tag[-_PIECE:]
    yield rest


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place
