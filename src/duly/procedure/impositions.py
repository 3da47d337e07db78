"""Measures that a step imposes: recorded with their term and the paper that they rest on."""

from datetime import date

from duly.law.calendar import Period
from duly.law.terms import DefaulterGround, MeasureKind, PartyRole
from duly.procedure import standing
from duly.procedure.act import Act
from duly.procedure.models import Measure
from duly.registry.court_files import calendar
from duly.registry.models import Party

TWO_YEARS = 2
OWN_OBJECTS = {MeasureKind.CASE_PUBLICITY: "执行案件信息公开网"}


def impose(act: Act) -> None:
    """Record the measures of a step against its debtor, or against every debtor."""
    for kind in act.step.imposes:
        for party in _against(act):
            _record(act, kind, party)


def publish_case(act: Act, party: Party) -> None:
    """Record that a debtor who joins an enforcement proceeding is public like the others."""
    _record(act, MeasureKind.CASE_PUBLICITY, party)


def _against(act: Act) -> list[Party]:
    if act.course.party is not None:
        return [act.course.party]
    return list(act.matter.parties.filter(role=PartyRole.DEBTOR).order_by("pk"))


def _record(act: Act, kind: MeasureKind, party: Party) -> None:
    expires = _listed_until(act) if kind is MeasureKind.DEFAULTER_LISTING else None
    titles = "、".join(paper.title for paper in act.papers)
    measure = Measure.objects.create(
        matter=act.matter,
        party=party,
        kind=kind.value,
        object=OWN_OBJECTS.get(kind, ""),
        imposed_date=act.on,
        expires_date=expires,
        has_term=expires is not None,
        evidence=act.answers.get("evidence") or titles or act.step.chinese,
    )
    standing.begin(measure, at=act.at)


def _listed_until(act: Act) -> date | None:
    """Return the last day of a listing as its decision says: none for ground (一) alone."""
    if act.facts.grounds == {DefaulterGround.ABLE_BUT_REFUSING}:
        return None
    proposals = act.course.steps_taken.filter(name__in=("propose_listing", "propose_urgently"))
    newest = proposals.order_by("-pk").first()
    extra = int(newest.answers.get("extra_years") or 0) if newest else 0
    decided = act.facts.decided_on or act.on
    return Period(years=TWO_YEARS + extra).reckon(decided, calendar()).raw_last_day
