"""How a matter is found: a case number in any notation, a name, a whole ID or phone number.

Names are cut into pairs of neighbouring characters, since two characters must suffice; case
numbers into their serial with and without the type code. A plain indexed table of these
pieces answers alike on SQLite and PostgreSQL, and gives the newest matters first without
sorting, however many there are (`docs/benchmarks.md`).
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

from django.db.models import Manager, Q, QuerySet

from duly.law.identity import CaseNumber, Malformed, phone
from duly.registry.blind import IDENTIFIER, PHONE, index
from duly.registry.models import ContactPoint, Matter, Party, SearchTerm

T = TypeVar("T", str, int)
OLD_FORM = "字第"
# A term that finds more matters than this is not told apart from a more frequent one.
RARE = 500
# No name or number has them, and a database may not even take them.
_UNSEEN = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_LONG_NUMBER = re.compile(r"[0-9]{6,17}[0-9X]|[0-9A-Z]{18}")
_HAN = "\u4e00-\u9fff"
_NUMBER = re.compile(
    rf"(?:\((?P<year>[0-9]{{4}})\)|(?P<bare_year>[0-9]{{4}})(?=[{_HAN}]))?"
    rf"(?P<court>最高法|[{_HAN}]{{1,2}}[0-9]{{2,4}}(?=[{_HAN}]))?"
    rf"(?P<kind>[{_HAN}]{{1,12}}?)?(?P<serial>[0-9]{{1,6}})号?"
)


@dataclass(frozen=True, slots=True)
class Sought:
    """Rows that name the matters found, by which column, and what a matter must also say."""

    rows: QuerySet[Any]
    column: str
    also: Q


def terms_of(matter: Matter) -> set[str]:
    """Return everything by which a matter is found, from its parties' names and its numbers."""
    terms = {term for name in matter.names.split() for term in _pairs(name)}
    for number in map(CaseNumber.parse, matter.numbers.split()):
        terms |= {f"{number.kind or OLD_FORM}{number.serial}", f"{number.serial}"}
    return terms


def keep(matters: Sequence[Matter]) -> None:
    """Let matters be found by what they are called now, in the transaction of the act."""
    SearchTerm.objects.bulk_create(
        (SearchTerm(matter=matter, term=term) for matter in matters for term in terms_of(matter)),
        ignore_conflicts=True,
    )


def _pairs(name: str) -> set[str]:
    return {"".join(pair) for pair in pairwise(name.casefold())}


def seek(text: str) -> Sought | None:
    """Return where a typed text is to be looked for; None where nothing can be found by it."""
    wanted = text.strip()
    if _UNSEEN.search(wanted):
        return None
    plain = "".join(unicodedata.normalize("NFKC", wanted).split()).replace("〔", "(")
    return _whole_number(plain) or _case_number(plain.replace("〕", ")")) or _name(wanted)


def _whole_number(plain: str) -> Sought | None:
    """A phone or ID number is found whole or not at all: only its blind index is kept."""
    try:
        points = ContactPoint.objects.filter(value_index=index(phone.check(plain), PHONE))
        return Sought(points, "party__matter_id", Q())
    except Malformed:
        pass
    if not _LONG_NUMBER.fullmatch(plain.upper()):
        return None
    parties = Party.objects.filter(identifier_index=index(plain.upper(), IDENTIFIER))
    return Sought(parties, "matter_id", Q())


def _case_number(plain: str) -> Sought | None:
    found = _NUMBER.fullmatch(plain)
    if found is None:
        return None
    year = found["year"] or found["bare_year"]
    kind, serial = found["kind"] or "", found["serial"].lstrip("0")
    before = f"（{year}）" if year else "）"
    middle = found["court"] or "[^ ]*"
    also = Q(numbers__regex=f"{before}{middle}{kind}{serial}号")
    tail = re.sub(f".*{OLD_FORM}", OLD_FORM, kind)
    return Sought(SearchTerm.objects.filter(term=f"{tail}{serial}"), "matter_id", also)


def _name(wanted: str) -> Sought | None:
    words = wanted.replace("(", "（").replace(")", "）").split()
    terms = {term for word in words for term in _pairs(word)}
    if not terms:
        return None
    also = Q()
    for word in words:
        also &= Q(names__icontains=word)
    return Sought(
        SearchTerm.objects.filter(term=rarest(SearchTerm.objects, terms)), "matter_id", also
    )


def rarest(kept: Manager[Any], terms: Iterable[T]) -> T:
    """Return the term that finds the fewest matters, as far as a short look tells."""
    ordered = sorted(terms)
    if len(ordered) == 1:
        return ordered[0]
    found = [(kept.filter(term=one)[:RARE].count(), one) for one in ordered]
    return min(found)[1]
