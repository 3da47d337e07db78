"""Matters that the court has registered already, found by their numbers."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from django.db.models import Model, QuerySet

from duly.intake.content import Content, differences
from duly.ledger.models import Instalment, Liability, Obligation
from duly.ledger.rows import Ordered
from duly.procedure.registration import Draft, registered_under
from duly.registry.models import (
    ContactPoint,
    Court,
    Instrument,
    Matter,
    Party,
    PayeeAccount,
)
from duly.registry.rows import NewMatter

_Row = TypeVar("_Row", bound=Model)


def on_record(numbers: Collection[str], court: Court) -> dict[str, list[Content]]:
    """Return what the court has under some case numbers; a number that is new is left out."""
    numbered = registered_under(numbers, court)
    found: defaultdict[str, list[Content]] = defaultdict(list)
    for content in _contents(Matter.objects.in_bulk(numbered)):
        for number in numbered[content.registered.matter.pk]:
            found[number].append(content)
    return found


def compared(draft: Draft, known: Sequence[Content]) -> list[str]:
    """Return what a draft says otherwise than the matter on record that is nearest to it."""
    said = Content(draft.new, draft.obligations)
    return min((differences(said, one) for one in known), key=len)


def _contents(matters: dict[int, Matter]) -> Iterable[Content]:
    if not matters:
        return
    ids = list(matters)
    instruments = _by_matter(Instrument.objects.filter(matter__in=ids))
    parties = _by_matter(Party.objects.filter(matter__in=ids).defer("identifier"))
    accounts = _by_matter(
        PayeeAccount.objects.filter(matter__in=ids).defer("number").select_related("creditor")
    )
    points = _by(ContactPoint.objects.filter(party__matter__in=ids).defer("value"), "party_id")
    obligations = _by_matter(Obligation.objects.filter(matter__in=ids).select_related("creditor"))
    liabilities = _by(
        Liability.objects.filter(obligation__matter__in=ids).select_related("debtor"),
        "obligation_id",
    )
    instalments = _by(Instalment.objects.filter(obligation__matter__in=ids), "obligation_id")
    for pk, matter in matters.items():
        registered = NewMatter(matter, instruments[pk], parties[pk], accounts=accounts[pk])
        for party in parties[pk]:
            for point in points[party.pk]:
                point.party = party
                registered.contact_points.append(point)
        ordered = [
            Ordered(one, liabilities[one.pk], instalments[one.pk]) for one in obligations[pk]
        ]
        yield Content(registered, ordered)


def _by_matter(rows: QuerySet[_Row]) -> defaultdict[int, list[_Row]]:
    return _by(rows, "matter_id")


def _by(rows: Iterable[_Row], owner: str) -> defaultdict[int, list[_Row]]:
    found: defaultdict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, owner)].append(row)
    return found
