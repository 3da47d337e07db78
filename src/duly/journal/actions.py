"""Everything that adds to the journal. Nothing changes or removes what is in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from duly.journal import anchors, chain
from duly.journal.anchors import Anchor
from duly.journal.canonical import Json, plain
from duly.journal.models import Entry, Head


class NoOffset(ValueError):
    """A moment without its offset from UTC cannot be recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An act to be recorded. `actor_id` is None for what the program does by itself."""

    at: datetime
    actor_id: int | None
    actor_name: str
    post: str
    act: str
    matter_id: int | None = None
    subject: Mapping[str, object] = field(default_factory=dict)
    detail: Mapping[str, object] = field(default_factory=dict)


def record(
    *,
    at: datetime,
    actor_id: int | None,
    actor_name: str,
    post: str,
    act: str,
    matter_id: int | None = None,
    subject: Mapping[str, object] | None = None,
    detail: Mapping[str, object] | None = None,
) -> Entry:
    """Add an act to the chain, inside the transaction of the act itself.

    If either fails, both are undone. `actor_id` is None for what the program does by itself.

    :raises NoOffset: if `at` has no offset from UTC.
    :raises duly.journal.canonical.NotRecordable: for a detail without one exact spelling.
    """
    event = Event(
        at=at,
        actor_id=actor_id,
        actor_name=actor_name,
        post=post,
        act=act,
        matter_id=matter_id,
        subject=subject or {},
        detail=detail or {},
    )
    return record_all([event])[0]


def record_all(events: Sequence[Event]) -> list[Entry]:
    """Add acts to the chain in their order, an entry each, as `record` adds one."""
    if any(event.at.tzinfo is None for event in events):
        raise NoOffset("留痕的时间须带时区")
    contents = [(plain(event.subject), plain(event.detail)) for event in events]
    with transaction.atomic(savepoint=False):
        head = _locked_head()
        entries = []
        for event, content in zip(events, contents, strict=True):
            link = _link(head, event, content)
            entries.append(_entry(link, event.at, *content))
            head.seq, head.hash = link.seq, link.hash
        Entry.objects.bulk_create(entries)
        head.save(update_fields=["seq", "hash"])
    return entries


def anchor(*, at: datetime, folder: Path | None = None) -> Anchor | None:
    """Sign the end of the chain and keep the mark outside the database.

    Return None while the journal is empty.
    """
    head = Head.objects.filter(only=1).first()
    if head is None or head.seq == 0:
        return None
    mark = anchors.make(seq=head.seq, head_hash=head.hash, at=at)
    anchors.keep(mark, folder or settings.DULY_ANCHORS)
    return mark


def anchor_daily(*, on: date, at: datetime) -> str:
    """Anchor the chain as part of the nightly round."""
    mark = anchor(at=at)
    return f"留痕已锚定至第{mark.seq}条" if mark else "尚无留痕"


def _locked_head() -> Head:
    locked = Head.objects.select_for_update().filter(only=1)
    head = locked.first()
    if head is None:
        Head.objects.get_or_create(only=1, defaults={"hash": chain.BEGINNING})
        head = locked.get()
    return head


def _link(head: Head, event: Event, content: tuple[Json, Json]) -> chain.Link:
    return chain.Link(
        seq=head.seq + 1,
        at=event.at.isoformat(),
        actor_id=event.actor_id,
        actor_name=event.actor_name,
        post=event.post,
        act=event.act,
        matter_id=event.matter_id,
        payload_hash=chain.payload_hash(*content),
        previous_hash=head.hash,
    )


def _entry(link: chain.Link, at: datetime, subject: Json, detail: Json) -> Entry:
    return Entry(
        seq=link.seq,
        at=at,
        at_with_offset=link.at,
        actor_id=link.actor_id,
        actor_name=link.actor_name,
        post=link.post,
        act=link.act,
        matter_id=link.matter_id,
        subject=subject,
        detail=detail,
        payload_hash=link.payload_hash,
        previous_hash=link.previous_hash,
        hash=link.hash,
    )
