"""Makes the message that the ladder planned, with what it says."""

from datetime import datetime

from duly.documents.blank import Blank
from duly.documents.court import CourtFace
from duly.documents.drawing import Refused
from duly.documents.messages import Wording, Written, wording_for, write
from duly.law.terms import Channel, Purpose
from duly.outreach.ladder import Plan
from duly.outreach.models import Errand, Message, MessageState
from duly.outreach.outbox.times import GIVE_UP
from duly.outreach.standing import person_index
from duly.outreach.suppliers import route
from duly.procedure.blanks import case
from duly.registry.models import ContactPoint, Instrument


def make(errand: Errand, plan: Plan, *, at: datetime) -> list[str]:
    """Put the planned message into the outbox. Return why it could not be written, if so."""
    channel, earliest = plan.channel, plan.not_before or at
    if channel is None:
        return []
    try:
        written = _written(errand, channel)
    except Refused as refused:
        return [str(refused)]
    point = ContactPoint.objects.get(pk=plan.point.pk) if plan.point else None
    queue(errand, channel, point, written, earliest, earliest + GIVE_UP, at=at)
    return []


def queue(
    errand: Errand,
    channel: Channel,
    point: ContactPoint | None,
    written: Written | None,
    earliest: datetime,
    latest: datetime,
    *,
    at: datetime,
) -> None:
    """Put a message into the outbox, to be sent between two moments."""
    suppliers = route(channel)
    Message.objects.create(
        errand=errand,
        channel=channel.value,
        point=point,
        address=point.value if point else "",
        person_index=person_index(errand.party),
        wording=written.wording if written else "",
        wording_version=written.version if written else "",
        subject=written.subject if written else "",
        text=written.text if written else "",
        state=MessageState.QUEUED.value,
        supplier=suppliers[0] if suppliers else "",
        made_at=at,
        next_at=earliest,
        give_up_at=latest,
    )


def _written(errand: Errand, channel: Channel) -> Written | None:
    wording = wording_for(channel, Purpose(errand.purpose))
    if wording is None:
        return None
    court = errand.matter.court
    given = _blanks(errand, wording)
    return write(wording, given, court=CourtFace(court.name, court.code))


def _blanks(errand: Errand, wording: Wording) -> dict[str, Blank]:
    """Fill the blanks that the wording names from the record."""
    court, party, what = errand.matter.court, errand.party, errand.what
    title = f"{what}书" if isinstance(what, Instrument) else (what.title if what else "")
    every = {
        "履行义务人": Blank(party.name, "当事人信息"),
        "受送达人": Blank(party.name, "当事人信息"),
        "债权人": Blank(party.name, "当事人信息"),
        "称谓": case.you(party),
        "案号": case.newest_number(errand.matter),
        "联系人": Blank(errand.opened_by.full_name if errand.opened_by else "", "办理人"),
        "法院电话": Blank(court.phone, "本院设置"),
        "法院地址": Blank(court.address, "本院设置"),
        "送达文书": Blank(title, "文书登记"),
    }
    return {name: every[name] for name in wording.blanks}
