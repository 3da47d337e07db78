"""What outreach makes of a step: papers that are to be served, people who need no more urging."""

import logging
from typing import Any

from duly.law.calendar import in_digits
from duly.law.step import Answers
from duly.law.terms import Channel, PartyRole, Purpose, Role, ServiceMethod
from duly.outreach import errands
from duly.outreach.ladder import MalformedLadder, ladder_of
from duly.outreach.models import Errand, Message, MessageState
from duly.procedure import account_change, serving
from duly.procedure.act import Act
from duly.procedure.facts import debt
from duly.registry.models import Matter, Party

logger = logging.getLogger(__name__)

_BY_HAND = frozenset({"record_contact", "record_service"})
_WAITING = (MessageState.QUEUED.value, MessageState.ACCEPTED.value)
_ENDS = ("signed_on", "returned_on")
_CHANNELS = {
    ServiceMethod.POSTAL: Channel.POST.value,
    ServiceMethod.PERSONAL: Channel.VISIT.value,
}


def follow(*, act: Act, **_: Any) -> None:
    """Follow a step in its own transaction."""
    _serve_papers(act)
    _alert_creditor(act)
    climbing = Errand.objects.filter(matter=act.matter, closed_at=None)
    for errand in climbing.exclude(purpose=Purpose.CODE.value):
        by_hand = _ended_by_hand(errand, act)
        because = _why_done(errand, act)
        if because:
            errands.close(errand, because, at=act.at)
        elif by_hand:
            errands.plan(errand, at=act.at)


def _serve_papers(act: Act) -> None:
    automatic = _automatic(act) if act.papers and act.post is not Role.POST_ROOM else frozenset()
    for paper in act.papers:
        if paper.template not in automatic:
            continue
        for party in _recipients(act.matter, paper.recipient):
            errands.open_errand(
                party=party, purpose=Purpose.SERVICE, what=paper, actor=act.actor, at=act.at
            )


def _alert_creditor(act: Act) -> None:
    """Tell a creditor, where he was before, that somebody wants his account changed (一(二)1)."""
    if act.step.name != "propose_account" or account_change.pending(act.matter) is None:
        return
    errands.open_errand(
        party=act.answers["creditor"], purpose=Purpose.ALERT, actor=act.actor, at=act.at
    )


def _automatic(act: Act) -> frozenset[str]:
    """What the court serves by itself. A ladder that cannot be read must not hold papers up."""
    try:
        return ladder_of(act.matter.court.code).automatic
    except MalformedLadder:
        logger.exception("the ladder of %s cannot be read", act.matter.court.code)
        return frozenset()


def _recipients(matter: Matter, recipient: Party | None) -> list[Party]:
    """A paper without a name on it is for every debtor."""
    if recipient is not None:
        return [recipient]
    return list(matter.parties.filter(role=PartyRole.DEBTOR.value).order_by("pk"))


def _ended_by_hand(errand: Errand, act: Act) -> bool:
    """End the message that a person carried, by what he entered; tell whether there was one."""
    channel, reached = _carried(errand, act)
    waiting = Message.objects.filter(
        errand=errand, channel=channel, state__in=_WAITING, pinned=False
    )
    state = MessageState.DELIVERED if reached else MessageState.FAILED
    ended = waiting.update(
        state=state.value,
        ended_at=act.at,
        arrived_at=act.at if reached else None,
        note=f"{act.step.chinese}（{act.actor.full_name}）",
    )
    return ended > 0


def _carried(errand: Errand, act: Act) -> tuple[str, bool]:
    """The channel that a person used for an errand, if any, and whether he got through."""
    given = act.answers
    if act.post is Role.POST_ROOM or act.step.name not in _BY_HAND:
        return "", False
    if given["party"].pk != errand.party_id:
        return "", False
    if act.step.name == "record_contact":
        urges = errand.purpose == Purpose.URGING
        return (given["channel"].value if urges else ""), given["result"].is_contact
    if given["what"] != errand.what or not any(given[day] for day in _ENDS):
        return "", False
    return _CHANNELS.get(given["method"], ""), bool(given["signed_on"])


def _why_done(errand: Errand, act: Act) -> str:
    """Why an errand is done after this step; empty while it is not."""
    if errand.purpose == Purpose.SERVICE:
        return _served(errand, act)
    if errand.purpose == Purpose.ALERT:
        return "账户变更已经复核" if act.step.name == "confirm_account_change" else ""
    if act.step.name == "record_contact" and _was_reached(errand, act.answers):
        return "已与本人取得联系"
    if debt.performed(act.matter, act.on, errand.party):
        return "义务已经履行"
    return ""


def _was_reached(errand: Errand, given: Answers) -> bool:
    return bool(given["party"].pk == errand.party_id and given["result"].is_contact)


def _served(errand: Errand, act: Act) -> str:
    if act.step.name != "record_service" or act.answers["party"].pk != errand.party_id:
        return ""
    if errand.paper_id is not None:
        day = serving.paper_served(errand.paper_id, errand.party, on=act.on)
    else:
        served = serving.served_with(errand.instrument, on=act.on) if errand.instrument else {}
        day = served.get(errand.party_id)
    return f"{in_digits(day)}送达" if day else ""
