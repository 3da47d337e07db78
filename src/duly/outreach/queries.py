"""Reading errands and messages: those of a matter, and those that wait for a person."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count as CountOf
from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from duly.law.terms import Channel
from duly.outreach.by_hand import Decision, decisions
from duly.outreach.models import FINAL, Errand, Message, MessageState
from duly.outreach.suppliers import MalformedSuppliers, carried
from duly.registry.models import Matter

# Beyond so many rows a list says that there are more.
MOST = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A message as a person sees it, with what he may do about it."""

    message: Message
    decisions: tuple[Decision, ...]
    by_hand: bool

    @property
    def is_letter(self) -> bool:
        """Whether it is a letter that waits to be posted."""
        letter = self.message.channel == Channel.POST.value
        return letter and self.message.state == MessageState.QUEUED.value

    @property
    def when(self) -> datetime:
        """The last moment that is known of it."""
        one = self.message
        return one.ended_at or one.handed_at or one.next_at


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for people: messages in doubt, messages they carry, errands that stand still."""

    doubtful: tuple[Line, ...]
    by_hand: tuple[Line, ...]
    still: tuple[Errand, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many messages are in a state, and when the oldest of them was made."""

    state: MessageState
    count: int
    oldest: datetime


def counts() -> list[Count]:
    """Return how the messages of the installation stand, in the order of their way."""
    rows = Message.objects.values_list("state").annotate(
        number=CountOf("pk"), oldest=Min("made_at")
    )
    found = {state: (number, oldest) for state, number, oldest in rows}
    return [
        Count(state, found[state][0], timezone.localtime(found[state][1]))
        for state in MessageState
        if state in found
    ]


def waiting(matters: QuerySet[Matter], at: datetime) -> Waiting:
    """Return what waits for people in some matters, the longest first."""
    rows = Message.objects.filter(errand__matter__in=matters).select_related(
        "errand__matter", "errand__party", "errand__paper", "errand__instrument"
    )
    doubtful = rows.filter(state=MessageState.DOUBTFUL.value)
    machines = [channel.value for channel in _machines()]
    by_hand = rows.filter(state=MessageState.QUEUED.value, next_at__lte=at).exclude(
        channel__in=machines
    )
    return Waiting(
        doubtful=_lines(doubtful.order_by("handed_at", "made_at")[:MOST]),
        by_hand=_lines(by_hand.order_by("next_at")[:MOST]),
        still=tuple(_still(matters)[:MOST]),
    )


def errands_of(matter: Matter) -> tuple[tuple[Errand, tuple[Line, ...]], ...]:
    """Return the errands of a matter, newest first, each with its messages in order."""
    found = Errand.objects.filter(matter=matter).select_related(
        "party", "paper", "instrument", "opened_by"
    )
    errands = list(found.order_by("-opened_at", "-pk"))
    if not errands:
        return ()
    rows = Message.objects.filter(errand__matter=matter).select_related("errand", "point")
    lines = _lines(rows.order_by("made_at"))
    return tuple(
        (errand, tuple(line for line in lines if line.message.errand_id == errand.pk))
        for errand in errands
    )


def _lines(rows: QuerySet[Message]) -> tuple[Line, ...]:
    machines = _machines()
    return tuple(
        Line(message, decisions(message), Channel(message.channel) not in machines)
        for message in rows
    )


def _machines() -> frozenset[Channel]:
    """What machines carry; nothing, for the eye, while the court's file cannot be read."""
    try:
        return carried()
    except MalformedSuppliers:
        return frozenset()


def _still(matters: QuerySet[Matter]) -> QuerySet[Errand]:
    """Open errands for which no message is under way and none will be planned."""
    moving = Message.objects.filter(errand=OuterRef("pk")).exclude(
        state__in=[state.value for state in FINAL]
    )
    standing = Q(closed_at=None, next_at=None) & ~Exists(moving)
    rows = Errand.objects.filter(standing, matter__in=matters)
    return rows.select_related("matter", "party", "paper", "instrument").order_by("opened_at")
