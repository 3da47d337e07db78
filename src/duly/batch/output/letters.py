"""The letters of a batch in mailing order: places together, then names, then case numbers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from duly.batch.models import Batch
from duly.documents.models import Paper
from duly.documents.templates import load
from duly.law.terms import PartyRole
from duly.registry.models import ContactPoint, ContactPointKind, Party

AT_ONCE = 500
_DIGITS = re.compile("([0-9]+)")
# What goes to the police, to another division or to the family is handed over, not mailed.
MAILED = frozenset({"debtor", "objector", "party", "sanctioned", "court"})


@dataclass(frozen=True, slots=True)
class Letter:
    """A paper on its way to one person. Without an address it is not for the mail.

    `party_id` is None where the paper is handed over, and to nobody in the matter.
    """

    paper_id: int
    party_id: int | None
    title: str
    number: str
    to: str
    address: str

    @property
    def order(self) -> tuple[bool, list[str | int], str, list[str | int], str]:
        """By what letters are sorted: the mail first, street by street, house by house."""
        return (
            not self.address,
            _counting(self.address),
            self.to,
            _counting(self.number),
            self.title,
        )


def _counting(text: str) -> list[str | int]:
    """Return a text so that 9号 sorts before 10号: words and numbers in turn."""
    return [int(part) if place % 2 else part for place, part in enumerate(_DIGITS.split(text))]


def in_mailing_order(batch: Batch) -> list[Letter]:
    """Return the letters of every item done; the same order whenever and however it was done."""
    acts = batch.items.filter(taken__isnull=False).values_list("taken__paper_ids", flat=True)
    papers = iter([paper for ids in acts.order_by("place") for paper in ids])
    found: list[Letter] = []
    while some := list(islice(papers, AT_ONCE)):
        found += _letters(some)
    # Sorting keeps the order of the items where two letters are alike.
    return sorted(found, key=lambda letter: letter.order)


def _letters(paper_ids: list[int]) -> Iterator[Letter]:
    papers = Paper.objects.select_related("recipient", "matter").defer("blanks", "text")
    known = papers.in_bulk(paper_ids)
    debtors = _debtors({paper.matter_id for paper in known.values()})
    to = {
        paper: _addressees(known[paper], debtors.get(known[paper].matter_id, []))
        for paper in paper_ids
    }
    addresses = _addresses({party.pk for parties in to.values() for party in parties})
    for paper_id in paper_ids:
        paper = known[paper_id]
        number = paper.number or paper.matter.numbers.split()[-1]
        if not to[paper_id]:
            yield Letter(paper_id, None, paper.title, number, "", "")
        for party in to[paper_id]:
            address = addresses.get(party.pk, "")
            yield Letter(paper_id, party.pk, paper.title, number, party.name, address)


def _addressees(paper: Paper, debtors: list[Party]) -> list[Party]:
    if load(paper.template).addressee not in MAILED:
        return []
    return [paper.recipient] if paper.recipient else debtors


def _debtors(matters: set[int]) -> Mapping[int, list[Party]]:
    found: dict[int, list[Party]] = {}
    debtors = Party.objects.filter(matter__in=matters, role=PartyRole.DEBTOR.value)
    for party in debtors.order_by("pk"):
        found.setdefault(party.matter_id, []).append(party)
    return found


def _addresses(parties: set[int]) -> Mapping[int, str]:
    """Return the newest address of each party, one confirmed for service before any other."""
    points = ContactPoint.objects.filter(party__in=parties, kind=ContactPointKind.ADDRESS.value)
    ordered = points.order_by("confirmed_for_service", "pk")
    return {point.party_id: point.value for point in ordered}
