"""What the rules of the defaulter warning (三(一)) need to know."""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import Calendar
from duly.law.mechanism.warning import Contacts, Settlement, Warning
from duly.law.money import Yuan
from duly.law.terms import DefaulterGround, PartyKind

DEFAULTERS = "最高人民法院关于公布失信被执行人名单信息的若干规定"
SCOPE = "三(一)1"
FLOW = "三(一)2"
NOTICE = "三(一)3"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know. None means not yet established."""

    on: date
    calendar: Calendar
    debtor_kind: PartyKind
    birth_date: date | None
    grounds: frozenset[DefaulterGround]
    security: bool | None
    preserved: bool | None
    later_in_order: bool | None
    served: dict[str, date | None]
    contacts: Contacts
    owing: Yuan | None
    performed: bool | None
    warning: Warning | None
    settlement: Settlement | None
    requested_on: date | None
    decided_on: date | None
    decision_served: bool
    publish_from: date | None
