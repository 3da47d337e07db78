"""What follows from a message's state: its entry in the matter, the next attempt, an alarm."""

from datetime import datetime

from duly.outreach import attention, errands, post_room
from duly.outreach.models import FINAL, Message, MessageState


def follow(message: Message, *, at: datetime) -> None:
    """Follow a message that has just changed, in the same transaction."""
    state = MessageState(message.state)
    if state is MessageState.DOUBTFUL:
        attention.doubt(message, at=at)
        return
    attention.settled(message, at=at)
    if state in FINAL:
        if state is not MessageState.CANCELLED:
            post_room.enter(message, at=at)
        errands.resume(message.errand, at=at)
