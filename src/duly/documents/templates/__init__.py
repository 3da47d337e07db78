"""The templates (样式): one readable text file each, and the vocabulary of their blanks."""

from duly.documents.templates.shelf import UnknownTemplate, load, template_ids
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
    "Page",
    "Seal",
    "Standing",
    "Template",
    "UnknownTemplate",
    "declared",
    "declared_rows",
    "load",
    "template_ids",
]
