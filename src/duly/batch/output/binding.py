"""One PDF bound from many, written as it grows: what is bound is not kept in memory.

pikepdf reads each paper and copies its pages; a file of ten thousand papers kept whole would
take gigabytes, so the objects are numbered on and written one paper at a time.
"""

import re
from io import BytesIO
from typing import BinaryIO

from pikepdf import Object, Pdf, Stream

A4 = (595.276, 841.89)
_CATALOG, _PAGES = 1, 2
# A reference, or a string, in which nothing is one. qpdf escapes every bracket in a string.
_REFERENCE = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>|\b(\d+) \d+ R\b", re.DOTALL)


class Binder:
    """Binds papers into one file to be printed on both sides.

    Each paper begins on a right-hand page: where the one before has an odd number of pages,
    an empty back follows it.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._offsets = dict.fromkeys((_CATALOG, _PAGES), 0)
        self._kids: list[int] = []
        self._at = 0
        self._put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    @property
    def pages(self) -> int:
        """How many pages were bound, with the empty backs."""
        return len(self._kids)

    def add(self, printed: bytes) -> int:
        """Bind a paper. Return the number of its first page, counted from one."""
        first = self.pages + 1
        with Pdf.open(BytesIO(printed)) as paper, Pdf.new() as bound:
            _unsign(paper)
            bound.pages.extend(paper.pages)
            if len(bound.pages) % 2:
                bound.add_blank_page(page_size=A4)
            self._take(bound)
        return first

    def close(self) -> None:
        """Write what makes the pages a file. The stream itself stays open."""
        kids = b" ".join(b"%d 0 R" % number for number in self._kids)
        self._object(_CATALOG, b"<< /Pages %d 0 R /Type /Catalog >>" % _PAGES)
        self._object(_PAGES, b"<< /Count %d /Kids [ %s ] /Type /Pages >>" % (self.pages, kids))
        start, size = self._at, len(self._offsets) + 1
        self._put(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        for number in range(1, size):
            self._put(b"%010d 00000 n \n" % self._offsets[number])
        self._put(b"trailer << /Root %d 0 R /Size %d >>\n" % (_CATALOG, size))
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)

    def _take(self, bound: Pdf) -> None:
        root, tree = bound.Root.objgen[0], bound.Root.Pages.objgen[0]
        taken = [one for one in bound.objects if one.objgen[0] not in (root, tree)]
        numbers = {tree: _PAGES}
        for place, one in enumerate(taken, len(self._offsets) + 1):
            numbers[one.objgen[0]] = place
        for one in taken:
            self._object(numbers[one.objgen[0]], _written(one, numbers))
        self._kids += [numbers[page.obj.objgen[0]] for page in bound.pages]

    def _object(self, number: int, content: bytes) -> None:
        self._offsets[number] = self._at
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, content))

    def _put(self, written: bytes) -> None:
        self._file.write(written)
        self._at += len(written)


def _unsign(paper: Pdf) -> None:
    """Leave the field of a signature behind: it holds for its own file, not for a bound one."""
    if "/AcroForm" in paper.Root:
        del paper.Root.AcroForm
        for page in paper.pages:
            if "/Annots" in page:
                del page.Annots


def _written(one: Object, numbers: dict[int, int]) -> bytes:
    if not isinstance(one, Stream):
        return _renumbered(one.unparse(resolved=True), numbers)
    content = one.read_raw_bytes()
    particulars = one.stream_dict
    particulars.Length = len(content)
    head = _renumbered(particulars.unparse(), numbers)
    return b"%s\nstream\n%s\nendstream" % (head, content)


def _renumbered(written: bytes, numbers: dict[int, int]) -> bytes:
    def reference(found: "re.Match[bytes]") -> bytes:
        number = found[1]
        return b"%d 0 R" % numbers[int(number)] if number else found[0]

    return _REFERENCE.sub(reference, written)
