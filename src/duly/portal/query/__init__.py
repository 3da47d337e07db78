"""What the portal publishes of the court's record: the only place that reads it."""

from datetime import date

from duly.documents.models import Paper
from duly.law.terms import PartyRole
from duly.portal.models import Purpose
from duly.portal.query import applications, debt, offers, papers, reach, standing
from duly.portal.view import CourtCard, View
from duly.registry.models import Matter, Party
from duly.work.reading import one_reading

__all__ = ["paper_for", "views_of"]


def views_of(matter: Matter, party: Party, on: date) -> View:
    """Return what one party may know of one matter on a day; the same for the same day."""
    with one_reading():
        return _view(matter, party, on)


def _view(matter: Matter, party: Party, on: date) -> View:
    is_debtor = party.role == PartyRole.DEBTOR
    purpose = Purpose.DEBTOR if is_debtor else Purpose.CREDITOR
    stage, number = standing.stage(matter, on), standing.number(matter, on)
    account = debt.of(matter, party, on)
    accounts = debt.accounts(matter, party, on, number) if is_debtor else ()
    return View(
        purpose=purpose.value,
        on=on.isoformat(),
        party=party.name,
        is_unit=party.is_unit,
        other_side=_names(matter, PartyRole.CREDITOR if is_debtor else PartyRole.DEBTOR),
        number=number,
        cause=matter.cause,
        stage=stage.value,
        instruments=standing.instruments(matter),
        court=CourtCard(
            name=matter.court.name, address=matter.court.address, phone=matter.court.phone
        ),
        lines=account.lines,
        total_fen=account.total_fen,
        paid_fen=account.paid_fen,
        per_day=account.per_day,
        undecided=account.undecided,
        notes=account.notes,
        performed=account.performed,
        performed_on=account.performed_on,
        gain=debt.gain(matter, party, on, stage),
        accounts=accounts,
        unplaced_fen=account.total_fen - sum(one.fen for one in accounts),
        limits=standing.limits(matter, party, on) if is_debtor else (),
        measures=standing.measures(matter, party, on) if is_debtor else (),
        plan=debt.plan(matter, on),
        offers=() if is_debtor else offers.of(matter),
        papers=papers.of(matter, party),
        to_sign=papers.to_sign(party),
        applications=applications.of(matter, party, stage),
        own_accounts=() if is_debtor else debt.own_accounts(matter, party),
        contacts=() if is_debtor else reach.contacts(matter),
    )


def _names(matter: Matter, role: PartyRole) -> str:
    parties = matter.parties.filter(role=role.value).order_by("pk")
    return "、".join(parties.values_list("name", flat=True))


def paper_for(party_id: int, paper_id: int) -> Paper | None:
    """Return a paper that a party may read; None for any other."""
    party = Party.objects.select_related("matter").get(pk=party_id)
    readable = papers.readable(party.matter, party)
    return next((paper for paper in readable if paper.pk == paper_id), None)
