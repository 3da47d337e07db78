"""A citation that was written down, read back to what it names."""

import re
from datetime import date

from duly.law.sources.citation import Citation
from duly.law.sources.mechanism import TITLE, clause
from duly.law.sources.refusal import UnknownArticle
from duly.law.sources.shelf import Shelf

_WRITTEN = re.compile(
    r"《(?P<title>[^《》]+)》(?:第(?P<number>\d+)条(?P<more>之.+)?|(?P<clause>.+))"
)
_INNER_MARKS = str.maketrans("〈〉", "《》")


def written(words: str, *, on: date, shelf: Shelf) -> Citation:
    """Return what a citation in digits names on a date: the inverse of `Citation.in_digits`.

    Raises UnknownArticle for words that are no citation on file, or BeforeFirstText.
    """
    found = _WRITTEN.fullmatch(words)
    if found is None:
        raise UnknownArticle(f"“{words}”不是条文的引用")
    if found["number"]:
        title = found["title"].translate(_INNER_MARKS)
        return shelf.article(title, found["number"] + (found["more"] or ""), on=on)
    if found["title"] != TITLE:
        raise UnknownArticle(f"“{words}”没有条号")
    return clause(found["clause"])
