"""The source's wording and ours, made comparable; and the difference, word by word."""

import re
from collections.abc import Iterator
from datetime import date

from duly.documents.corrections.table import Correction, corrections
from duly.documents.templates import Fixed, Group, Hole, Line, Template, declared, load
from duly.documents.templates.template import Piece
from duly.law.sources import BeforeFirstText, UnknownArticle, UnknownSubject, cite, clause

# The day of the mechanism: what the source printed, it printed under the law of that day.
SOURCE_DAY = date(2022, 9, 15)
_LETTERHEAD = "广州市从化区人民法院"
_SEAL = "zdqz"
_SPACE = re.compile(r"\s+")
_FILLER = re.compile(r"[X×_]+")
_HOLE = re.compile(r"\{\{[^{}]+\}\}")


class NoSource(LookupError):
    """The paper has no template in the source."""


def source_wording(template_id: str) -> str:
    """Return the court's own wording of a template, without spaces. Raises NoSource."""
    template = load(template_id)
    if not any(correction.template == template_id for correction in corrections()):
        raise NoSource(f"机制没有《{template.title}》的样式，其文字由本系统拟定，样式待本院核定")
    text = _squeezed(clause(template.clause).text)
    opening = f"{_LETTERHEAD}{template.title}"
    wording = text[text.index(opening) :]
    return f"{_residue(text, opening)}{wording}".removesuffix("()")


def our_wording(template_id: str) -> str:
    """Return our wording, without spaces, its blanks by name in {{…}}."""
    return _squeezed(_lines(load(template_id)))


def beside_the_source(template: Template) -> tuple[str, str]:
    """Return the source's wording and any other, comparable: the same but for what was changed.

    Corrections that still stand are undone, and the seal's place-holder is left out: it is
    no wording, and would seem changed with the line beside it. Raises NoSource.
    """
    source = normalised(source_wording(template.id))
    return source.replace(_SEAL, ""), _as_the_source_prints(template).replace(_SEAL, "")


def _as_the_source_prints(template: Template) -> str:
    text = _squeezed(_lines(template))
    for correction in _of(template.id):
        ours = _squeezed(correction.ours)
        if correction.opens:
            text = correction.source + text
        elif text.count(ours) == 1:
            text = text.replace(ours, _squeezed(correction.source))
    return normalised(_HOLE.sub(_printed_by_source, text))


def reversed_wording(template_id: str) -> str:
    """Return our wording with every correction undone and every blank as the source prints it.

    Raises ValueError where a correction does not occur exactly once.
    """
    text = our_wording(template_id)
    for correction in _of(template_id):
        if correction.opens:
            text = correction.source + text
            continue
        ours = _squeezed(correction.ours)
        if text.count(ours) != 1:
            raise ValueError(f"“{ours}”在《{template_id}》中不是恰好一处")
        text = text.replace(ours, _squeezed(correction.source))
    return normalised(_HOLE.sub(_printed_by_source, text))


def normalised(text: str) -> str:
    """Return a wording with spaces left out and every run of ×, X or _ as one X."""
    return _FILLER.sub("X", _squeezed(text))


def difference(template_id: str) -> str:
    """Return our wording with the source's where they differ, and why, correction by correction.

    A departure reads [-source-]{+ours+}[n]; the reasons follow under their numbers.
    Raises NoSource.
    """
    source_wording(template_id)
    text = _lines(load(template_id))
    reasons: list[str] = []
    for number, correction in enumerate(_of(template_id), 1):
        ours = f"{{+{correction.ours}+}}" if correction.ours else ""
        shown = f"[-{correction.source}-]{ours}[{number}]"
        text = shown + text if correction.opens else _replaced(text, correction.ours, shown)
        reasons.append(f"[{number}] {correction.reason}")
    return "\n".join([text, "更正理由：", *reasons])


def _replaced(text: str, ours: str, shown: str) -> str:
    anywhere = r"\s*".join(re.escape(character) for character in _squeezed(ours))
    return re.sub(anywhere, lambda _: shown, text, count=1)


def _of(template_id: str) -> Iterator[Correction]:
    return (c for c in corrections() if c.template == template_id)


def _residue(text: str, opening: str) -> str:
    residue = "[bookmark:_GoBack]"
    return residue if residue + opening in text else ""


def _lines(template: Template) -> str:
    parts: list[str] = []
    for item in template.wording:
        if isinstance(item, Group):
            parts.append(_marked(item.name, "".join(_line(line) for line in item.lines)))
        else:
            parts.append(_line(item))
    return "".join(parts)


def _line(line: Line) -> str:
    return "".join(_piece(piece) for piece in line.pieces) + "\n"


def _piece(piece: Piece) -> str:
    if isinstance(piece, Fixed):
        return piece.text
    if isinstance(piece, Hole):
        return "{{" + piece.name + "}}"
    return _marked(piece.name, "".join(_piece(inner) for inner in piece.pieces))


def _marked(group: str, inside: str) -> str:
    return "{{#" + group + "}}" + inside + "{{/" + group + "}}"


def _printed_by_source(found: re.Match[str]) -> str:
    name = found[0][2:-2]
    if name.startswith(("#", "/")):
        return ""
    form, _, subjects = name.rpartition(":")
    if not form or form == "大写":
        return declared()[subjects].source
    try:
        cited = [cite(subject, on=SOURCE_DAY) for subject in subjects.split("、")]
    except (UnknownSubject, UnknownArticle, BeforeFirstText):
        return found[0]
    if form == "条文":
        return "".join(citation.quotation for citation in cited)
    return "、".join(citation.article_in_chinese for citation in cited)


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text)
