"""Matters of a JSON file: a list of objects, read one after another."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NoReturn

from duly.intake.faults import Unreadable

_PIECE = 1 << 20
_LONGEST = 1 << 20
_BLANK = " \t\r\n"


class JsonFile:
    """A JSON file in UTF-8 that holds a list; `elements` can be walked more than once."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def elements(self) -> Iterator[tuple[int, object]]:
        """Return the elements of the list with their numbers, from 1.

        Numbers come as they are written: no binary fraction comes near an amount.

        :raises Unreadable: if the file is no list, or is broken; what came before was good.
        """
        with self._path.open(encoding="utf-8-sig") as file:
            try:
                yield from enumerate(_elements(file), start=1)
            except UnicodeDecodeError as broken:
                raise Unreadable("JSON文件应为UTF-8编码") from broken


def _elements(file: IO[str]) -> Iterator[object]:
    reader = _Reader(file)
    reader.expect("[", "JSON文件应当是一个数组：[{…}, {…}]")
    if reader.peek() == "]":
        reader.expect("]", "")
    else:
        yield reader.value()
        while reader.peek() == ",":
            reader.expect(",", "")
            yield reader.value()
        reader.expect("]", "JSON文件不完整，或者两件之间缺少逗号")
    if reader.peek():
        raise Unreadable("JSON文件的数组之后还有内容")


class _Reader:
    def __init__(self, file: IO[str]) -> None:
        self._file, self._text, self._place = file, "", 0
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_once, parse_float=str, parse_int=str, parse_constant=_no_constant
        )

    def peek(self) -> str:
        """Return the next character that is not blank; empty at the end of the file."""
        while True:
            while self._place < len(self._text) and self._text[self._place] in _BLANK:
                self._place += 1
            if self._place < len(self._text):
                return self._text[self._place]
            if not self._more():
                return ""

    def expect(self, character: str, otherwise: str) -> None:
        if self.peek() != character:
            raise Unreadable(otherwise)
        self._place += 1

    def value(self) -> object:
        self.peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._place)
            except json.JSONDecodeError as broken:
                if len(self._text) - self._place > _LONGEST or not self._more():
                    raise Unreadable(f"JSON文件有错误：{broken.msg}") from broken
            except RecursionError as deep:
                raise Unreadable("JSON文件层次过深") from deep
            else:
                self._place = end
                return value

    def _more(self) -> bool:
        piece = self._file.read(_PIECE)
        self._text, self._place = self._text[self._place :] + piece, 0
        return bool(piece)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable("JSON文件中同一个对象有两个同名的字段")
    return found


def _no_constant(text: str) -> NoReturn:
    raise Unreadable(f"JSON文件中的{text}不是数值")
