"""The rows of a file that cannot stand, with what is wrong: to be mended and imported again."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from duly.intake.columns import ERRORS
from duly.intake.faults import Fault, Unreadable
from duly.intake.items import Item
from duly.intake.reading import Objects, Source
from duly.intake.writing import sheet

Add = Callable[[Item, Sequence[Fault]], None]


@contextmanager
def bad_rows(path: Path, source: Source) -> Iterator[Add]:
    """Write bad matters in the form in which they came, each with its errors.

    :raises Unreadable: if the suffix of the path does not fit the file that is imported.
    """
    if isinstance(source, Objects) != (path.suffix.lower() == ".json"):
        raise Unreadable("错误文件应与导入的文件同类：表格写成.xlsx或者.csv，JSON写成.json")
    with _objects(path) if isinstance(source, Objects) else _rows(path, source.written) as add:
        yield add


@contextmanager
def _rows(path: Path, headings: Sequence[str]) -> Iterator[Add]:
    width = len(headings)
    place = headings.index(ERRORS) if ERRORS in headings else width
    with sheet(path) as write:
        write([*headings[:place], ERRORS, *headings[place + 1 :]])

        def add(item: Item, faults: Sequence[Fault]) -> None:
            for cells in item.written:
                row = [*cells, *[""] * (width - len(cells))]
                told = "；".join(f"{fault.column}：{fault.why}" for fault in faults)
                write([*row[:place], told, *row[place + 1 : width]])

        yield add


@contextmanager
def _objects(path: Path) -> Iterator[Add]:
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        separator = "\n"

        def add(item: Item, faults: Sequence[Fault]) -> None:
            nonlocal separator
            told = [f"{fault.column}：{fault.why}" for fault in faults]
            element = item.element
            mended = {**element, ERRORS: told} if isinstance(element, dict) else element
            file.write(separator + json.dumps(mended, ensure_ascii=False))
            separator = ",\n"

        yield add
        file.write("\n]\n")
