"""What the rules of the detention warning (三(三)) need to know."""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import Calendar
from duly.law.mechanism.care import Care
from duly.law.mechanism.sanction.act import Act
from duly.law.mechanism.sanction.claim import Claim
from duly.law.mechanism.sanction.custody import Custody
from duly.law.mechanism.sanction.proposal import Proposal
from duly.law.mechanism.sanction.reconsideration import Decision
from duly.law.mechanism.stay import Stay
from duly.law.mechanism.warning import Contacts, Settlement, Warning
from duly.law.money import Yuan
from duly.law.terms import InstrumentKind, PartyKind

SCOPE = "三(三)1"
FLOW = "三(三)2"
NOTICE = "三(三)3"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know. None means not yet established.

    `acts` are the debtor's acts whose finding stands; `proposal` is what the president
    has before him, `decision` what he made of it, `custody` what was carried out of it.
    `police_asked` tells that the judge has asked for a request to the police.
    """

    on: date
    calendar: Calendar
    debtor_kind: PartyKind
    acts: tuple[Act, ...]
    claim: Claim
    instrument_kind: InstrumentKind | None
    effective: bool | None
    served: dict[str, date | None]
    contacts: Contacts
    owing: Yuan | None
    performed: bool | None
    warning: Warning | None
    settlement: Settlement | None
    proposal: Proposal | None
    decision: Decision | None
    custody: Custody | None
    police_asked: bool
    care: Care | None = None
    stays: tuple[Stay, ...] = ()
