"""Receipts: what a supplier says later. Late, twice, out of order or unknown, they do no harm."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from duly.outreach import results
from duly.outreach.models import FINAL, Message, MessageState, Receipt


@dataclass(frozen=True, slots=True)
class Told:
    """A receipt as a supplier gives it. `at` is when, as it says, the message arrived or failed."""

    message_id: str
    delivered: bool
    at: datetime
    detail: str = ""


def told(content: Any) -> Told:
    """Return the receipt that an object of JSON tells. Raises ValueError, KeyError, TypeError."""
    at, delivered = datetime.fromisoformat(content["at"]), content["delivered"]
    if at.tzinfo is None or not isinstance(delivered, bool):
        raise ValueError("回执的时间须带时区，结果须为真或者假")
    return Told(
        message_id=str(content["id"]),
        delivered=delivered,
        at=at,
        detail=str(content.get("detail", ""))[:200],
    )


@transaction.atomic
def receive(one: Told, *, supplier: str, at: datetime) -> bool:
    """Keep a verified receipt; end its message unless it has ended. Tell whether it was new.

    A receipt of an unknown message, of another supplier's, or of one never handed over is let
    pass without effect, so that the supplier stops repeating it.
    """
    message = _message(one.message_id)
    if message is None or message.supplier != supplier or not message.handovers.exists():
        return False
    _, is_new = Receipt.objects.get_or_create(
        message=message,
        supplier=supplier,
        delivered=one.delivered,
        at=one.at,
        defaults={"detail": one.detail, "received_at": at},
    )
    if is_new and MessageState(message.state) not in FINAL:
        _end(message, one, at)
        results.follow(message, at=at)
    return is_new


def _message(text: str) -> Message | None:
    try:
        wanted = uuid.UUID(text)
    except ValueError:
        return None
    return Message.objects.select_for_update().filter(pk=wanted).first()


def _end(message: Message, one: Told, at: datetime) -> None:
    message.lease_until, message.ended_at, message.pinned = None, at, True
    message.handed_at = message.handed_at or at
    message.note = one.detail[:200]
    if one.delivered:
        # A supplier's clock may be ahead of the court's, never its receipt.
        message.state, message.arrived_at = MessageState.DELIVERED.value, min(one.at, at)
    else:
        message.state = MessageState.FAILED.value
    message.save()
