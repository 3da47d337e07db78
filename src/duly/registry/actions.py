"""Everything that adds to the record. Called by `procedure` alone, inside its transaction."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from duly.accounts.models import User
from duly.law.identity import CaseNumber
from duly.law.terms import (
    AccountRoute,
    Channel,
    ContactResult,
    FactQuestion,
    InstrumentKind,
    InstrumentOutcome,
    PartyKind,
    PartyRole,
    ServiceMethod,
    Stage,
)
from duly.registry import rows, search
from duly.registry.blind import IDENTIFIER, index
from duly.registry.models import (
    AccountOwner,
    AccountState,
    Agent,
    Contact,
    ContactPoint,
    ContactPointKind,
    Fact,
    Instrument,
    Matter,
    Party,
    PayeeAccount,
    Service,
)


def keep(new: Sequence[rows.NewMatter]) -> None:
    """Keep matters with everything that belongs to them, a table at a time."""
    Matter.objects.bulk_create([one.matter for one in new])
    search.keep([one.matter for one in new])
    Party.objects.bulk_create([row for one in new for row in one.parties])
    Instrument.objects.bulk_create([row for one in new for row in one.instruments])
    ContactPoint.objects.bulk_create([row for one in new for row in one.contact_points])
    PayeeAccount.objects.bulk_create([row for one in new for row in one.accounts])


def add_party(
    *,
    matter: Matter,
    role: PartyRole,
    kind: PartyKind,
    name: str,
    identifier: str = "",
    birth_date: date | None = None,
    legal_representative: str = "",
) -> Party:
    """Add a party to a matter, which is found by his name from now on."""
    party = rows.party(
        matter=matter,
        role=role,
        kind=kind,
        name=name,
        identifier=identifier,
        birth_date=birth_date,
        legal_representative=legal_representative,
    )
    party.save(force_insert=True)
    matter.save(update_fields=["names"])
    search.keep([matter])
    return party


def complete_party(
    *, party: Party, identifier: str, birth_date: date | None, legal_representative: str
) -> None:
    """Set what was not known of a party before; an empty text leaves what is on record."""
    if identifier:
        party.identifier, party.birth_date = identifier, birth_date
        party.identifier_index = index(identifier, IDENTIFIER)
    if legal_representative:
        party.legal_representative = legal_representative
    party.save()


def add_agent(
    *, party: Party, name: str, phone: str, special_authority: bool, evidence: str
) -> Agent:
    """Add an authorised agent (委托代理人) of a party."""
    return Agent.objects.create(
        party=party,
        name=name,
        phone=phone,
        special_authority=special_authority,
        evidence=evidence,
    )


def add_instrument(
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
    """Add an instrument to the chain of a matter, which is found by its number from now on."""
    instrument = rows.instrument(
        matter=matter,
        number=number,
        court_name=court_name,
        kind=kind,
        outcome=outcome,
        made_date=made_date,
        performance_days=performance_days,
        performance_date=performance_date,
        follows=follows,
    )
    instrument.save(force_insert=True)
    matter.save(update_fields=["numbers"])
    search.keep([matter])
    return instrument


def record_contact(
    *,
    party: Party,
    stage: Stage,
    channel: Channel,
    result: ContactResult,
    note: str,
    on: date,
    by: User,
    at: datetime,
    told_consequences: bool = False,
    told_benefits: bool = False,
    promised_date: date | None = None,
    call_again_date: date | None = None,
) -> Contact:
    """Record an attempt to reach a debtor and what came of it."""
    return Contact.objects.create(
        matter_id=party.matter_id,
        party=party,
        stage=stage.value,
        channel=channel.value,
        result=result.value,
        told_consequences=told_consequences,
        told_benefits=told_benefits,
        promised_date=promised_date,
        call_again_date=call_again_date,
        note=note,
        on=on,
        recorded_by=by,
        recorded_at=at,
    )


def record_service(
    *,
    party: Party,
    instrument: Instrument | None,
    paper_id: int | None,
    method: ServiceMethod,
    acted_date: date,
    evidence: str,
    circumstances: Mapping[str, Any],
    by: User,
    at: datetime,
) -> Service:
    """Record an attempt at service. Whether it counts is weighed from its circumstances."""
    return Service.objects.create(
        matter_id=party.matter_id,
        party=party,
        instrument=instrument,
        paper_id=paper_id,
        method=method.value,
        acted_date=acted_date,
        evidence=evidence,
        circumstances=dict(circumstances),
        recorded_by=by,
        recorded_at=at,
    )


def find_fact(
    *,
    matter: Matter,
    party: Party | None,
    question: FactQuestion,
    holds: bool,
    reasons: str,
    evidence: str,
    by: User,
    at: datetime,
) -> Fact:
    """Put a finding of fact on record, in its finder's name."""
    return Fact.objects.create(
        matter=matter,
        party=party,
        question=question.value,
        holds=holds,
        reasons=reasons,
        evidence=evidence,
        found_by=by,
        found_at=at,
    )


def withdraw_fact(*, fact: Fact, reasons: str, by: User, at: datetime) -> None:
    """Withdraw a finding of fact with reasons; it stays on record as withdrawn."""
    fact.withdrawn_by, fact.withdrawn_at, fact.withdrawn_reasons = by, at, reasons
    fact.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_reasons"])


def add_contact_point(
    *,
    party: Party,
    kind: ContactPointKind,
    value: str,
    source: str,
    at: datetime,
    confirmed_for_service: bool = False,
    electronic_consent: bool = False,
) -> ContactPoint:
    """Add a way to reach a party, with where it was learned."""
    point = rows.contact_point(
        party=party,
        kind=kind,
        value=value,
        source=source,
        at=at,
        confirmed_for_service=confirmed_for_service,
        electronic_consent=electronic_consent,
    )
    point.save(force_insert=True)
    return point


def propose_account(
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
) -> PayeeAccount:
    """Record a payee account: the first is confirmed at once, a change waits for another person."""
    kept = PayeeAccount.objects.filter(matter=matter, owner=owner.value, creditor=creditor)
    newest = kept.order_by("-version").first()
    account = rows.account(
        matter=matter,
        owner=owner,
        creditor=creditor,
        holder=holder,
        number=number,
        bank=bank,
        route=route,
        evidence=evidence,
        by=by,
        at=at,
        version=newest.version + 1 if newest else 1,
    )
    account.save(force_insert=True)
    return account


def decide_account(*, account: PayeeAccount, confirmed: bool, by: User, at: datetime) -> None:
    """Confirm or refuse a changed account; a confirmed one takes the place of the one before."""
    if confirmed:
        PayeeAccount.objects.filter(
            matter_id=account.matter_id,
            owner=account.owner,
            creditor_id=account.creditor_id,
            state=AccountState.CONFIRMED.value,
        ).update(state=AccountState.SUPERSEDED.value)
    account.state = (AccountState.CONFIRMED if confirmed else AccountState.REFUSED).value
    account.confirmed_by, account.decided_at = by, at
    account.save(update_fields=["state", "confirmed_by", "decided_at"])
