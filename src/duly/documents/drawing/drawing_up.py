"""Draws up a paper, or refuses it with everything that stands in the way."""

from collections.abc import Iterator
from datetime import date

from duly.documents.blank import Blank, Blanks, Rows
from duly.documents.court import CourtFace
from duly.documents.drawing import bounds, values
from duly.documents.drawing.amounts import in_capitals
from duly.documents.drawing.citing import Citing
from duly.documents.drawing.drawn import Drawn, Paragraph, Span
from duly.documents.drawing.refusal import Reason, Refusal, Refused
from duly.documents.drawing.wording import Resolve, paragraphs, rows_of
from duly.documents.fonts import Face, missing_glyphs
from duly.documents.templates import (
    BlankKind,
    LineKind,
    Template,
    declared,
    declared_rows,
)
from duly.law.calendar import in_numerals
from duly.law.sources import Shelf, shelf

_FACES = {LineKind.COURT: Face.TITLE, LineKind.TITLE: Face.TITLE}


def draw_up(
    template: Template,
    blanks: Blanks,
    *,
    on: date,
    court: CourtFace,
    law: Shelf | None = None,
) -> Drawn:
    """Return the paper drawn up from the template, for the day it bears.

    `blanks` gives a Blank for every single blank and Rows for every group that repeats;
    citations and quoted articles follow `on`, from `law` (default: the articles on file).
    Raises Refused with every reason: a blank unfilled, unknown or malformed, a placeholder
    or sample left over, an amount out of its lawful range, a character without glyph, an
    article that cannot be cited or quoted on that day. Raises FontsNotInstalled.
    """
    citing = Citing(law or shelf(), on)
    drawn = paragraphs(template, blanks, _resolver(citing, blanks, on, court))
    refusals = [
        *_unknown(template, blanks),
        *_given(template, blanks),
        *bounds.refusals(template, blanks, citing),
        *citing.refusals,
        *_unprintable(drawn),
    ]
    if refusals:
        raise Refused(template.title, dict.fromkeys(refusals))
    return Drawn(template, court, on, drawn, tuple(citing.citations))


def _resolver(citing: Citing, blanks: Blanks, on: date, court: CourtFace) -> Resolve:
    built_in: dict[str, list[Span]] = {
        "法院名称": [Span(court.name, "法院名称", "本院设置")],
        "落款日期": [Span(in_numerals(on), "落款日期", "文书日期")],
        "印章": [],
    }

    def resolve(name: str) -> list[Span] | None:
        form, _, of = name.rpartition(":")
        if form == "大写":
            return in_capitals(name, blanks.get(of))
        return citing.spans(name) if form else built_in.get(name)

    return resolve


def _unknown(template: Template, blanks: Blanks) -> Iterator[Refusal]:
    allowed = {*template.blanks, *template.groups}
    for name in blanks:
        blank = declared().get(name)
        if name not in allowed or (blank and blank.kind is BlankKind.BUILT_IN):
            yield Refusal(Reason.UNKNOWN, name, f"样式中没有“{name}”这一空白项")


def _given(template: Template, blanks: Blanks) -> Iterator[Refusal]:
    for name in template.blanks:
        yield from _single(name, blanks.get(name), name)
    for group, columns in template.groups.items():
        rows = rows_of(blanks, group)
        if not rows and not _may_be_empty(group, blanks):
            yield Refusal(Reason.UNFILLED, group, f"空白项“{group}”至少要有一行")
        for number, row in enumerate(rows, 1):
            for name in row.keys() - set(declared_rows()[group].columns):
                yield Refusal(Reason.UNKNOWN, name, f"“{group}”的行中没有“{name}”这一空白项")
            for name in columns:
                yield from _single(name, row.get(name), f"{group}第{number}行·{name}")


def _may_be_empty(group: str, blanks: Blanks) -> bool:
    rows = declared_rows()[group]
    return rows.may_be_empty or bool(rows_of(blanks, rows.unless))


def _single(name: str, blank: Blank | Rows | None, label: str) -> Iterator[Refusal]:
    if ":" in name or declared()[name].kind is BlankKind.BUILT_IN:
        return
    if not isinstance(blank, Blank):
        yield Refusal(Reason.UNFILLED, name, f"空白项“{label}”未填")
        return
    yield from values.refusals(name, blank, label)


def _unprintable(drawn: tuple[Paragraph, ...]) -> Iterator[Refusal]:
    for paragraph in drawn:
        face = _FACES.get(paragraph.kind, Face.BODY)
        for span in paragraph.spans:
            for character in missing_glyphs(span.text, face):
                if values.is_hidden(character):
                    continue
                where = f"空白项“{span.blank}”" if span.blank else "样式文字"
                code = f"U+{ord(character):04X}"
                sentence = f"{where}中的“{character}”（{code}）没有可用的字形"
                yield Refusal(Reason.NO_GLYPH, span.blank, sentence)
