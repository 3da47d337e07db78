"""What the ladder is told about an errand: the person's points, what was tried, what was urged."""

from collections.abc import Iterator
from datetime import datetime, time

from django.db.models import Q, QuerySet
from django.utils import timezone

from duly.law.terms import Channel, ContactResult, Purpose
from duly.outreach.ladder import Facts, Outcome, Past, Point
from duly.outreach.models import Errand, Message, MessageState
from duly.registry.blind import IDENTIFIER, index
from duly.registry.models import AccountState, Contact, ContactPoint, ContactPointKind, Party

_ENDED = {
    MessageState.DELIVERED: Outcome.ARRIVED,
    MessageState.FAILED: Outcome.FAILED,
    MessageState.CANCELLED: Outcome.FAILED,
}
_NOT_MADE = (MessageState.FAILED.value, MessageState.CANCELLED.value)
# What a machine did is counted by its message.
_BY_MACHINE = (ContactResult.ARRIVED.value, ContactResult.UNDELIVERED.value)
_NOON = time(12)


def facts(errand: Errand, *, at: datetime) -> Facts:
    """Return what is on record for the ladder, as of a moment."""
    return Facts(
        purpose=Purpose(errand.purpose),
        points=tuple(_point(one) for one in _points(errand)),
        past=tuple(
            _past(one, errand) for one in Message.objects.filter(errand=errand).order_by("made_at")
        ),
        urged=tuple(sorted(_urged(errand.party))),
        now=timezone.localtime(at),
    )


def person_index(party: Party) -> str:
    """Return what a person is known by in whatever matter: his number, else this party alone."""
    return party.identifier_index or index(f"party-{party.pk}", IDENTIFIER)


def _points(errand: Errand) -> QuerySet[ContactPoint]:
    """Return where a person is reached; an alert goes where he was before the account changed.

    Whoever changes an account in another's name may have changed the telephone first: what was
    known when the account in use was confirmed comes before what was learned since.
    """
    points = errand.party.contact_points.order_by("pk")
    if errand.purpose != Purpose.ALERT:
        return points
    before = points.filter(recorded_at__lt=errand.opened_at)
    in_use = errand.party.payee_accounts.filter(state=AccountState.CONFIRMED.value).first()
    old = before.filter(recorded_at__lte=in_use.recorded_at) if in_use else before
    return old if old.exists() else before


def _point(one: ContactPoint) -> Point:
    return Point(
        pk=one.pk,
        kind=ContactPointKind(one.kind),
        source=one.source,
        confirmed=one.confirmed_for_service,
        consent=one.electronic_consent,
    )


def _past(message: Message, errand: Errand) -> Past:
    return Past(
        channel=Channel(message.channel),
        point=message.point_id,
        at=timezone.localtime(message.arrived_at or message.handed_at or message.made_at),
        outcome=_outcome(MessageState(message.state), Purpose(errand.purpose)),
    )


def _outcome(state: MessageState, purpose: Purpose) -> Outcome:
    """Without a receipt nothing shows that a paper arrived: its service goes on at once."""
    if state is MessageState.SENT:
        return Outcome.FAILED if purpose is Purpose.SERVICE else Outcome.ARRIVED
    return _ENDED.get(state, Outcome.OPEN)


def _urged(party: Party) -> Iterator[datetime]:
    sent = Message.objects.filter(
        person_index=person_index(party), errand__purpose=Purpose.URGING.value
    ).exclude(state__in=_NOT_MADE)
    for handed, planned in sent.values_list("handed_at", "next_at"):
        yield timezone.localtime(handed or planned)
    zone = timezone.get_current_timezone()
    for day in _contacts(party).values_list("on", flat=True):
        yield datetime.combine(day, _NOON, zone)


def _contacts(party: Party) -> QuerySet[Contact]:
    """What people did to urge the same person, in whatever matter."""
    same = Q(party=party)
    if party.identifier_index:
        same |= Q(party__identifier_index=party.identifier_index)
    return Contact.objects.filter(same).exclude(result__in=_BY_MACHINE)
