"""A wording as a form: a paragraph a box; what was typed or uploaded read back into lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from duly.documents.render import NotReadable, read_form
from duly.documents.render.word_form import LARGEST
from duly.documents.templates import LineKind, WrittenLine, line
from duly.documents.versions import Fault

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# So many characters fill a line of the box.
_WIDE = 44
_SHUT = (None, LineKind.COURT, LineKind.TITLE)
_KINDS = {kind.value: kind for kind in LineKind}


@dataclass(frozen=True, slots=True)
class Box:
    """One paragraph in its box, with what is wrong with it."""

    number: int
    line: WrittenLine
    faults: tuple[str, ...]

    @property
    def rows(self) -> int:
        """How many lines the box should show."""
        return len(self.line.text) // _WIDE + 1

    @property
    def shut(self) -> bool:
        """Whether the text stays as it is: names, and the marks around repeated lines."""
        return self.line.kind in _SHUT

    @property
    def kind(self) -> str:
        """The kind as the form sends it; empty for the marks around repeated lines."""
        return self.line.kind.value if self.line.kind else ""


def boxes(lines: Iterable[WrittenLine], faults: Iterable[Fault] = ()) -> tuple[Box, ...]:
    """Return the boxes of a wording."""
    wrong = tuple(faults)
    return tuple(
        Box(number, one, tuple(f.sentence for f in wrong if f.paragraph == number))
        for number, one in enumerate(lines, 1)
    )


def typed(request: HttpRequest) -> tuple[WrittenLine, ...]:
    """Return the lines that were typed; a line break begins a paragraph of the same kind."""
    kinds, texts = request.POST.getlist("kind"), request.POST.getlist("text")
    return tuple(_lines(zip(kinds, texts, strict=False)))


def uploaded(request: HttpRequest) -> tuple[WrittenLine, ...] | None:
    """Return the lines of the Word file that was sent, or None. Raises NotReadable."""
    given = request.FILES.get("file")
    if "upload" not in request.POST:
        return None
    if not isinstance(given, UploadedFile):
        raise NotReadable(_("请选择改好的Word文件（.docx）。"))
    if (given.size or 0) > LARGEST:
        raise NotReadable(_("文件超过2MB，请去掉图片后再上传。"))
    return read_form(given.read())


def _lines(pairs: Iterable[tuple[str, str]]) -> Iterator[WrittenLine]:
    for kind, text in pairs:
        for one in text.splitlines():
            found = line(one, _KINDS.get(kind, LineKind.BODY))
            if found.text:
                yield found
