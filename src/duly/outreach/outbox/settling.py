"""What a message becomes after a handover, by what the supplier declared of itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from duly.outreach import results
from duly.outreach.models import Handover, HandoverOutcome, Message, MessageState
from duly.outreach.outbox.claiming import route_of
from duly.outreach.outbox.times import GIVE_UP, backoff
from duly.outreach.suppliers import declared

_DETAIL = 200


@dataclass(frozen=True, slots=True)
class _Told:
    """What a handover came to, with the message locked."""

    message: Message
    supplier: str
    detail: str
    reference: str
    at: datetime


@transaction.atomic
def settle(
    handover: Handover, outcome: HandoverOutcome, detail: str, reference: str = "", *, at: datetime
) -> Message:
    """Write down what came of a handover, and move its message on.

    A message that a receipt has ended meanwhile stays as it is.
    """
    message = Message.objects.select_for_update().get(pk=handover.message_id)
    handover.ended_at, handover.outcome = at, outcome.value
    handover.detail = (detail or reference)[:_DETAIL]
    handover.save(update_fields=["ended_at", "outcome", "detail"])
    if message.state == MessageState.SENDING.value:
        message.lease_until, message.note = None, detail[:_DETAIL]
        _MOVES[outcome](_Told(message, handover.supplier, detail, reference, at))
        message.save()
        results.follow(message, at=at)
    return message


def _accepted(told: _Told) -> None:
    message, supplier = told.message, declared().get(told.supplier)
    message.pinned, message.handed_at = True, told.at
    message.reference = told.reference[:120]
    if supplier is not None and supplier.acceptance_is_arrival:
        message.state, message.arrived_at = MessageState.DELIVERED.value, told.at
    elif supplier is not None and supplier.gives_receipts:
        message.state = MessageState.ACCEPTED.value
        return
    else:
        message.state = MessageState.SENT.value
    message.ended_at = told.at


def _refused(told: _Told) -> None:
    told.message.state, told.message.ended_at = MessageState.FAILED.value, told.at


def _unavailable(told: _Told) -> None:
    """Try the next supplier at once; once all are away, wait."""
    message = told.message
    message.state = MessageState.QUEUED.value
    following = None if message.pinned else _next_supplier(message)
    if following is not None:
        message.supplier = following
    elif told.at >= message.give_up_at:
        _give_up(message, told.at)
    else:
        message.next_at = told.at + backoff(message.attempts)
        if not message.pinned:
            message.supplier = route_of(message)[0]


def _next_supplier(message: Message) -> str | None:
    names = route_of(message)
    place = names.index(message.supplier) + 1 if message.supplier in names else 0
    return names[place] if place < len(names) else None


def _give_up(message: Message, at: datetime) -> None:
    """One that a supplier may have is in doubt; one that none took has failed."""
    if message.pinned:
        message.state = MessageState.DOUBTFUL.value
    else:
        message.state, message.ended_at = MessageState.FAILED.value, at
    message.note = f"在{GIVE_UP // timedelta(hours=1)}小时内未能送出：{message.note}"[:_DETAIL]


def _unknown(told: _Told) -> None:
    """Hand it again only to a supplier that drops repeats, or that says what it has."""
    message, supplier = told.message, declared().get(told.supplier)
    message.pinned = True
    safe = supplier is not None and (supplier.dedupes_by_id or supplier.can_query_by_id)
    if not safe:
        message.state = MessageState.DOUBTFUL.value
    elif told.at >= message.give_up_at:
        _give_up(message, told.at)
    else:
        message.state = MessageState.QUEUED.value
        message.next_at = told.at + backoff(message.attempts)


_MOVES: dict[HandoverOutcome, Callable[[_Told], None]] = {
    HandoverOutcome.ACCEPTED: _accepted,
    HandoverOutcome.REFUSED: _refused,
    HandoverOutcome.UNAVAILABLE: _unavailable,
    HandoverOutcome.UNKNOWN: _unknown,
}
