"""Puts values into the wording of a message, by the checks that papers go through."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from duly.documents.blank import Blank
from duly.documents.court import CourtFace
from duly.documents.drawing import Refused, values
from duly.documents.drawing.refusal import Reason, Refusal
from duly.documents.messages.wording import HOLE, Wording


@dataclass(frozen=True, slots=True)
class Written:
    """A message as it is sent, and the version of the wording that it was written from."""

    wording: str
    version: str
    subject: str
    text: str


def write(wording: Wording, blanks: Mapping[str, Blank], *, court: CourtFace) -> Written:
    """Return a message with its blanks filled. Raises Refused with every reason."""
    refusals = tuple(_refusals(wording, blanks))
    if refusals:
        raise Refused(wording.subject or wording.id, refusals)
    given = {name: blank.value for name, blank in blanks.items()} | {"法院名称": court.name}

    def filled(text: str) -> str:
        return HOLE.sub(lambda hole: given[hole[1]], text)

    return Written(wording.id, wording.version, filled(wording.subject), filled(wording.text))


def _refusals(wording: Wording, blanks: Mapping[str, Blank]) -> Iterator[Refusal]:
    for name in blanks.keys() - set(wording.blanks):
        yield Refusal(Reason.UNKNOWN, name, f"信息样式中没有“{name}”这一空白项")
    for name in wording.blanks:
        blank = blanks.get(name)
        if blank is None:
            yield Refusal(Reason.UNFILLED, name, f"空白项“{name}”未填")
        else:
            yield from values.refusals(name, blank, name)
