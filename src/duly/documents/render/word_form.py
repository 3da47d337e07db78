"""A template as DOCX to edit in Word, its blanks as {{…}}; and the wording read back from it.

Only text and the kind of each paragraph come back: by the names of the styles, which word
processors keep. What came from outside is read with limits and without entities.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

from duly.documents.court import CourtFace
from duly.documents.drawing import Drawn, Paragraph, Span
from duly.documents.render.word import docx
from duly.documents.templates import LineKind, Template, WrittenLine, line, lines_of

LARGEST = 2 * 1024 * 1024
MOST_PARTS = 400
MOST_BYTES = 16 * 1024 * 1024
MOST_LINES = 400
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = {
    "法院名称": LineKind.COURT,
    "文书名称": LineKind.TITLE,
    "案号": LineKind.NUMBER,
    "顶格": LineKind.LEFT,
    "文书正文": LineKind.BODY,
    "文书落款": LineKind.SIGNATURE,
    "印章位置": LineKind.SEAL,
    "附件标题": LineKind.ANNEX_HEADING,
    "小标题": LineKind.HEADING,
    "附件正文": LineKind.NOTE,
    "表单附注": LineKind.NOTE,
}
# What a wording cannot hold; left out in silence it would be lost.
_NOT_WORDING = {
    "drawing": "图片或者形状",
    "pict": "图片或者形状",
    "object": "嵌入的对象",
    "txbxContent": "文本框",
    "footnoteReference": "脚注",
    "endnoteReference": "尾注",
    "altChunk": "嵌入的文件",
}
# Text that somebody deleted or moved away while changes were tracked.
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom"})


class NotReadable(ValueError):
    """A file that is no DOCX, or holds more than a wording. The message says why, in Chinese."""


class _NoEntities(ElementTree.TreeBuilder):
    """Refuses a document type: only through it could a part name entities or other files."""

    def doctype(self, name: str, pubid: str, system: str) -> None:
        raise NotReadable("文件含有文档类型声明，不能读取；请用Word或WPS另存为.docx")


def word_form(template: Template, file: str, court: CourtFace) -> bytes:
    """Return a wording as DOCX, in the styles of the paper; the same wording, the same bytes."""
    paragraphs = tuple(_paragraph(one) for one in lines_of(file))
    return docx(Drawn(template, court, date(2022, 9, 15), paragraphs, ()), unsealed=False)


def _paragraph(one: WrittenLine) -> Paragraph:
    if one.kind is not LineKind.ROW:
        return Paragraph(one.kind or LineKind.BODY, ((Span(one.text),),))
    cells = (Span(cell.strip(" ")) for cell in one.text.split(" |"))
    return Paragraph(one.kind, tuple((cell,) for cell in cells))


def read_form(content: bytes) -> tuple[WrittenLine, ...]:
    """Return the wording that a DOCX holds, tracked changes taken as accepted.

    Raises NotReadable.
    """
    document, styles = _parts(content)
    try:
        return _read(document, styles)
    except RecursionError as deep:
        raise NotReadable("文件内容嵌套过深，请用Word或WPS另存为.docx") from deep


def _read(
    document: ElementTree.Element, styles: ElementTree.Element | None
) -> tuple[WrittenLine, ...]:
    body = document.find(f"{_W}body")
    if body is None:
        raise NotReadable("文件中没有正文")
    for name, chinese in _NOT_WORDING.items():
        if next(body.iter(f"{_W}{name}"), None) is not None:
            raise NotReadable(f"文件含有{chinese}，样式只收文字；请删去后再上传")
    kinds = _kinds(styles)
    found = tuple(one for one in _lines(body, kinds) if one.text)
    if not found or len(found) > MOST_LINES:
        raise NotReadable(f"正文应有一至{MOST_LINES}段")
    return found


def _parts(content: bytes) -> tuple[ElementTree.Element, ElementTree.Element | None]:
    if len(content) > LARGEST:
        raise NotReadable("文件超过2MB")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                raise NotReadable("文件解压后过大")
            names = {part.filename for part in parts}
            if "word/document.xml" not in names:
                raise NotReadable("不是Word文件（.docx）")
            document = _xml(archive, "word/document.xml")
            styles = _xml(archive, "word/styles.xml") if "word/styles.xml" in names else None
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError) as broken:
        raise NotReadable("不是完好的Word文件（.docx）；设了密码的请先取消密码") from broken
    except ElementTree.ParseError as broken:
        raise NotReadable("文件内容损坏，请用Word或WPS另存为.docx") from broken
    return document, styles


def _xml(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with archive.open(name) as part:
        # A part may be longer than the archive says: no more than the limit is ever unpacked.
        data = part.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise NotReadable("文件解压后过大")
    parser = ElementTree.XMLParser(target=_NoEntities())
    return ElementTree.fromstring(data, parser=parser)


def _kinds(styles: ElementTree.Element | None) -> dict[str, LineKind]:
    """Return the kind of line by the id of a style: programs change ids, but keep names."""
    found: dict[str, LineKind] = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        name = style.find(f"{_W}name")
        kind = _KINDS.get(name.get(f"{_W}val", "") if name is not None else "")
        if kind is not None:
            found[style.get(f"{_W}styleId", "")] = kind
    return found


def _lines(parent: ElementTree.Element, kinds: dict[str, LineKind]) -> Iterator[WrittenLine]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _of_paragraph(child, kinds)
        elif child.tag == f"{_W}tbl":
            yield from (_of_row(row) for row in child.iter(f"{_W}tr"))
        elif child.tag not in _GONE:
            yield from _lines(child, kinds)


def _of_paragraph(
    paragraph: ElementTree.Element, kinds: dict[str, LineKind]
) -> Iterator[WrittenLine]:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    kind = kinds.get(style.get(f"{_W}val", "") if style is not None else "", LineKind.BODY)
    yield from (line(text, kind) for text in "".join(_text(paragraph)).split("\n"))


def _of_row(row: ElementTree.Element) -> WrittenLine:
    cells = ("".join(_text(cell)) for cell in row.iter(f"{_W}tc"))
    return line(" | ".join(cell.strip(" \n") for cell in cells), LineKind.ROW)


def _text(element: ElementTree.Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag != f"{_W}pPr":
            yield from _text(child)
