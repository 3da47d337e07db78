"""The record of a matter: what may be entered at any time, whatever the stage.

Payments, service, contacts and findings of fact are acts of their own; what
follows from them (a term that runs, a debt performed, releases owed) is decided by
the mechanisms.
"""

from duly.law.mechanism.record import (
    accounts,
    applications,
    archive,
    findings,
    holds,
    instruments,
    limitation,
    measures,
    money,
    obligations,
    parties,
    performance,
    reach,
)
from duly.law.mechanism.record.facts import Facts, State, nothing_left_to_do
from duly.law.step import Mechanism

__all__ = ["MECHANISM", "Facts", "State", "nothing_left_to_do"]

MECHANISM = Mechanism[Facts](
    name="record",
    chinese="案件记录",
    clause="前言",
    states=State,
    initial=State.OPEN,
    final=frozenset({State.CLOSED}),
    steps=(
        reach.CONTACT,
        reach.SERVICE,
        performance.PAYMENT,
        performance.ACT_PERFORMED,
        findings.FINDING,
        reach.CONTACT_POINT,
        measures.MEASURE,
        measures.RENEWAL,
        findings.WITHDRAWAL,
        performance.REVERSAL,
        performance.TRANSFER,
        performance.REOPEN,
        instruments.APPEAL,
        instruments.INSTRUMENT,
        instruments.EFFECT,
        parties.PARTY,
        parties.DETAILS,
        parties.AGENT,
        obligations.OBLIGATION,
        obligations.WITHDRAWN,
        *money.STEPS,
        *accounts.STEPS,
        reach.PRINT_ADDRESS_CONFIRMATION,
        reach.PRINT_SERVICE_RECEIPT,
        reach.PRINT_ELECTRONIC_PROOF,
        applications.OBJECTION,
        applications.REPAIR,
        limitation.INTERRUPTION,
        limitation.OBSTACLE,
        holds.SET,
        holds.END,
        holds.UNDO,
        archive.ARCHIVE,
    ),
)
