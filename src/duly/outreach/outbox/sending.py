"""Send what is due: claim, call the supplier outside any transaction, settle."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from duly.documents.enclosing import enclosed
from duly.documents.queries import file_of
from duly.law.terms import Channel
from duly.outreach import twin
from duly.outreach.models import Handover, HandoverOutcome, Message
from duly.outreach.outbox import claiming, recovery, settling
from duly.outreach.outbox.times import TURN
from duly.outreach.suppliers import (
    Accepted,
    Attachment,
    Declared,
    Envelope,
    RefusedBySupplier,
    Unavailable,
    Unknown,
    declared,
)

logger = logging.getLogger(__name__)

# A turn of the worker sends so many at most: after an outage they leave at a steady rate.
A_TURN = 50
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a handover when the call is over."""

    outcome: HandoverOutcome
    detail: str = ""
    reference: str = ""


def send_due(at: datetime, *, most: int = A_TURN) -> int:
    """Send what is due, as far as suppliers answer. Return how many were handed over.

    A supplier that does not answer rests until the next turn, so that one message and not
    every one finds out that it is still away.
    """
    recovery.recover(at)
    quiet = claiming.quiet_courts(at)
    resting: set[str] = set()
    began = time.monotonic()
    for sent in range(most):
        since = timedelta(seconds=time.monotonic() - began)
        if since > TURN:
            return sent
        handover = claiming.claim(at, resting=resting, quiet=quiet, since=since)
        if handover is None:
            return sent
        answer = hand_over(handover, at=at)
        if answer.outcome in (HandoverOutcome.UNAVAILABLE, HandoverOutcome.UNKNOWN):
            resting.add(handover.supplier)
        settling.settle(handover, answer.outcome, answer.detail, answer.reference, at=at)
    return most


def hand_over(handover: Handover, *, at: datetime) -> Answer:
    """Call the supplier once, and tell what is known of it afterwards."""
    message = handover.message
    supplier = declared().get(handover.supplier)
    if supplier is None:
        return Answer(HandoverOutcome.UNKNOWN, "通道已不在设置中")
    try:
        accepted = _known(supplier, message, at) or supplier.connect().send(
            _envelope(message), at=at
        )
    except RefusedBySupplier as refused:
        return Answer(HandoverOutcome.REFUSED, str(refused))
    except Unavailable as away:
        return Answer(HandoverOutcome.UNAVAILABLE, str(away))
    except Unknown as doubt:
        return Answer(HandoverOutcome.UNKNOWN, str(doubt))
    except Exception as broken:
        # An adapter that breaks on one message must not hold up the others.
        logger.exception("supplier %s failed", handover.supplier)
        return Answer(HandoverOutcome.UNKNOWN, f"{type(broken).__name__}：{broken}")
    return Answer(HandoverOutcome.ACCEPTED, reference=accepted.reference)


def _known(supplier: Declared, message: Message, at: datetime) -> Accepted | None:
    """Ask first where it may have the message and would not drop a second one."""
    if not message.pinned or supplier.dedupes_by_id:
        return None
    return supplier.connect().find(str(message.pk), at=at)


def _envelope(message: Message) -> Envelope:
    return Envelope(
        id=str(message.pk),
        address=message.address,
        subject=message.subject,
        text=message.text,
        attachments=_attachments(message),
    )


def _attachments(message: Message) -> tuple[Attachment, ...]:
    """What goes with a message: its paper with its enclosure, and with a mail its twin."""
    return (*_paper(message), *_twin(message))


def _paper(message: Message) -> Iterator[Attachment]:
    paper = message.errand.paper
    frozen = file_of(paper.pk) if paper else None
    if paper is None or frozen is None:
        return
    day = timezone.localdate(message.made_at)
    yield Attachment(f"{paper.title}（{day}）.pdf", PDF, bytes(frozen.pdf))
    with_it = enclosed(paper.pk, message.errand.party_id)
    if with_it is not None:
        yield Attachment(f"随附履行指引（{day}）.pdf", PDF, with_it)


def _twin(message: Message) -> Iterator[Attachment]:
    if message.channel == Channel.EMAIL:
        yield Attachment("机器可读副本.jwt", "application/jwt", twin.of(message).encode())
