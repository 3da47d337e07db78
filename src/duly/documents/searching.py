"""Papers are found by what was filled into them: what their template says, all of them say.

The values of text blanks are cut into pairs of neighbouring characters when a paper is issued.
Papers are kept sealed, so each pair is kept as a blind index: eight bytes that tell nothing
without the court's key. A plain indexed table answers alike on SQLite and PostgreSQL, newest
matters first. Whatever has all pairs is opened and read before it is shown.
"""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Exists, OuterRef, Q

from duly.crypto import provider
from duly.documents import inputs, versions
from duly.documents.blank import Blank, Rows
from duly.documents.models import Paper, PaperTerm
from duly.documents.templates import BlankKind, declared, load
from duly.registry.search import Sought, rarest

PURPOSE = "paper"
# Of what is typed so much is looked for: more tells no more.
LONGEST = 40
BEFORE, AFTER = 12, 24


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A paper that says what was looked for, and the words around it."""

    paper_id: int
    title: str
    before: str
    said: str
    after: str


def keep(paper: Paper) -> None:
    """Let a paper's matter be found by what the paper says, in the transaction of its issue."""
    pairs = {pair for value in _filled(paper) for pair in _pairs(_plain(value))}
    PaperTerm.objects.bulk_create(
        (PaperTerm(matter_id=paper.matter_id, term=term) for term in sorted(map(_term, pairs))),
        ignore_conflicts=True,
    )


def seek(text: str) -> Sought | None:
    """Return where words are to be looked for; None where nothing can be found by them."""
    terms = {_term(pair) for word in words(text) for pair in _pairs(word)}
    if not terms:
        return None
    first = rarest(PaperTerm.objects, terms)
    also = Q()
    for term in terms - {first}:
        also &= Q(Exists(PaperTerm.objects.filter(term=term, matter=OuterRef("pk"))))
    return Sought(PaperTerm.objects.filter(term=first), "matter_id", also)


def words(text: str) -> list[str]:
    """Return the words of a typed text as they are looked for."""
    return [_plain(word) for word in text[:LONGEST].split() if len(_plain(word)) > 1]


def excerpts(matter_ids: Collection[int], text: str) -> Mapping[int, Excerpt]:
    """Return of each matter the newest paper that says every word, where there is one."""
    wanted = words(text)
    papers = Paper.objects.filter(matter__in=matter_ids, issued_at__isnull=False)
    found: dict[int, Excerpt] = {}
    for paper in papers.select_related("matter__court").defer("text").order_by("pk"):
        values = [_plain(value) for value in _filled(paper)]
        if all(any(word in value for value in values) for word in wanted):
            found[paper.matter_id] = _excerpt(paper, values, wanted[0])
    return found


def _excerpt(paper: Paper, values: list[str], word: str) -> Excerpt:
    value = next(one for one in values if word in one)
    at = value.index(word)
    end = at + len(word)
    before, after = value[max(0, at - BEFORE) : at], value[end : end + AFTER]
    return Excerpt(paper.pk, paper.title, before, value[at:end], after)


def _filled(paper: Paper) -> Iterator[str]:
    """Yield what stands in the text blanks of a paper; numbers, days and sums do not count."""
    for name, given in inputs.load(paper.blanks).items():
        for column, blank in _blanks(name, given):
            known = declared().get(column)
            if known is not None and known.kind is BlankKind.TEXT:
                yield blank.value
    yield from _own_words(paper)


def _own_words(paper: Paper) -> Iterator[str]:
    """Yield the lines that were written for this paper alone, beside the court's wording."""
    if paper.template_version == load(paper.template).version:
        return
    try:
        usual = versions.in_force(paper.matter.court, paper.template, on=paper.paper_date)
        own = versions.lines(paper.template, paper.template_version)
        known = {one.text for one in versions.lines(usual.id, usual.version)}
    except versions.UnknownVersion:
        return
    yield from (one.text for one in own if one.text not in known)


def _blanks(name: str, given: Blank | Rows) -> Iterator[tuple[str, Blank]]:
    if isinstance(given, Rows):
        for row in given.rows:
            yield from row.items()
    else:
        yield name, given


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _pairs(word: str) -> set[str]:
    return {"".join(pair) for pair in pairwise(word)}


def _term(pair: str) -> int:
    sealed = bytes.fromhex(provider.blind_index(pair, PURPOSE))
    return int.from_bytes(sealed[:8], "big", signed=True)
