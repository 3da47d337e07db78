"""The wordings of a template: the packaged one first, then what a court put in its place."""

from duly.documents.versions.checking import Fault, faults, notes
from duly.documents.versions.comparing import Change, Compared, compared, shortened, words
from duly.documents.versions.keeping import (
    UnknownVersion,
    before,
    by_hash,
    file_by_hash,
    in_force,
    keep,
    lines,
    published,
    read_kept,
)

__all__ = [
    "Change",
    "Compared",
    "Fault",
    "UnknownVersion",
    "before",
    "by_hash",
    "compared",
    "faults",
    "file_by_hash",
    "in_force",
    "keep",
    "lines",
    "notes",
    "published",
    "read_kept",
    "shortened",
    "words",
]
