"""A template as data: its particulars, and its wording as lines with named blanks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from duly.law.terms import Role, Term


class Page(Term):
    """The kind of page that a paper fills."""

    LETTER = "letter", "函件"
    FORM = "form", "表单"
    TABLE = "table", "表格"


class Seal(Term):
    """Whether the court's seal belongs on the paper."""

    YES = "yes", "加盖院印"
    NO = "no", "不加盖院印"
    RECEIPT_ONLY = "receipt-only", "仅收件章"


class Standing(Term):
    """Whose wording the template is."""

    COURT = "court", "本院样式"
    TO_CONFIRM = "to_confirm", "样式待本院核定"


class LineKind(Term):
    """What a line of the wording is; the mark opens the line in the template file."""

    COURT = "court", "法院名称"
    TITLE = "title", "文书名称"
    NUMBER = "number", "案号"
    LEFT = "left", "顶格"
    BODY = "body", "正文"
    SIGNATURE = "signature", "落款"
    SEAL = "seal", "印章"
    ANNEX_HEADING = "annex_heading", "附件标题"
    HEADING = "heading", "小标题"
    NOTE = "note", "附件正文"
    ROW = "row", "表格行"


@dataclass(frozen=True, slots=True)
class Fixed:
    """Wording that never changes."""

    text: str


@dataclass(frozen=True, slots=True)
class Hole:
    """A named blank; `法条:…` and `条文:…` ask for citations and quoted articles by subject.

    `大写:…` asks for the money of another blank in capitals.
    """

    name: str


@dataclass(frozen=True, slots=True)
class Inline:
    """A group that repeats inside a line."""

    name: str
    pieces: tuple[Fixed | Hole, ...]


Piece = Fixed | Hole | Inline


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a single cell, or the cells of a table row."""

    kind: LineKind
    cells: tuple[tuple[Piece, ...], ...]

    @property
    def pieces(self) -> Iterator[Piece]:
        """Every piece, cell by cell."""
        for cell in self.cells:
            yield from cell


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that repeat for each row."""

    name: str
    lines: tuple[Line, ...]


# Addressees of what parties hand in, of what goes between divisions, and of the receipt that
# comes back with what was served.
_STAYS = frozenset({"court", "filing_division", "party"})


@dataclass(frozen=True, slots=True)
class Template:
    """One paper of the mechanism.

    `clause` is the clause of the mechanism that asks for it; `version` is the SHA-256 of
    the template file, so that a paper says exactly which wording it was drawn from.
    """

    id: str
    title: str
    variant: str
    clause: str
    page: Page
    drafts: tuple[Role, ...]
    signs: tuple[str, ...]
    approves: tuple[Role, ...]
    seal: Seal
    addressee: str
    standing: Standing
    columns: tuple[int, ...]
    sample: Mapping[str, str]
    wording: tuple[Line | Group, ...]
    version: str

    @property
    def is_served(self) -> bool:
        """Whether it goes out to somebody; what is handed in or kept here is served on nobody."""
        return self.addressee not in _STAYS

    @property
    def holes(self) -> Iterator[tuple[str, str]]:
        """Every blank as (group, name), in order; the group is empty outside a row."""
        for item in self.wording:
            if isinstance(item, Group):
                for line in item.lines:
                    yield from ((item.name, name) for _, name in _holes(line))
            else:
                yield from _holes(item)

    @property
    def blanks(self) -> tuple[str, ...]:
        """The single blanks that a caller may give, in order of appearance."""
        single = (name for group, name in self.holes if not group and ":" not in name)
        return tuple(dict.fromkeys(single))

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The groups that repeat, each with the blanks that a row must give."""
        found: dict[str, dict[str, None]] = {}
        for group, name in self.holes:
            if group and ":" not in name:
                found.setdefault(group, {})[name] = None
        return {group: tuple(names) for group, names in found.items()}

    @property
    def subjects(self) -> tuple[str, ...]:
        """The subjects of law that the paper cites or quotes."""
        asked = (n.split(":", 1)[1] for _, n in self.holes if n.startswith(("法条:", "条文:")))
        return tuple(dict.fromkeys(s for subjects in asked for s in subjects.split("、")))


def _holes(line: Line) -> Iterator[tuple[str, str]]:
    for piece in line.pieces:
        if isinstance(piece, Hole):
            yield "", piece.name
        elif isinstance(piece, Inline):
            yield from ((piece.name, p.name) for p in piece.pieces if isinstance(p, Hole))
