"""Rows of the record before `actions` keeps them, one by one or thousands at once."""

from dataclasses import dataclass, field
from datetime import date, datetime

from duly.accounts.models import User
from duly.law.identity import CaseNumber
from duly.law.terms import (
    AccountOwner,
    AccountRoute,
    InstrumentKind,
    InstrumentOutcome,
    PartyKind,
    PartyRole,
)
from duly.registry.blind import ACCOUNT, IDENTIFIER, index
from duly.registry.models import (
    AccountState,
    ContactPoint,
    ContactPointKind,
    Instrument,
    Matter,
    Party,
    PayeeAccount,
)


@dataclass(slots=True)
class NewMatter:
    """A matter that is not kept yet, with everything that the registry holds of it."""

    matter: Matter
    instruments: list[Instrument] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    contact_points: list[ContactPoint] = field(default_factory=list)
    accounts: list[PayeeAccount] = field(default_factory=list)


def party(
    *,
    matter: Matter,
    role: PartyRole,
    kind: PartyKind,
    name: str,
    identifier: str = "",
    birth_date: date | None = None,
    legal_representative: str = "",
) -> Party:
    """Return a party of a matter, which is found by his name from now on."""
    matter.names = f"{matter.names} {name}".strip()
    return Party(
        matter=matter,
        role=role.value,
        kind=kind.value,
        name=name,
        identifier=identifier,
        identifier_index=index(identifier, IDENTIFIER),
        birth_date=birth_date,
        legal_representative=legal_representative,
    )


def contact_point(
    *,
    party: Party,
    kind: ContactPointKind,
    value: str,
    source: str,
    at: datetime,
    confirmed_for_service: bool = False,
    electronic_consent: bool = False,
) -> ContactPoint:
    """Return a way to reach a party, with where it was learned."""
    return ContactPoint(
        party=party,
        kind=kind.value,
        value=value,
        value_index=index(value, kind.value),
        source=source,
        confirmed_for_service=confirmed_for_service,
        electronic_consent=electronic_consent,
        recorded_at=at,
    )


def instrument(
    *,
    matter: Matter,
    number: CaseNumber,
    court_name: str,
    kind: InstrumentKind,
    outcome: InstrumentOutcome,
    made_date: date,
    performance_days: int | None,
    performance_date: date | None,
    follows: Instrument | None = None,
) -> Instrument:
    """Return an instrument of a matter, which is found by its number from now on."""
    if number.canonical not in matter.numbers.split():
        matter.numbers = f"{matter.numbers} {number.canonical}".strip()
    return Instrument(
        matter=matter,
        follows=follows,
        kind=kind.value,
        outcome=outcome.value,
        court_name=court_name,
        court_code=number.court,
        number=number.canonical,
        made_date=made_date,
        performance_days=performance_days,
        performance_date=performance_date,
    )


def account(
    *,
    matter: Matter,
    owner: AccountOwner,
    creditor: Party | None,
    holder: str,
    number: str,
    bank: str,
    route: AccountRoute,
    evidence: str,
    by: User,
    at: datetime,
    version: int = 1,
) -> PayeeAccount:
    """Return a version of a payee account: the first is confirmed, a change waits for a second."""
    is_first = version == 1
    state = AccountState.CONFIRMED if is_first else AccountState.PROPOSED
    return PayeeAccount(
        matter=matter,
        owner=owner.value,
        creditor=creditor,
        version=version,
        holder=holder,
        number=number,
        number_index=index(number, ACCOUNT),
        bank=bank,
        route=route.value,
        evidence=evidence,
        state=state.value,
        proposed_by=by,
        recorded_at=at,
        decided_at=at if is_first else None,
    )
