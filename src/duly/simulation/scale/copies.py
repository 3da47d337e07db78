"""Each copy's own people and numbers, its place in the journal's chain, and its search terms."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate, islice
from random import Random
from typing import Any

from django.db import connection

from duly.accounts.models import User
from duly.crypto import provider
from duly.journal import chain
from duly.journal.canonical import spelled
from duly.journal.models import Entry, Head
from duly.law.terms import PartyRole, Role
from duly.registry import search
from duly.registry.blind import ACCOUNT, IDENTIFIER, PHONE, index
from duly.registry.models import Court, Matter, NumberSeries, SearchTerm
from duly.simulation import identities
from duly.simulation.scale import loading, people
from duly.simulation.scale.multiplying import COLUMNS, COPIES
from duly.simulation.scale.people import Somebody
from duly.simulation.scale.signs import NUMBERS, ROOM, SERIALS, SIDES, Sign
from duly.simulation.scale.variant import Variant

CHUNK = 20_000
# What is filled here, beside the rows that are multiplied.
FILLED = (Entry, SearchTerm)
# Instruments of the prototypes bear low numbers; those of the copies begin here, each year.
FIRST_TRIAL = 10_000
ENTRY_COLUMNS = (
    *("seq", "at", "at_with_offset", "actor_id", "actor_name", "post", "act", "matter_id"),
    *("subject", "detail", "payload_hash", "previous_hash", "hash"),
)
# The copy's matter is its first row in the table of matters.
MATTER_PLACE = 1


@dataclass
class Copies:
    """Copies of weighted variants, one after another, each different and the same every time."""

    court: Court
    variants: Sequence[Variant]
    weights: Sequence[float]
    actor: User
    at: datetime
    chance: Random
    first: int
    series: dict[tuple[int, str], int] = field(default_factory=dict)
    trials: dict[int, int] = field(default_factory=lambda: defaultdict(lambda: FIRST_TRIAL))

    def fill(self, count: int) -> None:
        """Fill the table of copies, the journal and the search terms with so many copies."""
        head, _ = Head.objects.get_or_create(only=1, defaults={"hash": chain.BEGINNING})
        known = NumberSeries.objects.filter(court=self.court)
        self.series = {(one.year, one.code): one.last for one in known}
        made = self._made(count)
        while chunk := list(islice(made, CHUNK)):
            rows = [[row[name] for name in COLUMNS] for row in chunk]
            entries = [self._entry(row, head) for row in chunk]
            for row, own in zip(rows, chunk, strict=True):
                row[COLUMNS.index("entry")] = own["entry"]
            loading.fill(COPIES, COLUMNS, rows)
            loading.fill(Entry._meta.db_table, ENTRY_COLUMNS, entries)
            loading.fill(SearchTerm._meta.db_table, ("term", "matter_id"), _terms(chunk))
        head.save()
        for (year, code), last in self.series.items():
            NumberSeries.objects.update_or_create(
                court=self.court, year=year, code=code, defaults={"last": last}
            )

    def _made(self, count: int) -> Iterator[dict[str, Any]]:
        bounds = list(accumulate(self.weights))
        places = range(len(self.variants))
        for copy in range(self.first, self.first + count):
            place = self.chance.choices(places, cum_weights=bounds)[0]
            yield self._copy(copy, place)

    def _copy(self, copy: int, place: int) -> dict[str, Any]:
        variant = self.variants[place]
        row: dict[str, Any] = dict.fromkeys(COLUMNS, "")
        row |= {"variant": place, "copy": copy}
        for role, sign in SIDES.items():
            row |= self._side(sign, self._somebody(role in variant.units, role))
        card = identities.bank_card(self.chance.randrange(10**9))
        row["account"], row["account_index"] = provider.encrypt(card), index(card, ACCOUNT)
        row["number"] = self._trial(variant.year)
        for (year, code), number, serial in zip(variant.series, NUMBERS, SERIALS, strict=False):
            given = self.series.get((year, code), 0) + 1
            self.series[year, code] = given
            row[number.name.lower()] = f"（{year}）{self.court.code}{code}{given}号"
            row[serial.name.lower()] = str(given)
        return row

    def _somebody(self, is_unit: bool, role: PartyRole) -> Somebody:
        if not is_unit:
            return people.person(self.chance.randrange(people.PERSONS))
        # A few firms go to court again and again.
        skew = 4 if role is PartyRole.CREDITOR else 2
        return people.unit(int(people.UNITS * self.chance.random() ** skew))

    def _side(self, sign: Sign, who: Somebody) -> dict[str, str]:
        side = sign.name.lower()
        phone = identities.mobile(self.chance.randrange(10_000))
        return {
            side: who.name,
            f"{side}_id": provider.encrypt(who.identifier),
            f"{side}_index": index(who.identifier, IDENTIFIER),
            f"{side}_born": who.born.isoformat() if who.born else "",
            f"{side}_phone": provider.encrypt(phone),
            f"{side}_phone_index": index(phone, PHONE),
        }

    def _trial(self, year: int) -> str:
        self.trials[year] += 1
        return f"（{year}）{self.court.code}民初{self.trials[year]}号"

    def _entry(self, row: dict[str, Any], head: Head) -> list[Any]:
        """Chain one entry for a copy, which stands for all that its prototype's steps wrote."""
        detail = {"instrument": row["number"], "parties": f"{row['creditor']} {row['debtor']}"}
        link = chain.Link(
            seq=head.seq + 1,
            at=self.at.isoformat(),
            actor_id=self.actor.pk,
            actor_name=self.actor.full_name,
            post=Role.TRIAL_CLERK.value,
            act="seed_matter",
            matter_id=row["copy"] * ROOM + MATTER_PLACE,
            payload_hash=chain.payload_hash({}, detail),
            previous_hash=head.hash,
        )
        head.seq, head.hash = row["entry"], _ = link.seq, link.hash
        at = str(connection.ops.adapt_datetimefield_value(self.at))
        return [
            *(link.seq, at, link.at, link.actor_id, link.actor_name, link.post, link.act),
            *(link.matter_id, "{}", spelled(detail).decode(), link.payload_hash),
            *(link.previous_hash, link.hash),
        ]


def _terms(chunk: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, int]]:
    for row in chunk:
        numbers = [row["number"], *(row[sign.name.lower()] for sign in NUMBERS)]
        called = Matter(
            names=f"{row['creditor']} {row['debtor']}", numbers=" ".join(filter(None, numbers))
        )
        for term in search.terms_of(called):
            yield term, row["copy"] * ROOM + MATTER_PLACE
