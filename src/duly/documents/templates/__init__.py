"""The templates (样式): one readable text file each, and the vocabulary of their blanks."""

from duly.documents.templates.lines import WrittenLine, line, lines_of, read_back, with_lines
from duly.documents.templates.reading import MalformedTemplate, read
from duly.documents.templates.shelf import UnknownTemplate, file_of, load, template_ids
from duly.documents.templates.template import (
    Fixed,
    Group,
    Hole,
    Line,
    LineKind,
    Page,
    Seal,
    Standing,
    Template,
)
from duly.documents.templates.vocabulary import BlankKind, Declared, declared, declared_rows

__all__ = [
    "BlankKind",
    "Declared",
    "Fixed",
    "Group",
    "Hole",
    "Line",
    "LineKind",
    "MalformedTemplate",
    "Page",
    "Seal",
    "Standing",
    "Template",
    "UnknownTemplate",
    "WrittenLine",
    "declared",
    "declared_rows",
    "file_of",
    "line",
    "lines_of",
    "load",
    "read",
    "read_back",
    "template_ids",
    "with_lines",
]
