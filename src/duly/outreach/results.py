"""What follows from a message's state: its entry in the matter, the next attempt, an alarm."""

from datetime import datetime

from duly.outreach import attention, errands, post_room
from duly.outreach.models import Message, MessageState

_TOLD = frozenset({MessageState.DELIVERED, MessageState.FAILED, MessageState.SENT})


def follow(message: Message, *, at: datetime) -> None:
    """Follow a message that has just changed, in the same transaction."""
    state = MessageState(message.state)
    if state in _TOLD:
        post_room.enter(message, at=at)
        errands.resume(message.errand, at=at)
    if state in attention.NEEDS_A_PERSON:
        attention.call(message, at=at)
    else:
        attention.dismiss(message, at=at)
