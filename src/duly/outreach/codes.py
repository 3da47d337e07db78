"""One-time codes: to the party's own telephone, at once, and not a minute after they expire."""

from datetime import datetime

from django.utils import timezone

from duly.documents.blank import Blank
from duly.documents.court import CourtFace
from duly.documents.messages import wording_for, write
from duly.law.identity import phone
from duly.law.terms import Channel, Purpose
from duly.outreach import making
from duly.outreach.models import Errand
from duly.outreach.suppliers import MalformedSuppliers, carried
from duly.procedure.blanks import case
from duly.registry.models import ContactPoint, ContactPointKind, Party


def telephone(party: Party) -> ContactPoint | None:
    """Return the mobile phone that the party himself confirmed in writing; None without one.

    A number that the other side gave, or that was found, may be anybody's.
    """
    confirmed = party.contact_points.filter(
        kind=ContactPointKind.PHONE.value, confirmed_for_service=True
    )
    return next((one for one in confirmed.order_by("-pk") if phone.is_mobile(one.value)), None)


def reach(party: Party) -> bool:
    """Whether a machine can send a party a code."""
    said = party.matter.court.phone and party.matter.court.address
    return bool(said) and Channel.SMS in _by_machine() and telephone(party) is not None


def _by_machine() -> frozenset[Channel]:
    """What machines carry; nothing while the court's file cannot be read: a page must not break."""
    try:
        return carried()
    except MalformedSuppliers:
        return frozenset()


def send(party: Party, *, code: str, use: str, until: datetime, at: datetime) -> None:
    """Put a code into the outbox, in the caller's transaction.

    :raises LookupError: where `reach` says no.
    """
    point, wording = telephone(party), wording_for(Channel.SMS, Purpose.CODE)
    if point is None or wording is None or not reach(party):
        raise LookupError("没有可以发送验证码的手机或者通道")
    court, last = party.matter.court, timezone.localtime(until)
    blanks = {
        "受送达人": Blank(party.name, "当事人信息"),
        "称谓": case.you(party),
        "验证码": Blank(code, "当事人申请"),
        "验证码用途": Blank(use, "当事人申请"),
        "验证码时限": Blank(f"{last.hour}时{last.minute:02}分", "当事人申请"),
        "法院电话": Blank(court.phone, "本院设置"),
        "法院地址": Blank(court.address, "本院设置"),
    }
    written = write(wording, blanks, court=CourtFace(court.name, court.code))
    errand = Errand.objects.create(
        matter=party.matter, party=party, purpose=Purpose.CODE.value, opened_at=at
    )
    making.queue(errand, Channel.SMS, point, written, at, until, at=at)
