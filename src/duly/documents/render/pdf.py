"""PDF/A-2b by Typst, from one fixed layout; the paper goes in as data, never as markup."""

import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from importlib import resources
from pathlib import Path

import segno
import typst

from duly.documents.drawing import Drawn, Paragraph
from duly.documents.fonts import Face, families, font_folders
from duly.documents.mark import SEAL_PLACE, Mark, SealPlace
from duly.documents.signature import Signature
from duly.documents.templates import Seal


class PrintingFailed(RuntimeError):
    """The typesetter refused the paper."""


@dataclass(frozen=True, slots=True)
class Code:
    """An address printed as a QR code at the end of a paper, and what stands beside it."""

    address: str
    says: str


def pdf(
    drawn: Drawn,
    *,
    seal: SealPlace = SealPlace.UNSEALED,
    mark: Mark | None = None,
    code: Code | None = None,
    signature: Signature | None = None,
) -> bytes:
    """Return the paper as PDF/A-2b. Whether it is sealed stands at the place of the seal.

    The paper's own number and code, `mark`, stand in the head of each page; a QR code, `code`,
    after the last line; a party's signature, beside the place for it, its evidence at the end.
    Raises FontsNotInstalled, PrintingFailed. Must not run before a fork: a child that
    inherits a used typesetter hangs.
    """
    fonts = {face.value: families(face) for face in Face}
    content = {
        "title": drawn.template.title,
        "court": drawn.court.name,
        "on": [drawn.on.year, drawn.on.month, drawn.on.day],
        "fonts": fonts,
        "columns": drawn.template.columns,
        "seal": seal.chinese if drawn.template.seal is Seal.YES else "",
        "seal-place": "" if seal is SealPlace.UNSEALED else SEAL_PLACE,
        "mark": mark.line if mark else "",
        "qr": _qr(code.address) if code else "",
        "qr-says": code.says if code else "",
        "signature": _signature(signature),
        "page": drawn.template.page.value,
        "paragraphs": [_paragraph(paragraph) for paragraph in drawn.paragraphs],
    }
    made, warnings = _compile(json.dumps(content, ensure_ascii=False), drawn)
    if warnings:
        raise PrintingFailed("；".join(warnings))
    return made


def _compile(content: str, drawn: Drawn) -> tuple[bytes, list[str]]:
    midnight = datetime.combine(drawn.on, time(), tzinfo=UTC)
    try:
        made, warnings = typst.compile_with_warnings(
            _layout(),
            font_paths=_fonts(font_folders()),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"paper": content},
            pdf_standards="a-2b",
            timestamp=int(midnight.timestamp()),
        )
    except typst.TypstError as refusal:
        raise PrintingFailed(str(refusal)) from refusal
    if not isinstance(made, bytes):
        raise PrintingFailed("排版程序没有给出文件")
    return made, [str(warning.message) for warning in warnings]


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    return {"kind": paragraph.kind.value, "cells": paragraph.texts}


def _qr(address: str) -> str:
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", scale=4)
    return drawn.getvalue().decode()


def _signature(signature: Signature | None) -> dict[str, str]:
    if signature is None:
        return {}
    return {"name": signature.name, "svg": signature.svg, "evidence": signature.evidence}


@cache
def _fonts(folders: tuple[Path, ...]) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders if folder.is_dir()],
    )


@cache
def _layout() -> bytes:
    return (resources.files(__package__) / "paper.typ").read_bytes()
