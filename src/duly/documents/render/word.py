"""DOCX written part by part: real styles, real tables, a page-number field, the same bytes."""

import io
import zipfile
from functools import cache
from importlib import resources
from xml.sax.saxutils import escape

from duly.documents.drawing import Drawn
from duly.documents.mark import Mark
from duly.documents.render.word_body import body, header

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIXED_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/app.xml": "app.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "font_table.xml",
    "word/footer1.xml": "footer.xml",
}


def docx(drawn: Drawn, *, unsealed: bool = True, mark: Mark | None = None) -> bytes:
    """Return the paper as DOCX, for Word, WPS and LibreOffice.

    It names the court's usual fonts (仿宋_GB2312, 方正小标宋简体). It bears no seal, and says
    so at the place of the seal unless told otherwise; `mark` stands in the head of each page.
    """
    parts = {name: _part(file) for name, file in _FIXED_PARTS.items()}
    parts["docProps/core.xml"] = _core(drawn)
    parts["word/document.xml"] = body(drawn, unsealed=unsealed)
    parts["word/header1.xml"] = header(mark.line if mark else "")
    return _package(parts)


def _package(parts: dict[str, str]) -> bytes:
    """Return the parts as an archive, stored: compressed bytes differ between zlib versions."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text.encode())
    return made.getvalue()


def _core(drawn: Drawn) -> str:
    day = f"{drawn.on.isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(drawn.template.title)}</dc:title>"
        f"<dc:creator>{escape(drawn.court.name)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        "</cp:coreProperties>"
    )


@cache
def _part(name: str) -> str:
    folder = resources.files(__package__) / "word_parts"
    return (folder / name).read_text(encoding="utf-8").replace("\n", "")
