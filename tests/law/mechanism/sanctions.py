"""Facts of a fine, a detention or a referral in which everything is in order."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from duly.law.mechanism.sanction.act import Act
from duly.law.mechanism.sanction.claim import Claim
from duly.law.mechanism.sanction.custody import Custody
from duly.law.mechanism.sanction.proposal import Proposal
from duly.law.mechanism.sanction.reconsideration import Decision
from duly.law.mechanism.warning import Contacts, Settlement, Warning
from duly.law.money import Yuan
from duly.law.terms import InstrumentKind, PartyKind, SanctionGround, SanctionKind, SanctionTarget
from tests.law.mechanism.weighing import CALENDAR, TODAY, check

FINE, DETENTION = SanctionKind.FINE, SanctionKind.DETENTION
YESTERDAY = date(2026, 5, 19)
REFUSAL = Act(1, SanctionGround.ABLE_BUT_REFUSING, date(2026, 5, 1), {})
REPORT = Act(2, SanctionGround.PROPERTY_REPORT, date(2026, 5, 2), {})
PROPOSAL = Proposal(
    target=SanctionTarget.PERSON,
    names_responsible=False,
    acts=(1,),
    amount=Yuan.of("5000"),
    days=10,
)
IN_ORDER: Mapping[str, Any] = {
    "on": TODAY,
    "calendar": CALENDAR,
    "debtor_kind": PartyKind.PERSON,
    "care": None,
    "acts": (REFUSAL,),
    "claim": Claim(Yuan.of("100000"), Yuan.of("100000"), None),
    "instrument_kind": InstrumentKind.JUDGMENT,
    "effective": True,
    "served": {"《执行通知书》": date(2026, 4, 10), "《报告财产令》": date(2026, 4, 10)},
    "contacts": Contacts(attempts=2, reached=2),
    "owing": Yuan.of("1200"),
    "performed": False,
    "warning": Warning(date(2026, 5, 1), YESTERDAY, date(2026, 5, 4)),
    "settlement": None,
    "proposal": PROPOSAL,
    "decision": Decision(date(2026, 5, 11), date(2026, 5, 12), None, answered=False),
    "custody": Custody(
        days=10, from_on=date(2026, 5, 12), until=date(2026, 5, 22), family_told=True
    ),
    "police_asked": False,
    "sanctioned": False,
    "proposed": (1,),
}


def told(kind: type[Any], **changes: Any) -> Any:
    """Return the facts of a mechanism: everything in order but for some changes.

    What the table of facts does not name stays at its default.
    """
    every = {**IN_ORDER, **changes}
    return kind(**{name: every[name] for name in kind.__dataclass_fields__ if name in every})


def with_act(**changes: Any) -> tuple[Act, ...]:
    """Return the one act in order, but for some changes."""
    return (replace(REFUSAL, **changes),)


def proposed(**changes: Any) -> Proposal:
    """Return the proposal in order, but for some changes."""
    return replace(PROPOSAL, **changes)


def settlement(
    reached_on: date, performed: bool | None, ended_on: date | None = None
) -> Settlement:
    """Return a settlement that runs until autumn, or how it ended."""
    return Settlement(reached_on, date(2026, 9, 30), performed, ended_on)


class Record:
    """A record that was chosen in a form."""

    def __init__(self, pk: int) -> None:
        self.pk = pk


def weigh(finding: Any, outcome: str) -> None:
    """See that a finding has an outcome, with reasons and ways out."""
    check(finding, {"outcome": outcome})
