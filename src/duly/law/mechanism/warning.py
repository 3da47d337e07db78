"""What every warning before a sanction shares: served in time, its term run out, and its exits.

No sanction without its warning, service that the law accepts, and an expired term
(三(一)2, 三(二)2, 三(三)2).
"""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, any_of, ground
from duly.law.sources import Citation, clause

CONTACTS_NEEDED = 2


@dataclass(frozen=True, slots=True)
class Warning:
    """A warning as issued: its day, the last day of its term, and the day of service."""

    issued_on: date
    last_day: date
    served_on: date | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement reached in enforcement; `performed` None while it runs.

    `ended_on` is the day on which it was found performed or breached.
    """

    reached_on: date
    ends_on: date
    performed: bool | None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Contacts:
    """How often the debtor was tried, and reached."""

    attempts: int
    reached: int


def papers_were_served(served: dict[str, date | None], reference: str) -> tuple[Ground, ...]:
    """Return a ground for each paper that the warning says was issued and served."""
    return tuple(
        ground(
            clause(reference),
            day is not None,
            met=f"{paper}已于{in_digits(day)}送达" if day else "",
            not_met=f"{paper}没有有效送达的记录",
            unknown="",
            change=f"送达{paper}并登记",
            supplied_by="record.record_service",
        )
        for paper, day in served.items()
    )


def was_contacted(contacts: Contacts, reference: str) -> Ground:
    """Return the ground for “并多次与你沟通事宜”: two contacts, or two attempts that all failed.

    Attempts that all failed are printed as 经多次联系未果.
    """
    talked = contacts.reached >= CONTACTS_NEEDED
    never_reached = contacts.reached == 0 and contacts.attempts >= CONTACTS_NEEDED
    return ground(
        clause(reference),
        talked or never_reached,
        met=f"已联系{contacts.attempts}次，取得联系{contacts.reached}次",
        not_met=f"联系记录只有{contacts.attempts}次，其中取得联系{contacts.reached}次",
        unknown="",
        change=f"取得联系满{CONTACTS_NEEDED}次；始终联系不上的，联系满{CONTACTS_NEEDED}次",
        supplied_by="record.record_contact",
    )


def has_run_out(warning: Warning | None, *, on: date, reference: str) -> Finding:
    """Return whether a warning was issued, served before its last day, and has run out.

    A warning served on or after its last day never ran: a new one is needed.
    """
    return all_of("提醒是否已经送达且期限届满", _ran(warning, on, clause(reference)))


def _ran(warning: Warning | None, on: date, basis: Citation) -> tuple[Ground, ...]:
    if warning is None:
        return (Ground(basis, Outcome.NOT_MET, "没有发出过提醒", "先发出提醒通知书"),)
    if warning.served_on is None:
        unserved, way = "提醒没有有效送达的记录", "送达提醒通知书并登记"
        return (Ground(basis, Outcome.NOT_MET, unserved, way, "record.record_service"),)
    in_time = ground(
        basis,
        warning.served_on < warning.last_day,
        met=f"提醒于{in_digits(warning.served_on)}送达",
        not_met=f"提醒{in_digits(warning.served_on)}才送达，"
        f"不早于限期{in_digits(warning.last_day)}",
        unknown="",
        change="重新发出提醒，另定期限",
    )
    ended = ground(
        basis,
        on > warning.last_day,
        met=f"限期于{in_digits(warning.last_day)}届满",
        not_met=f"限期至{in_digits(warning.last_day)}才届满",
        unknown="",
        change=f"等到{in_digits(warning.last_day)}届满",
    )
    return in_time, ended


def performed(is_performed: bool | None, reference: str) -> Ground:
    """Return the ground that the debtor has performed in full."""
    return ground(
        clause(reference),
        is_performed,
        met="债务已经履行完毕",
        not_met="债务尚未履行完毕",
        unknown="应付数额尚不能算出",
        change="登记到账",
        supplied_by="record.record_payment",
    )


def settlement_performed(settlement: Settlement | None, reference: str) -> Ground:
    """Return the ground that a settlement was reached **and** fully performed (三(一)2)."""
    fact = settlement is not None and settlement.performed is True
    return ground(
        clause(reference),
        fact,
        met="和解协议已经履行完毕",
        not_met="没有履行完毕的和解协议",
        unknown="",
        change="和解协议履行完毕后认定",
    )


def ends_by_performance(
    is_performed: bool | None, settlement: Settlement | None, *, reference: str
) -> Finding:
    """Return whether the listing warning ends well: performed, or settled and performed."""
    return any_of(
        "是否在期限内履行",
        (performed(is_performed, reference), settlement_performed(settlement, reference)),
    )
