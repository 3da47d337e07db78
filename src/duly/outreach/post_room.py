"""The post room (收发系统): the named post in which machines enter what came of a message.

It takes the steps of the record through the same door as everybody, with the same checks. It
can neither log in nor hold another post.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from duly.accounts import actions as accounts
from duly.accounts.models import Post, User
from duly.law.calendar import in_digits
from duly.law.terms import ContactResult, Purpose, Role, ServiceMethod
from duly.outreach.models import Message, MessageState
from duly.procedure.actions import Taken, take_step
from duly.procedure.models import Course
from duly.procedure.refusal import Refused, Stale, StepNotAllowed, Unanswered
from duly.procedure.serving import weighed
from duly.registry.models import Matter, Service

USERNAME = "post-room"
NAME = "收发系统"


def enter(message: Message, *, at: datetime) -> None:
    """Enter what came of a message in its matter.

    What the door refuses does not undo what happened outside: the message says why.
    """
    try:
        with transaction.atomic():
            _enter(message, at)
    except (Refused, StepNotAllowed, Unanswered, Stale) as refused:
        message.note = f"未能记入案件：{refused}"[:200]
        message.save(update_fields=["note"])


def holder(at: datetime) -> User:
    """Return the user of the post room, made with its post when first asked for."""
    user = User.objects.filter(username=USERNAME).first()
    if user is None:
        user = User(username=USERNAME, full_name=NAME)
        user.set_unusable_password()
        user.save()
    if not Post.objects.filter(user=user, role=Role.POST_ROOM.value, until=None).exists():
        accounts.grant_post(
            user_id=user.pk, role=Role.POST_ROOM, since=timezone.localdate(at), at=at
        )
    return user


def _enter(message: Message, at: datetime) -> None:
    if message.errand.purpose == Purpose.URGING:
        _contact(message, at)
    elif (message.errand.purpose, message.state) == (Purpose.SERVICE, MessageState.DELIVERED):
        _serve(message, at)


def _contact(message: Message, at: datetime) -> None:
    arrived = message.state != MessageState.FAILED.value
    result = ContactResult.ARRIVED if arrived else ContactResult.UNDELIVERED
    answers = {
        "party": str(message.errand.party_id),
        "on": timezone.localdate(message.arrived_at or at).isoformat(),
        "channel": message.channel,
        "result": result.value,
        "note": f"{message.get_state_display()}；{_log(message)}",
    }
    take(message.errand.matter, "record_contact", answers, at=at)


def _serve(message: Message, at: datetime) -> None:
    """Enter an electronic service; where it counts, make out its proof (在线诉讼规则 31)."""
    errand = message.errand
    own = message.point is not None and message.point.electronic_consent
    answers = {
        "what": f"paper-{errand.paper_id}",
        "party": str(errand.party_id),
        "method": ServiceMethod.ELECTRONIC.value,
        "acted_on": timezone.localdate(message.handed_at).isoformat(),
        "arrived_on": timezone.localdate(message.arrived_at).isoformat(),
        "other_address": "no" if own else "yes",
        "evidence": _log(message),
    }
    take(errand.matter, "record_service", answers, at=at)
    service = Service.objects.filter(matter=errand.matter, party=errand.party).latest("pk")
    if weighed(service, on=timezone.localdate(at)).served_on is not None:
        take(errand.matter, "print_electronic_proof", _proof(message, service), at=at)


def _proof(message: Message, service: Service) -> dict[str, str]:
    return {
        "service": str(service.pk),
        "address": message.address,
        "platform": f"{message.get_channel_display()}（{message.supplier}）",
        "sent": _moment(message.handed_at),
        "arrived": _moment(message.arrived_at),
        "log": _log(message),
    }


def take(
    matter: Matter, step: str, answers: Mapping[str, str], *, at: datetime, by: User | None = None
) -> Taken:
    """Take a step of a matter's record as it stands now, as the post room or as a person.

    :raises StepNotAllowed: where the record is closed; and whatever the door raises.
    """
    held = Matter.objects.select_for_update(of=("self",)).get(pk=matter.pk)
    course = Course.objects.filter(matter=held, mechanism="record").order_by("-pk").first()
    if course is None:
        raise StepNotAllowed("本事项没有案件记录")
    return take_step(
        matter_id=held.pk,
        course_id=course.pk,
        step=step,
        answers=answers,
        actor=by or holder(at),
        at=at,
        version=held.version,
    )


def _log(message: Message) -> str:
    """The system's own record of a message, short enough for one line of evidence."""
    receipts = "回执" if message.receipts.exists() else "通道应答"
    return f"信息{message.pk}，通道{message.supplier}，编号{message.reference}，{receipts}已到达"[
        :160
    ]


def _moment(moment: datetime | None) -> str:
    local = timezone.localtime(moment)
    return f"{in_digits(local.date())}{local.hour}时{local.minute:02}分"
