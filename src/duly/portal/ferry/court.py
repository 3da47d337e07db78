"""The court's side: publish what changed, and take in what parties sent."""

import json
import logging
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from duly.crypto import provider
from duly.documents import queries as documents
from duly.documents.models import PaperFile
from duly.outreach import ferry
from duly.outreach.ferry import Ferry, Item
from duly.portal import (
    arrived,
    codes,
    factor,
    links,
    reading,
    receiving,
    submitting,
    telephone,
    uploads,
)
from duly.portal import ferry as crossings
from duly.portal.models import (
    Link,
    PublishedKeys,
    PublishedMark,
    PublishedPaper,
    Purpose,
    SubmissionKind,
)
from duly.portal.query import keys, twins, verification
from duly.portal.view import View, writing

logger = logging.getLogger(__name__)
# A turn publishes so many links and papers at most; the rest follow in the next.
AT_ONCE = 100
MISSED = 10_000
_NOT_TAKEN = (
    KeyError,
    ValueError,
    TypeError,
    LookupError,
    Link.DoesNotExist,
    submitting.TooMany,
    codes.TooOften,
)
# The keys that both sides hold, carried once and by hand.
CARRIED = (f"ferry-{crossings.NAME}", factor.KEY, arrived.KEY, codes.KEY)
WITH = ("paper__matter__court", "paper__recipient")


def put_out(here: Ferry, *, at: datetime) -> int:
    """Publish links and papers that changed since they were last published. Return the batches."""
    with transaction.atomic():
        items = [*_keys(), *_links(at), *_marks(at)]
        if items:
            ferry.put(here, items, at=at)
    return ferry.flush(here)


def take_in(here: Ferry, *, at: datetime) -> int:
    """Take in what parties sent. Return the batches."""

    def receive(items: Sequence[Item]) -> None:
        for item in items:
            _receive(item, at)

    return ferry.take(here, receive, at=at)


def stale(at: datetime) -> QuerySet[Link]:
    """Return the links whose view changed or is of an earlier day, and those that just ended."""
    ended = Q(revoked_at__isnull=False) | Q(expires_at__lte=at)
    changed = Q(published_on__isnull=True) | Q(published_on__lt=at.date()) & ~ended
    return Link.objects.filter(changed).order_by("pk")


def _keys() -> Iterator[Item]:
    """Yield what others verify by, where it is not what went out last.

    By then every key that an administrator carries to the portal is there to be carried.
    """
    told = asdict(keys.published())
    if not PublishedKeys.objects.filter(**told).exists():
        for name in CARRIED:
            provider.mac(b"", name)
        PublishedKeys.objects.all().delete()
        PublishedKeys.objects.create(**told)
        yield {"kind": "keys", **told}


def _links(at: datetime) -> Iterator[Item]:
    for link in stale(at)[:AT_ONCE]:
        standing = link.revoked_at is None and link.expires_at > at
        yield _link(link)
        if standing:
            view = reading.view_of(link, at)
            yield {
                "kind": "view",
                "link": link.token_sha256,
                "content": writing.dump(view),
                "twin": twins.of_case(link, view, at),
            }
            yield from _papers(link, view)
        link.published_on = at.date()
        link.save(update_fields=["published_on"])


def _link(link: Link) -> Item:
    sent = link.submissions.order_by("pk")
    return {
        "kind": "link",
        "link": link.token_sha256,
        "factor": link.factor,
        "purpose": link.purpose,
        "takes_code": telephone.reaches(link),
        "issued_at": link.issued_at.isoformat(),
        "expires_at": link.expires_at.isoformat(),
        "revoked_at": link.revoked_at.isoformat() if link.revoked_at else None,
        "answers": [[str(one.key), one.state, one.answer, one.handled_by] for one in sent],
    }


def _papers(link: Link, view: View) -> Iterator[Item]:
    known = dict(PublishedPaper.objects.filter(link=link).values_list("paper_id", "title"))
    for card in view.papers:
        # One that was signed since bears another title, and goes out again.
        file = None if known.get(card.id) == card.title else reading.paper_of(link, card.id)
        if file is not None:
            PublishedPaper.objects.update_or_create(
                link=link, paper_id=card.id, defaults={"title": file.title}
            )
            yield {
                "kind": "paper",
                "link": link.token_sha256,
                "id": card.id,
                "title": file.title,
                "pdf": file.text,
            }


def publish_missed(*, on: date, at: datetime) -> str:
    """Look through every issued paper for one that was never published; once a night."""
    if not settings.DULY_PORTAL_FERRY:
        return ""
    here = crossings.crossing()
    missed = PaperFile.objects.exclude(paper_id__in=PublishedMark.objects.values("paper_id"))
    with transaction.atomic():
        items = [_mark(file, at) for file in missed.select_related(*WITH)[:MISSED]]
        if items and here is not None:
            ferry.put(here, items, at=at)
    return f"补发{len(items)}份文书的核验信息"


def _marks(at: datetime) -> Iterator[Item]:
    """Yield how to verify what was issued since the newest that is known, or what changed."""
    newest = PublishedMark.objects.order_by("-pk").first()
    since = PaperFile.objects.get(paper_id=newest.paper_id).pk if newest else 0
    changed = PublishedMark.objects.filter(standing="").values_list("paper_id", flat=True)
    again = PaperFile.objects.filter(paper_id__in=list(changed[:AT_ONCE]))
    new = PaperFile.objects.filter(pk__gt=since).order_by("pk")[:AT_ONCE]
    for file in (*again.select_related(*WITH), *new.select_related(*WITH)):
        yield _mark(file, at)


def _mark(file: PaperFile, at: datetime) -> Item:
    said, copy = verification.verified(file), documents.signed_copy_of(file.paper_id)
    code = file.paper.verification_code
    item = {
        "number": said.number,
        "code": arrived.code_digest(code) if code else "",
        "pdf_sha256": said.pdf_sha256,
        "docx_sha256": said.docx_sha256,
        "unsigned_sha256": said.unsigned_sha256,
        "signed_sha256": copy.pdf_sha256 if copy else "",
        "standing": said.standing,
        "content": json.dumps(asdict(said), ensure_ascii=False, sort_keys=True),
        "twin": twins.of_paper(said, at),
    }
    PublishedMark.objects.update_or_create(paper_id=file.paper_id, defaults=item)
    return {"kind": "mark", "id": file.paper_id, **item}


def _receive(item: Item, at: datetime) -> None:
    """Take in what a party sent, if it is what the portal may pass on; note what is not."""
    try:
        with transaction.atomic():
            (_send_code if "code" in item else _keep)(item, at)
    except _NOT_TAKEN as refused:
        logger.warning("what came from the portal was not taken: %r", refused)


def _send_code(item: Item, at: datetime) -> None:
    """Send the code that the portal will expect. One that comes too late is not sent."""
    asked_at = datetime.fromisoformat(item["asked_at"])
    until = asked_at + codes.LIFE
    if not asked_at <= at + codes.APART or until <= at:
        raise ValueError("the request is not of this quarter of an hour")
    code = codes.keep(
        link=_standing(item, at), key=uuid.UUID(item["code"]), about=item["about"], at=asked_at
    )
    telephone.send(code, codes.value(code), until=until, at=at)


def _standing(item: Item, at: datetime) -> Link:
    return links.standing(at).get(token_sha256=item["link"])


def _keep(item: Item, at: datetime) -> None:
    link = Link.objects.get(token_sha256=item["link"], revoked_at=None)
    kind = SubmissionKind(item["submission"])
    if kind not in submitting.OPEN_TO[Purpose(link.purpose)]:
        raise ValueError(f"{link.purpose} may not send {kind}")
    file: Any = item["file"]
    upload = uploads.Upload(str(file["name"]), uploads.content(file["content"])) if file else None
    if upload is not None:
        uploads.check(upload)
    submission = submitting.keep(
        link=link,
        key=uuid.UUID(item["key"]),
        kind=kind,
        content={str(name): str(value) for name, value in item["content"].items()},
        upload=upload,
        at=at,
    )
    if submission is not None:
        receiving.announce(submission, at=at)
