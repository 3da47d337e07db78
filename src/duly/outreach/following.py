"""What outreach makes of a step: papers that are to be served, people who need no more urging."""

from typing import Any

from duly.law.step import Answers
from duly.law.terms import PartyRole, Purpose
from duly.outreach import errands
from duly.outreach.ladder import ladder_of
from duly.outreach.models import Errand
from duly.procedure import serving
from duly.procedure.act import Act
from duly.procedure.facts import debt
from duly.registry.models import Matter, Party


def follow(*, act: Act, **_: Any) -> None:
    """Follow a step in its own transaction."""
    _serve_papers(act)
    for errand in Errand.objects.filter(matter=act.matter, closed_at=None):
        because = _why_done(errand, act)
        if because:
            errands.close(errand, because, at=act.at)


def _serve_papers(act: Act) -> None:
    automatic = ladder_of(act.matter.court.code).automatic
    for paper in act.papers:
        if paper.template not in automatic:
            continue
        for party in _recipients(act.matter, paper.recipient):
            errands.open_errand(
                party=party, purpose=Purpose.SERVICE, what=paper, actor=act.actor, at=act.at
            )


def _recipients(matter: Matter, recipient: Party | None) -> list[Party]:
    """A paper without a name on it is for every debtor."""
    if recipient is not None:
        return [recipient]
    return list(matter.parties.filter(role=PartyRole.DEBTOR.value).order_by("pk"))


def _why_done(errand: Errand, act: Act) -> str:
    """Why an errand is done after this step; empty while it is not."""
    if errand.purpose == Purpose.SERVICE:
        return _served(errand, act)
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
    return f"{day.year}年{day.month}月{day.day}日送达" if day else ""
