"""The body of the DOCX: paragraphs by style, tables with real cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

from duly.documents.drawing import Drawn, Paragraph
from duly.documents.mark import SealPlace
from duly.documents.templates import LineKind, Page, Seal

_STYLES = {
    LineKind.COURT: "CourtName",
    LineKind.TITLE: "PaperTitle",
    LineKind.NUMBER: "CaseNumber",
    LineKind.LEFT: "FlushLeft",
    LineKind.BODY: "PaperBody",
    LineKind.SIGNATURE: "Closing",
    LineKind.SEAL: "SealPlace",
    LineKind.ANNEX_HEADING: "AnnexHeading",
    LineKind.HEADING: "SmallHeading",
    LineKind.NOTE: "Note",
}
_CLOSING = (LineKind.SIGNATURE, LineKind.SEAL)
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Margins in twentieths of a point, and the width that they leave."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def width(self) -> int:
        return 11906 - self.left - self.right


_LETTER = _Sheet(top=2098, bottom=1984, left=1588, right=1474)
_DENSE = _Sheet(top=1588, bottom=1418, left=1418, right=1418)


def body(drawn: Drawn, *, unsealed: bool) -> str:
    """Return word/document.xml."""
    dense = drawn.template.page is not Page.LETTER
    sheet = _DENSE if dense else _LETTER
    unsealed = unsealed and drawn.template.seal is Seal.YES
    parts = "".join(_parts(drawn, sheet, dense=dense, unsealed=unsealed))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:document {_NAMESPACES}><w:body>{parts}{_section(sheet)}</w:body></w:document>"
    )


def header(line: str) -> str:
    """Return word/header1.xml with one line, which may be empty."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:hdr {_NAMESPACES}>{_p('Header', line)}</w:hdr>"
    )


def _parts(drawn: Drawn, sheet: _Sheet, *, dense: bool, unsealed: bool) -> Iterator[str]:
    kinds = [paragraph.kind for paragraph in drawn.paragraphs]
    numbered = enumerate(drawn.paragraphs)
    for is_row, run in groupby(numbered, key=lambda item: item[1].kind is LineKind.ROW):
        found = list(run)
        if is_row:
            yield _table([p for _, p in found], drawn.template.columns, sheet, dense=dense)
            continue
        for at, paragraph in found:
            yield _paragraph(paragraph, kinds[at + 1 : at + 3], dense=dense, unsealed=unsealed)


def _paragraph(
    paragraph: Paragraph, following: Sequence[LineKind], *, dense: bool, unsealed: bool
) -> str:
    style = _STYLES[paragraph.kind]
    if dense and paragraph.kind is LineKind.NOTE:
        style = "FormNote"
    closes_next = bool(following) and following[0] in _CLOSING
    near_the_end = any(kind in _CLOSING for kind in following)
    keep = near_the_end or (bool(following) and following[0] is LineKind.ROW)
    gap = paragraph.kind not in _CLOSING and closes_next
    text = paragraph.text
    if paragraph.kind is LineKind.SEAL and unsealed:
        text = SealPlace.UNSEALED.chinese
    return _p(style, text, keep_next=keep, after=280 if gap else 0)


def _p(style: str, text: str, *, keep_next: bool = False, after: int = 0, across: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>'
    properties += "<w:keepNext/>" if keep_next else ""
    properties += f'<w:spacing w:after="{after}"/>' if after else ""
    properties += f'<w:jc w:val="{across}"/>' if across else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def _table(rows: Sequence[Paragraph], columns: Sequence[int], sheet: _Sheet, *, dense: bool) -> str:
    widths = [sheet.width * part // sum(columns) for part in columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(_row(row.texts, widths, dense=dense) for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="CourtTable"/><w:tblW w:w="{sum(widths)}"'
        ' w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def _row(texts: Sequence[str], widths: Sequence[int], *, dense: bool) -> str:
    cells = ""
    for position, text in enumerate(texts):
        span = len(widths) - position if position == len(texts) - 1 else 1
        labels = position % 2 == 0 and position + 1 < len(texts)
        centred = labels or (dense and len(texts) == len(widths) > 2)
        cell = _p("FormCell" if dense else "Cell", text, across="center" if centred else "")
        width = sum(widths[position : position + span])
        cells += (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{span}"/>'
            f'<w:vAlign w:val="center"/></w:tcPr>{cell}</w:tc>'
        )
    by_hand = len(texts) > 1 and texts[1].startswith("　")
    height = '<w:trHeight w:val="680"/>' if by_hand else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>"


def _section(sheet: _Sheet) -> str:
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:headerReference w:type="first" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{sheet.top}" w:right="{sheet.right}" w:bottom="{sheet.bottom}"'
        f' w:left="{sheet.left}" w:header="851" w:footer="1134" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )
