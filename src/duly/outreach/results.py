"""What follows from a message's state: its entry in the matter, the next attempt, an alarm."""

from datetime import datetime

from duly.law.terms import Purpose
from duly.outreach import attention, errands, post_room
from duly.outreach.models import FINAL, Message, MessageState


def follow(message: Message, *, at: datetime) -> None:
    """Follow a message that has just changed, in the same transaction."""
    state = MessageState(message.state)
    if message.errand.purpose == Purpose.CODE:
        _end_code(message, state, at)
        return
    if state is MessageState.DOUBTFUL:
        attention.doubt(message, at=at)
        return
    attention.settled(message, at=at)
    if state in FINAL:
        if state is not MessageState.CANCELLED:
            post_room.enter(message, at=at)
        errands.resume(message.errand, at=at)


def _end_code(message: Message, state: MessageState, at: datetime) -> None:
    """Forget a code once it is handed over; whether it came is seen when it is typed."""
    if state is MessageState.QUEUED:
        return
    if state is MessageState.DOUBTFUL:
        message.state, message.ended_at = MessageState.CANCELLED.value, at
    message.text = ""
    message.save(update_fields=["state", "ended_at", "text"])
    if message.errand.closed_at is None:
        errands.close(message.errand, f"验证码{MessageState(message.state).chinese}", at=at)
