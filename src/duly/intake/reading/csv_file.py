"""Rows of a CSV file, in UTF-8 (with its mark or without) or GB18030."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from duly.intake.faults import Unreadable

ENCODINGS = ("utf-8-sig", "gb18030")
_PIECE = 1 << 20
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class CsvFile:
    """A CSV file with commas; `rows` can be walked more than once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = _encoding(path)

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Return the rows with the numbers that a spreadsheet gives them."""
        with self._path.open(encoding=self._encoding, newline="") as file:
            try:
                yield from enumerate(csv.reader(file, strict=True), start=1)
            except csv.Error as broken:
                raise Unreadable(f"不是完好的CSV文件：{_why(str(broken))}") from broken


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        if file.read(2) in _UTF_16:
            raise Unreadable("CSV文件是UTF-16编码，请另存为“CSV UTF-8（逗号分隔）”")
    for encoding in ENCODINGS:
        if _decodes(path, encoding):
            return encoding
    raise Unreadable("CSV文件不是UTF-8编码，也不是GB18030编码，请另存为“CSV UTF-8（逗号分隔）”")


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while piece := file.read(_PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _why(said: str) -> str:
    if "field larger than field limit" in said:
        return "有一格过长，可能少了一个引号"
    if "NUL" in said:
        return "含有空字符"
    return "引号不成对，或者引号后面还有文字"
