"""A signature appended to a PDF as an incremental update: the paper's own bytes stay the first.

Where the paper keeps a place for a seal, the field of the signature shows its picture.
"""

import hashlib
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from pikepdf.models.metadata import encode_pdf_date

from duly.documents.mark import SEAL_PLACE
from duly.documents.sealing.picture import ACROSS
from duly.documents.sealing.seal import NotSealed

# Printed with the page, and locked.
PRINTED_AND_LOCKED = 132
# The seal stands over the date, which is the line below its word.
_BELOW = 10.0
_LAST_TABLE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_CONTENTS = b"/Contents "
_RANGE = b"/ByteRange [0 %d %d %d]"
_WIDEST = len(_RANGE) + 3 * 10


@dataclass(frozen=True, slots=True)
class Statement:
    """What a signature says of itself in the file: who signs, what, when; and its picture.

    `picture` is the drawing of `duly.documents.sealing.picture`.
    """

    signer: str
    says: str
    at: datetime
    picture: bytes


def append(
    paper: bytes, statement: Statement, sign: Callable[[bytes], bytes], *, room: int
) -> bytes:
    """Return the paper with a signature that covers it and forbids any later change (DocMDP).

    `sign` returns the CMS over a SHA-256 digest, of at most `room` bytes. The same paper,
    statement and signature give the same bytes.

    :raises NotSealed: if the table of its objects is not a plain one.
    """
    update = _update(paper, statement, room)
    opens = update.index(_CONTENTS + b"<", len(paper)) + len(_CONTENTS)
    closes = opens + 2 * room + 2
    covered = _RANGE % (opens, closes, len(update) - closes)
    made = update[:closes] + covered.ljust(_WIDEST) + update[closes + _WIDEST :]
    signature = sign(hashlib.sha256(made[:opens] + made[closes:]).digest())
    if len(signature) > room:
        raise ValueError("the signature is longer than its room")
    return made[:opens] + b"<%s>" % signature.ljust(room, b"\0").hex().encode() + made[closes:]


def _update(paper: bytes, statement: Statement, room: int) -> bytes:
    """Return the paper with everything but range and signature, whose places are kept free."""
    last = _LAST_TABLE.search(paper, max(0, len(paper) - 64))
    if last is None or not paper.startswith(b"xref", int(last[1])):
        raise NotSealed("文件的对象表不是普通格式，不能加盖电子印章")
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        written = _objects(pdf, statement, room)
        trailer = Dictionary(dict(pdf.trailer.items()))
        trailer.Size = max(number for number, _ in written) + 1
        trailer.Prev = int(last[1])
        trailer.ID = Array([pdf.trailer.ID[0], String(hashlib.sha256(paper).digest()[:16])])
        return _write(paper, written, trailer.unparse())


def _objects(pdf: Pdf, statement: Statement, room: int) -> list[tuple[int, bytes]]:
    """Return the objects that are new or changed, by number: signature, field, page, catalogue."""
    signature = pdf.make_indirect(_signature(statement))
    picture = pdf.make_indirect(Dictionary())
    page, field = _field(pdf)
    field.FT, field.T, field.V = Name.Sig, String("seal"), signature
    field.P, field.F = page, PRINTED_AND_LOCKED
    field.AP = Dictionary(N=picture)
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
    pdf.Root.Perms = Dictionary(DocMDP=signature)
    free = _CONTENTS + b"<%s>%s>>" % (b"0" * 2 * room, b" " * _WIDEST)
    written = {one.objgen[0]: one.unparse(resolved=True) for one in (field, page, pdf.Root)}
    written[picture.objgen[0]] = _picture(statement.picture)
    written[signature.objgen[0]] = signature.unparse(resolved=True).removesuffix(b">>") + free
    return sorted(written.items())


def _field(pdf: Pdf) -> tuple[Object, Object]:
    """Return a page and the field on it: in the place that the paper keeps, or nowhere to be seen.

    The place is a link to an address that is none; the field takes its number over.
    """
    for page in pdf.pages:
        for kept in page.obj.get("/Annots", ()):
            if "/A" in kept and kept.A.get("/URI") == SEAL_PLACE:
                left, low, right, _ = (float(one) for one in kept.Rect)
                del kept.A
                kept.Subtype = Name.Widget
                kept.Rect = _around((left + right) / 2, low - _BELOW)
                return page.obj, kept
    first = pdf.pages[0].obj
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array([0, 0, 0, 0]))
    made = pdf.make_indirect(field)
    first.Annots = Array([*first.get("/Annots", ()), made])
    return first, made


def _around(across: float, up: float) -> Array:
    half = ACROSS / 2
    corners = (across - half, up - half, across + half, up + half)
    return Array([round(one, 2) for one in corners])


def _picture(drawing: bytes) -> bytes:
    over = Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
    form = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, ACROSS, ACROSS]),
        Resources=Dictionary(ExtGState=Dictionary(Over=over)),
        Filter=Name.FlateDecode,
        Length=len(drawing),
    )
    return form.unparse(resolved=True) + b"\nstream\n" + drawing + b"\nendstream"


def _signature(statement: Statement) -> Object:
    no_change = Dictionary(Type=Name.TransformParams, P=1, V=Name("/1.2"))
    return Dictionary(
        Type=Name.Sig,
        Filter=Name("/Adobe.PPKLite"),
        SubFilter=Name("/ETSI.CAdES.detached"),
        M=String(encode_pdf_date(statement.at)),
        Name=String(statement.signer),
        Reason=String(statement.says),
        Reference=Array(
            [Dictionary(Type=Name.SigRef, TransformMethod=Name.DocMDP, TransformParams=no_change)]
        ),
    )


def _write(paper: bytes, written: Iterable[tuple[int, bytes]], trailer: bytes) -> bytes:
    made = bytearray(paper)
    if not made.endswith(b"\n"):
        made += b"\n"
    places: list[tuple[int, int]] = []
    for number, content in written:
        places.append((number, len(made)))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(made)
    made += b"xref\n"
    for _, run in groupby(enumerate(places), key=lambda item: item[1][0] - item[0]):
        entries = [entry for _, entry in run]
        made += b"%d %d\n" % (entries[0][0], len(entries))
        made += b"".join(b"%010d 00000 n \n" % place for _, place in entries)
    made += b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, table)
    return bytes(made)
