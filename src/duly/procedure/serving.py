"""Which papers and instruments have been served, by the law's measure (有效送达)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from duly.law.service import Attempt, weigh
from duly.law.service import Service as Weighed
from duly.law.terms import InstrumentKind, ServiceMethod
from duly.procedure.facts import case_file
from duly.registry.models import Instrument, Matter, Party, Service

URGING_PAPERS = frozenset({"urging-notice", "urging-application"})


def weighed(service: Service, *, on: date) -> Weighed:
    """Return whether the law accepts a recorded attempt as service, as of a day."""
    kept = service.circumstances
    attempt = Attempt(
        method=ServiceMethod(service.method),
        acted_on=service.acted_date,
        signed_on=_day(kept, "signed_on"),
        arrived_on=_day(kept, "arrived_on"),
        acknowledged_on=_day(kept, "acknowledged_on"),
        returned_on=_day(kept, "returned_on"),
        address_confirmed=kept.get("address_confirmed"),
        electronic_consent=kept.get("electronic_consent"),
        other_address=bool(kept.get("other_address")),
        witnessed=bool(kept.get("witnessed")),
        recorded=bool(kept.get("recorded")),
        urges=bool(kept.get("urges")),
        needs_signature=service.instrument is not None
        and service.instrument.kind == InstrumentKind.MEDIATION_STATEMENT,
    )
    return weigh(attempt, on=on)


def _day(kept: Mapping[str, Any], name: str) -> date | None:
    text = kept.get(name)
    return date.fromisoformat(text) if text else None


def served_with(instrument: Instrument, *, on: date) -> dict[int, date]:
    """Return the days on which parties, by their numbers, were served with an instrument."""
    days: dict[int, date] = {}
    for one in case_file.services(instrument.matter_id):
        if one.instrument_id != instrument.pk:
            continue
        day = weighed(one, on=on).served_on
        if day is not None:
            days[one.party_id] = min(day, days.get(one.party_id, day))
    return days


def paper_served(paper_id: int, party: Party, *, on: date) -> date | None:
    """Return the day on which a party was served with a paper; the earliest counts."""
    tried = (
        one
        for one in case_file.services(party.matter_id)
        if one.paper_id == paper_id and one.party_id == party.pk
    )
    days = (weighed(one, on=on).served_on for one in tried)
    return min((day for day in days if day is not None), default=None)


def served_by_public_notice(matter: Matter, instrument: Instrument) -> bool | None:
    """Return whether any debtor had the instrument by public notice; None before any service."""
    tried = case_file.services(matter.pk)
    methods = {one.method for one in tried if one.instrument_id == instrument.pk}
    if not methods:
        return None
    return ServiceMethod.PUBLIC_NOTICE.value in methods
