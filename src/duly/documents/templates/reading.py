"""Reads a template file: particulars between +++ lines, then the wording, line by line."""

import hashlib
import re
import tomllib
from collections.abc import Iterator

from duly.documents.templates.lines import MARKS
from duly.documents.templates.template import (
    Fixed,
    Group,
    Hole,
    Inline,
    Line,
    LineKind,
    Page,
    Piece,
    Seal,
    Standing,
    Template,
)
from duly.documents.templates.vocabulary import declared, declared_rows
from duly.law.terms import Role

_OPENS = re.compile(r"\{\{#([^{}]+)\}\}")
_PIECE = re.compile(r"\{\{#([^{}]+)\}\}(.*?)\{\{/\1\}\}|\{\{([^{}#/]+)\}\}")
_LAW = ("法条:", "条文:")
_CAPITALS = "大写:"


class MalformedTemplate(ValueError):
    """The template file does not keep to the form."""


def read(text: str) -> Template:
    """Return the template that a file holds. Raises MalformedTemplate."""
    parts = text.split("+++\n")
    if len(parts) != 3 or parts[0].strip():
        raise MalformedTemplate("样式文件须以两行+++括住的说明开头")
    particulars = tomllib.loads(parts[1])
    return Template(
        id=particulars["id"],
        title=particulars["title"],
        variant=particulars.get("variant", ""),
        clause=particulars["clause"],
        page=Page(particulars["page"]),
        drafts=tuple(Role(role) for role in particulars["drafts"]),
        signs=tuple(particulars["signs"]),
        approves=tuple(Role(role) for role in particulars["approves"]),
        seal=Seal(particulars["seal"]),
        addressee=particulars["addressee"],
        standing=Standing(particulars["standing"]),
        sample=particulars.get("sample", {}),
        columns=tuple(particulars.get("columns", (1, 4))),
        wording=tuple(_wording(parts[2])),
        version=hashlib.sha256(text.encode()).hexdigest(),
    )


def _wording(text: str) -> Iterator[Line | Group]:
    lines = iter(line for line in text.split("\n") if line.strip())
    for line in lines:
        opened = _OPENS.fullmatch(line)
        if opened is None:
            yield _line(line)
        else:
            yield _group(_group_name(opened[1]), lines)


def _group(name: str, lines: Iterator[str]) -> Group:
    inside: list[Line] = []
    for line in lines:
        if line == "{{/" + name + "}}":
            return Group(name, tuple(inside))
        if _OPENS.search(line):
            raise MalformedTemplate(f"“{name}”之内不能再有重复的行")
        inside.append(_line(line))
    raise MalformedTemplate(f"“{name}”没有结束")


def _line(text: str) -> Line:
    mark = next((mark for mark in MARKS if text.startswith(mark)), "")
    kind = MARKS.get(mark, LineKind.BODY)
    wording = text.removeprefix(mark)
    if kind is not LineKind.ROW:
        return Line(kind, (_pieces(wording),))
    cells = wording.removesuffix("|").split(" |")
    return Line(kind, tuple(_pieces(cell.strip(" ")) for cell in cells if cell))


def _pieces(text: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for found in _PIECE.finditer(text):
        pieces += _fixed(text[at : found.start()])
        if found[1]:
            pieces.append(Inline(_group_name(found[1]), _plain(found[2])))
        else:
            pieces.append(Hole(_name(found[3])))
        at = found.end()
    return (*pieces, *_fixed(text[at:]))


def _plain(text: str) -> tuple[Fixed | Hole, ...]:
    inside = _pieces(text)
    if any(isinstance(piece, Inline) for piece in inside):
        raise MalformedTemplate("重复的部分只能有一层")
    return tuple(piece for piece in inside if not isinstance(piece, Inline))


def _fixed(text: str) -> list[Fixed]:
    if "{{" in text or "}}" in text:
        raise MalformedTemplate(f"有不成对的空白项标记：{text}")
    return [Fixed(text)] if text else []


def _name(name: str) -> str:
    if name.removeprefix(_CAPITALS) not in declared() and not name.startswith(_LAW):
        raise MalformedTemplate(f"空白项“{name}”没有登记")
    return name


def _group_name(name: str) -> str:
    if name not in declared_rows():
        raise MalformedTemplate(f"重复的部分“{name}”没有登记")
    return name
