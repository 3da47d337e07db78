"""Entries that every story makes in the record: service, contact, money."""

from collections.abc import Callable
from datetime import date

from duly.law.money import Yuan
from duly.law.terms import AccountOwner, Channel, ContactResult, PartyRole, Role, ServiceMethod
from duly.ledger.queries import Statement
from duly.simulation.case import Case, Typed
from duly.simulation.playing import Act, Story

RECEIPT = {
    ServiceMethod.PERSONAL: "送达回证",
    ServiceMethod.POSTAL: "法院专递签收回执",
    ServiceMethod.ELECTRONIC: "电子送达到达记录",
    ServiceMethod.LEAVING: "留置送达照片、录像",
}


def serve(
    case: Case,
    what: Typed,
    by: Role,
    *,
    to: PartyRole = PartyRole.DEBTOR,
    method: ServiceMethod = ServiceMethod.PERSONAL,
) -> Act:
    """Something is served today by a way that reaches the party at once."""
    day = case.today.isoformat()
    proof = {
        ServiceMethod.LEAVING: {"recorded": "yes", "witnessed": "yes"},
        ServiceMethod.ELECTRONIC: {"arrived_on": day},
    }.get(method, {"signed_on": day})
    return case.take(
        "record",
        "record_service",
        by,
        what=what,
        party=case.party(to),
        method=method.value,
        acted_on=day,
        evidence=f"{RECEIPT[method]}第{case.chance.randrange(100, 999)}号",
        **proof,
    )


def post(case: Case, what: Typed, by: Role) -> Act:
    """Something is sent by court mail today; nobody has signed for it yet."""
    return case.take(
        "record",
        "record_service",
        by,
        what=what,
        party=case.party(PartyRole.DEBTOR),
        method=ServiceMethod.POSTAL.value,
        acted_on=case.today.isoformat(),
        evidence=f"法院专递交寄单第{case.chance.randrange(100, 999)}号",
    )


def contact(
    case: Case,
    by: Role,
    note: str,
    *,
    result: ContactResult = ContactResult.REACHED,
    channel: Channel = Channel.CALL,
    promised_date: date | None = None,
) -> Act:
    """The debtor is tried; whoever is reached is told what follows and what is gained."""
    told = "yes" if result.is_contact else "no"
    return case.take(
        "record",
        "record_contact",
        by,
        party=case.party(PartyRole.DEBTOR),
        on=case.today.isoformat(),
        channel=channel.value,
        result=result.value,
        told_consequences=told,
        told_benefits=told,
        promised_date=promised_date.isoformat() if promised_date else "",
        note=note,
    )


def pay(
    case: Case,
    amount: Callable[[Statement], Yuan],
    arrival: AccountOwner,
    by: Role,
    *,
    payer: int = 0,
) -> Act:
    """Money arrives today: so much of what the statement of the day shows.

    `payer` is the place of the debtor who pays, of several.
    """
    day = case.today
    return case.take(
        "record",
        "record_payment",
        by,
        payer=case.party(PartyRole.DEBTOR, payer),
        amount=lambda: f"{amount(case.owed(day)).amount:.2f}",
        paid_on=day.isoformat(),
        arrival=arrival.value,
        reference=f"SL{day:%Y%m%d}{case.chance.randrange(10**6):06d}",
        evidence="债权人确认收款" if arrival is AccountOwner.CREDITOR else "到账通知",
    )


def pay_everything(case: Case, *, payer: int = 0) -> Story:
    """All that is owed today arrives: the debt at the court's account, the fees at theirs."""
    clerk = Role.ENFORCEMENT_CLERK
    yield pay(case, without_fees, AccountOwner.ENFORCEMENT_FUNDS, clerk, payer=payer)
    yield pay(case, lambda owed: owed.court_fees_owed, AccountOwner.COURT_FEES, clerk, payer=payer)


def pay_sum(case: Case, amount: str, arrival: AccountOwner, by: Role) -> Act:
    """A sum arrives today."""
    return pay(case, lambda _: Yuan.of(amount), arrival, by)


def without_fees(owed: Statement) -> Yuan:
    """Return what is owed to the creditor."""
    return owed.known - owed.court_fees_owed
