"""Puts the values into the wording. Values are text: they are never read again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from duly.documents.blank import Blank, Blanks, Rows
from duly.documents.drawing.drawn import Paragraph, Span
from duly.documents.templates import Fixed, Group, Hole, Line, LineKind, Template
from duly.documents.templates.template import Piece

_NUMBERED = "（#）"
Resolve = Callable[[str], list[Span] | None]


def paragraphs(template: Template, blanks: Blanks, resolve: Resolve) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a paper; `resolve` answers the blanks that Duly fills itself."""
    filled = (
        paragraph
        for line, row in _lines(template, blanks)
        for paragraph in _split(_paragraph(line, row, blanks, resolve))
    )
    return tuple(_renumbered(filled))


def _lines(template: Template, blanks: Blanks) -> Iterator[tuple[Line, Mapping[str, Blank]]]:
    for item in template.wording:
        if isinstance(item, Group):
            for row in rows_of(blanks, item.name):
                yield from ((line, row) for line in item.lines)
        else:
            yield item, {}


def rows_of(blanks: Blanks, group: str) -> tuple[Mapping[str, Blank], ...]:
    """Return the rows given for a group; none where it was left out."""
    given = blanks.get(group)
    return given.rows if isinstance(given, Rows) else ()


def _paragraph(line: Line, row: Mapping[str, Blank], blanks: Blanks, resolve: Resolve) -> Paragraph:
    def spans(pieces: Iterable[Piece], row: Mapping[str, Blank]) -> Iterator[Span]:
        for piece in pieces:
            if isinstance(piece, Fixed):
                yield Span(piece.text)
            elif isinstance(piece, Hole):
                yield from _filled(piece.name, row, blanks, resolve)
            else:
                for inner in rows_of(blanks, piece.name):
                    yield from spans(piece.pieces, inner)

    return Paragraph(line.kind, tuple(tuple(spans(cell, row)) for cell in line.cells))


def _filled(
    name: str, row: Mapping[str, Blank], blanks: Blanks, resolve: Resolve
) -> Iterable[Span]:
    own = resolve(name)
    if own is not None:
        return own
    blank = row.get(name, blanks.get(name))
    return [Span(blank.value, name, blank.source)] if isinstance(blank, Blank) else []


def _split(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Part a paragraph where a quoted article has several paragraphs of its own."""
    if len(paragraph.cells) != 1 or "\n" not in paragraph.text:
        yield paragraph
        return
    lines: list[list[Span]] = [[]]
    for span in paragraph.cells[0]:
        for position, text in enumerate(span.text.split("\n")):
            if position:
                lines.append([])
            lines[-1].append(replace(span, text=text))
    yield from (Paragraph(paragraph.kind, (tuple(line),)) for line in lines)


def _renumbered(filled: Iterable[Paragraph]) -> Iterator[Paragraph]:
    number = 0
    for paragraph in filled:
        first = paragraph.cells[0][0].text if paragraph.cells[0] else ""
        if paragraph.kind is not LineKind.BODY or not first.startswith(_NUMBERED):
            number = 0
            yield paragraph
            continue
        number += 1
        opening = Span(f"（{number}）{first.removeprefix(_NUMBERED)}")
        yield Paragraph(paragraph.kind, ((opening, *paragraph.cells[0][1:]),))
