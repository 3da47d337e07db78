"""Which message is sent next, and by whom: one conditional UPDATE decides between workers."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from duly.law.terms import Channel, Purpose
from duly.outreach.ladder import ladder_of
from duly.outreach.models import Handover, HandoverOutcome, Message, MessageState
from duly.outreach.outbox.times import LEASE
from duly.outreach.suppliers import carried, declared, route
from duly.registry.court_files import calendar
from duly.registry.models import Court

_LOOK_AHEAD = 20


def claim(
    at: datetime,
    *,
    resting: Collection[str],
    quiet: Collection[str],
    since: timedelta = timedelta(),
) -> Handover | None:
    """Take the message that has waited longest, and write down that it is being handed over.

    `resting` suppliers have just failed; in `quiet` courts nobody is disturbed now, but for a
    code that he waits for; the turn of the worker that began at `at` has lasted `since`.
    """
    due = Message.objects.filter(
        state=MessageState.QUEUED.value,
        next_at__lte=at,
        channel__in=[channel.value for channel in carried()],
    )
    waits = Q(errand__purpose=Purpose.CODE.value)
    due = due.exclude(supplier__in=resting)
    due = due.filter(waits | ~Q(errand__matter__court__code__in=quiet))
    for message in due.order_by("next_at", "pk")[:_LOOK_AHEAD]:
        supplier = _supplier(message)
        if supplier in resting:
            continue
        with transaction.atomic():
            if _take(message, supplier, at, at + since + LEASE):
                return _written_down(message, supplier, at)
    return None


def quiet_courts(at: datetime) -> list[str]:
    """Return the codes of the courts whose ladder lets nobody be disturbed at this moment."""
    days = calendar()
    codes = Court.objects.values_list("code", flat=True)
    return [code for code in codes if ladder_of(code).quiet.opening(at, days) != at]


def _supplier(message: Message) -> str:
    """The supplier that is next, or the first of the channel where it is declared no more."""
    known = message.supplier in declared()
    return message.supplier if known or message.pinned else route_of(message)[0]


def route_of(message: Message) -> tuple[str, ...]:
    """Return the suppliers of a message's channel, in order of use."""
    return route(Channel(message.channel))


def _take(message: Message, supplier: str, at: datetime, until: datetime) -> bool:
    waiting = Message.objects.filter(
        pk=message.pk, state=MessageState.QUEUED.value, next_at__lte=at
    )
    taken = waiting.update(
        state=MessageState.SENDING.value,
        supplier=supplier,
        lease_until=until,
        attempts=F("attempts") + 1,
    )
    return taken == 1


def _written_down(message: Message, supplier: str, at: datetime) -> Handover:
    return Handover.objects.create(
        message=message,
        supplier=supplier,
        started_at=at,
        outcome=HandoverOutcome.RUNNING.value,
    )
