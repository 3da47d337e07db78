"""What only a person can settle: an alarm with his name, until he has."""

from datetime import date, datetime

from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import holders_of, roles_of
from duly.law.terms import Role
from duly.outreach.models import Errand, Message
from duly.procedure import alarms
from duly.procedure.alarms import AlarmKind, Found
from duly.registry.models import Matter

_NOT_OF_A_MATTER = frozenset({Role.ADMINISTRATOR, Role.POST_ROOM})


def doubt(message: Message, *, at: datetime) -> None:
    """Raise an alarm that names who is to find out what became of a message."""
    errand = message.errand
    what = f"向{errand.party}的{message.get_channel_display()}是否到达存疑"
    _call(errand, str(message.pk), what, timezone.localdate(message.made_at), at)


def exhausted(errand: Errand, *, at: datetime) -> None:
    """Raise an alarm that names who is to decide how an errand goes on."""
    what = f"对{errand.party}的{errand.get_purpose_display()}没有下一渠道"
    _call(errand, _subject(errand), what, timezone.localdate(errand.opened_at), at)


def forged(message: Message, *, at: datetime) -> None:
    """Raise an alarm that names who is to look into a receipt that was not the supplier's.

    The message is one that still waits for a true receipt; it ends with that.
    """
    what = (
        f"通道{message.supplier}收到没有通过验签的回执，向{message.errand.party}的信息仍待真实回执"
    )
    _call(message.errand, _forged(message), what, timezone.localdate(at), at)


def settled(message: Message, *, at: datetime) -> None:
    """Clear the alarms of a message that nobody needs to look at any more."""
    for subject in (str(message.pk), _forged(message)):
        alarms.clear(AlarmKind.MESSAGE, subject, matter_id=message.errand.matter_id, at=at)


def going_on(errand: Errand, *, at: datetime) -> None:
    """Clear the alarm of an errand that goes on, or is done."""
    alarms.clear(AlarmKind.MESSAGE, _subject(errand), matter_id=errand.matter_id, at=at)


def in_charge(matter: Matter, opened_by: User | None, on: date) -> tuple[Role, str]:
    """Return the post that answers for an errand, and whom to name.

    It is whoever wanted it while he holds a post in the court; then whoever heads filing.
    """
    if opened_by is not None:
        held = sorted(roles_of(opened_by, on, matter.court.code) - _NOT_OF_A_MATTER)
        if held:
            return held[0], f"{held[0].chinese}{opened_by.full_name}"
    holder = holders_of(Role.FILING_HEAD, on, matter.court.code).first()
    name = holder.full_name if holder else "（现无人任职）"
    return Role.FILING_HEAD, f"{Role.FILING_HEAD.chinese}{name}"


def _call(errand: Errand, subject: str, what: str, day: date, at: datetime) -> None:
    owner, who = in_charge(errand.matter, errand.opened_by, timezone.localdate(at))
    found = Found(errand.matter_id, AlarmKind.MESSAGE, subject, day, f"{what}，由{who}处理", owner)
    alarms.raise_alarm(found, at)


def _subject(errand: Errand) -> str:
    return f"errand-{errand.pk}"


def _forged(message: Message) -> str:
    return f"forged-{message.pk}"
