"""What was left by a worker that died, and what a supplier never reported on."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from duly.law.terms import Channel, Purpose
from duly.outreach import errands, results
from duly.outreach.models import Handover, HandoverOutcome, Message, MessageState
from duly.outreach.outbox.settling import settle
from duly.outreach.outbox.times import RECEIPT_WAIT


def recover(at: datetime) -> int:
    """Settle handovers whose worker died, and doubt what has no receipt. Return how many."""
    died = Handover.objects.filter(
        outcome=HandoverOutcome.RUNNING.value,
        message__state=MessageState.SENDING.value,
        message__lease_until__lte=at,
    )
    found = 0
    for handover in died.select_related("message").order_by("pk"):
        settle(handover, HandoverOutcome.UNKNOWN, "发送时程序中断", at=at)
        found += 1
    _let_codes_expire(at)
    return found + _without_receipt(at)


def _let_codes_expire(at: datetime) -> None:
    """A code that comes too late only puzzles whoever asked for it."""
    late = Message.objects.filter(
        state=MessageState.QUEUED.value,
        errand__purpose=Purpose.CODE.value,
        errand__closed_at=None,
        give_up_at__lte=at,
    )
    for message in late.select_related("errand"):
        errands.close(message.errand, "验证码过期未发", at=at)


def _without_receipt(at: datetime) -> int:
    # A letter is tracked by the post's own file, however long it takes.
    waiting = Message.objects.filter(
        state=MessageState.ACCEPTED.value, handed_at__lte=at - RECEIPT_WAIT
    ).exclude(channel=Channel.POST.value)
    found = 0
    for pk in waiting.values_list("pk", flat=True):
        found += _doubt(pk, at)
    return found


@transaction.atomic
def _doubt(pk: UUID, at: datetime) -> int:
    message = Message.objects.select_for_update().get(pk=pk)
    if message.state != MessageState.ACCEPTED.value:
        return 0
    message.state = MessageState.DOUBTFUL.value
    message.note = f"通道接收后{RECEIPT_WAIT // timedelta(hours=1)}小时没有回执"
    message.save(update_fields=["state", "note"])
    results.follow(message, at=at)
    return 1
