"""The mechanism's own text by clause, read from an unchanged copy of the court's paper."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from duly.law.sources.citation import Citation, Status
from duly.law.sources.refusal import UnknownArticle

TITLE = "广州市从化区人民法院全面督促自动履行工作机制"
SOURCE = "mechanism.txt"

_MARKER = re.compile(r"(?:阶段[一二三][：、]|（[一二三四五六]）|（\d{1,2}）|\d{1,2}\.) ?", re.ASCII)
_HALF_WIDTH = str.maketrans("（）", "()")


def clause(reference: str) -> Citation:
    """Return a clause of the mechanism: "二(二)2", "一(三)", "三(二)1(1)", "前言", "二(三)附7".

    A clause holds all that stands under it; its own number is left off the text.
    Full-width brackets are read too. An unknown reference raises UnknownArticle.
    """
    found = clauses().get(reference.translate(_HALF_WIDTH))
    if found is None:
        raise UnknownArticle(f"本机制没有“{reference}”这一条款")
    return found


@cache
def clauses() -> Mapping[str, Citation]:
    """Return every clause by its reference, in the order of the source."""
    folder = resources.files(__package__) / "data"
    lines = (folder / SOURCE).read_text(encoding="utf-8").split("\n")
    spans = tomllib.loads((folder / "clauses.toml").read_text(encoding="utf-8"))["lines"]
    return {
        reference: _citation(reference, "\n".join(lines[first - 1 : last]))
        for reference, (first, last) in spans.items()
    }


def _citation(reference: str, wording: str) -> Citation:
    marker = _MARKER.match(wording)
    text = wording[marker.end() :] if marker else wording
    return Citation(TITLE, reference, text, Status.ON_FILE, source=SOURCE)
