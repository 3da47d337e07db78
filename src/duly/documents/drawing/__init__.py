"""Drawing up a paper: template, blanks and date in; the finished wording, or all that is wrong."""

from duly.documents.blank import Blank, Blanks, Rows
from duly.documents.court import CourtFace
from duly.documents.drawing.drawing_up import draw_up
from duly.documents.drawing.drawn import Drawn, Paragraph, Span
from duly.documents.drawing.refusal import Reason, Refusal, Refused

__all__ = [
    "Blank",
    "Blanks",
    "CourtFace",
    "Drawn",
    "Paragraph",
    "Reason",
    "Refusal",
    "Refused",
    "Rows",
    "Span",
    "draw_up",
]
