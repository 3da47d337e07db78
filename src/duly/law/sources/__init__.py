"""The law on file: articles by version, the mechanism by clause, each with what is held of it.

No wording is stored that was not copied from a named source; an article whose wording
is not held is still cited, with status 条文未存.
"""

from duly.law.sources.citation import Citation, Status
from duly.law.sources.form import MalformedFile, read_version
from duly.law.sources.mechanism import clause, clauses
from duly.law.sources.refusal import BeforeFirstText, UnknownArticle, UnknownSubject
from duly.law.sources.shelf import Shelf, article, check_citation, cite, shelf
from duly.law.sources.version import Correction, Entry, Version
from duly.law.sources.written import written

__all__ = [
    "BeforeFirstText",
    "Citation",
    "Correction",
    "Entry",
    "MalformedFile",
    "Shelf",
    "Status",
    "UnknownArticle",
    "UnknownSubject",
    "Version",
    "article",
    "check_citation",
    "cite",
    "clause",
    "clauses",
    "read_version",
    "shelf",
    "written",
]
