"""Messages that only a person can settle: an alarm with his name, until he has."""

from datetime import date, datetime

from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import holders_of, roles_of
from duly.law.terms import Role
from duly.outreach.models import Message, MessageState
from duly.procedure import alarms
from duly.procedure.alarms import AlarmKind, Found
from duly.registry.models import Matter

NEEDS_A_PERSON = frozenset({MessageState.DOUBTFUL, MessageState.FAILED})
_NOT_OF_A_MATTER = frozenset({Role.ADMINISTRATOR, Role.POST_ROOM})


def call(message: Message, *, at: datetime) -> None:
    """Raise an alarm that names who is to look at a message."""
    errand, on = message.errand, timezone.localdate(at)
    owner, who = in_charge(errand.matter, errand.opened_by, on)
    state = MessageState(message.state).chinese
    sentence = (
        f"向{errand.party}的{message.get_channel_display()}（{errand.get_purpose_display()}）"
        f"{state}，由{who}处理"
    )
    alarms.raise_alarm(
        Found(errand.matter_id, AlarmKind.MESSAGE, str(message.pk), _day(message), sentence, owner),
        at,
    )


def dismiss(message: Message, *, at: datetime) -> None:
    """Clear the alarm of a message that nobody needs to look at any more."""
    alarms.clear(AlarmKind.MESSAGE, str(message.pk), matter_id=message.errand.matter_id, at=at)


def in_charge(matter: Matter, opened_by: User, on: date) -> tuple[Role, str]:
    """Return the post that answers for an errand, and whom to name.

    It is whoever wanted it while he holds a post in the court; then whoever holds the one
    that answers for filing.
    """
    held = sorted(roles_of(opened_by, on, matter.court.code) - _NOT_OF_A_MATTER)
    if held:
        return held[0], f"{held[0].chinese}{opened_by.full_name}"
    holder = holders_of(Role.FILING_HEAD, on, matter.court.code).first()
    name = holder.full_name if holder else "（现无人任职）"
    return Role.FILING_HEAD, f"{Role.FILING_HEAD.chinese}{name}"


def _day(message: Message) -> date:
    return timezone.localdate(message.made_at)
