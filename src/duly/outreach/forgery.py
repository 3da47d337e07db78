"""Receipts that are not the supplier's: on record in the journal, and told to a person.

A stranger can send as many as he likes: one entry an hour for each supplier says that they came,
the log says every one. Names that no supplier bears count as one.
"""

from datetime import datetime, timedelta

from django.db import transaction

from duly.journal import actions as journal
from duly.journal.models import Entry
from duly.outreach import attention
from duly.outreach.models import Message, MessageState
from duly.outreach.suppliers import declared

ACT = "outreach.forged_receipt"
APART = timedelta(hours=1)
UNKNOWN = "?"
WAITING = (MessageState.ACCEPTED.value, MessageState.DOUBTFUL.value)


@transaction.atomic
def note(supplier: str, *, why: str, source: str, at: datetime) -> bool:
    """Put on record that a receipt was refused; name who looks after what waits for a true one.

    Return False within an hour of the last entry for this supplier.
    """
    name = supplier if supplier in declared() else UNKNOWN
    before = Entry.objects.filter(act=ACT, at__gt=at - APART, subject__supplier=name)
    if before.exists():
        return False
    journal.record(
        at=at,
        actor_id=None,
        actor_name="收发系统",
        post="",
        act=ACT,
        subject={"supplier": name},
        detail={"reason": why, "source": source[:64]},
    )
    waiting = Message.objects.filter(supplier=name, state__in=WAITING).select_related("errand")
    newest = waiting.order_by("-made_at").first()
    if newest is not None:
        attention.forged(newest, at=at)
    return True
