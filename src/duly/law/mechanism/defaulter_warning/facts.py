"""What the rules of the defaulter warning (三(一)) need to know."""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import Calendar
from duly.law.mechanism.care import Care
from duly.law.mechanism.stay import Stay
from duly.law.mechanism.warning import Contacts, Settlement, Warning
from duly.law.money import Yuan
from duly.law.terms import DefaulterGround, PartyKind, Term

DEFAULTERS = "最高人民法院关于公布失信被执行人名单信息的若干规定"
SCOPE = "三(一)1"
FLOW = "三(一)2"
NOTICE = "三(一)3"


class State(Term):
    """From a ground found to performance, or to a listing decided and published."""

    OPEN = "open", "审查是否提醒"
    WARNED = "warned", "已发提醒"
    HELD = "held", "和解履行中，暂缓"
    PROPOSED = "proposed", "纳入失信报院长签发"
    DECIDED = "decided", "已决定，待公布"
    PUBLISHED = "published", "已公布"
    PERFORMED = "performed", "限期内履行"
    NOT_PUBLISHED = "not_published", "未公布"


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
    care: Care | None = None
    stays: tuple[Stay, ...] = ()
    barred_until: date | None = None
