"""What people do with messages: post a letter, settle what is in doubt, send nothing more."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from duly.accounts.models import User
from duly.journal import actions as journal
from duly.law.terms import Channel, Term
from duly.outreach import errands, results
from duly.outreach.models import Message, MessageState
from duly.outreach.outbox.times import GIVE_UP
from duly.procedure.refusal import StepNotAllowed, Unanswered


class Decision(Term):
    """How a person settles a message."""

    DELIVERED = "delivered", "已核实到达"
    FAILED = "failed", "已核实没有到达"
    SEND_AGAIN = "send_again", "重新发送"
    CANCEL = "cancel", "不再发送"


_MAY = {
    MessageState.DOUBTFUL: frozenset(Decision),
    MessageState.FAILED: frozenset({Decision.SEND_AGAIN}),
    MessageState.QUEUED: frozenset({Decision.CANCEL}),
}


def decisions(message: Message) -> tuple[Decision, ...]:
    """Return how a person may settle a message as it stands."""
    if MessageState(message.state) is MessageState.QUEUED and message.pinned:
        return ()
    if message.errand.closed_at is not None:
        return tuple(one for one in _allowed(message) if one is not Decision.SEND_AGAIN)
    return _allowed(message)


@transaction.atomic
def decide(
    *, message_id: UUID, decision: Decision, reason: str, actor: User, at: datetime
) -> Message:
    """Settle a message in a person's name, with his reason on record.

    :raises StepNotAllowed: for somebody without a post in the matter, or a message that is
        not to be settled so.
    :raises Unanswered: without a reason.
    """
    message = _locked(message_id)
    posts = errands.posts_for(message.errand.matter, actor, at)
    if decision not in decisions(message):
        state = MessageState(message.state).chinese
        raise StepNotAllowed(f"该信息现为“{state}”，不能{decision.chinese}")
    if not reason.strip():
        raise Unanswered({"reason": "理由：请填写"})
    _apply(message, decision, reason.strip(), actor, at)
    journal.record(
        at=at,
        actor_id=actor.pk,
        actor_name=actor.full_name,
        post=min(posts).value,
        act="outreach.decide",
        matter_id=message.errand.matter_id,
        subject={"message": str(message.pk)},
        detail={"decision": decision.value, "reason": reason.strip()},
    )
    results.follow(message, at=at)
    return message


@transaction.atomic
def posted(*, message_id: UUID, number: str, actor: User, at: datetime) -> Message:
    """Note the number under which a letter was posted; its tracking finds it again.

    :raises StepNotAllowed: for somebody without a post in the matter, or no letter that waits.
    :raises Unanswered: without a number, or with one that another letter bears.
    """
    message = _locked(message_id)
    errands.posts_for(message.errand.matter, actor, at)
    waits = message.channel == Channel.POST.value and message.state == MessageState.QUEUED.value
    if not waits:
        raise StepNotAllowed("没有这一封待寄的邮件")
    if not number.isalnum() or not number.isascii():
        raise Unanswered({"number": "邮件号：由字母和数字组成"})
    if Message.objects.filter(channel=Channel.POST.value, reference=number).exists():
        raise Unanswered({"number": "邮件号：已登记给另一封邮件"})
    message.state, message.reference = MessageState.ACCEPTED.value, number
    message.supplier, message.handed_at, message.decided_by = "EMS", at, actor
    message.save()
    return message


def _locked(message_id: UUID) -> Message:
    found = Message.objects.select_for_update(of=("self",)).filter(pk=message_id)
    message = found.select_related("errand__matter__court", "errand__party").first()
    if message is None:
        raise StepNotAllowed("没有这一条信息")
    return message


def _allowed(message: Message) -> tuple[Decision, ...]:
    may = _MAY.get(MessageState(message.state), frozenset())
    return tuple(one for one in Decision if one in may)


def _apply(message: Message, decision: Decision, reason: str, actor: User, at: datetime) -> None:
    message.decided_by, message.note = actor, reason[:200]
    message.ended_at = at
    if decision is Decision.DELIVERED:
        message.state, message.arrived_at = MessageState.DELIVERED.value, message.handed_at or at
        message.handed_at = message.handed_at or at
    elif decision is Decision.FAILED:
        message.state = MessageState.FAILED.value
    elif decision is Decision.CANCEL:
        message.state = MessageState.CANCELLED.value
    else:
        message.state, message.ended_at, message.pinned = MessageState.QUEUED.value, None, False
        message.next_at, message.give_up_at, message.attempts = at, at + GIVE_UP, 0
    message.save()
