"""Tables of rules: facts as data, and the answer that a rule must give to them.

In a table `"?"` stands for a fact not yet known. Facts that a row leaves out are those
of a matter in which everything is in order.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from duly.law.calendar import Calendar
from duly.law.effect import Effect
from duly.law.finding import Finding, Outcome, all_of, ground
from duly.law.mechanism.warning import Contacts, Settlement, Warning
from duly.law.money import Yuan
from duly.law.sources import cite
from duly.law.terms import DefaulterGround, MeasureKind, PartyKind

TODAY = date(2026, 5, 20)
CALENDAR = Calendar.published()
ABLE = frozenset({DefaulterGround.ABLE_BUT_REFUSING})

IN_ORDER: Mapping[str, Any] = {
    "on": TODAY,
    "calendar": CALENDAR,
    # post_judgment
    "orders_money": True,
    "account_complete": True,
    "account_change_pending": False,
    "notice_served": True,
    "due_on": date(2026, 4, 30),
    "owing": Yuan.of("1200.00"),
    "performed": False,
    # pre_enforcement
    "first_instance_here": True,
    "served_by_public_notice": False,
    "emergency": False,
    "consented": True,
    "can_be_reached": True,
    "paid": Yuan.of("0"),
    "term_ends_on": date(2026, 6, 15),
    "extended": False,
    "warned_of_consequences": True,
    "refused": False,
    "attempts": 1,
    "reached": 1,
    "notice_issued": True,
    # enforcement, record, release
    "settlement_performed": False,
    "releases_owed": 0,
    "settlement_running": False,
    "running_warnings": 0,
    "open_courses": 0,
    "kind": MeasureKind.DEFAULTER_LISTING,
    "has_term": False,
    "decided": False,
    "plan": None,
    "limitation_on": date(2028, 4, 30),
    "rest_left": False,
    "fee_unset": False,
    # payout
    "is_refund": False,
    "held": Yuan.of("1000.00"),
    "waiting_since": date(2026, 5, 10),
    "account_confirmed": True,
    "proposed": None,
    # defaulter_warning
    "debtor_kind": PartyKind.PERSON,
    "birth_date": date(1985, 6, 1),
    "grounds": ABLE,
    "security": False,
    "preserved": False,
    "later_in_order": False,
    "served": {"《执行通知书》": date(2026, 4, 10), "《报告财产令》": date(2026, 4, 10)},
    "contacts": Contacts(attempts=2, reached=2),
    "warning": Warning(date(2026, 5, 1), date(2026, 5, 19), date(2026, 5, 4)),
    "settlement": None,
    "requested_on": None,
    "decided_on": TODAY,
    "decision_served": False,
    "publish_from": TODAY,
    "barred_until": None,
    # certificate
    "in_enforcement": True,
    "main_performed": None,
    "applicant_agrees": None,
    "concealment": None,
    "other_refusal": None,
    "referred": None,
    "confirmed": False,
    "sanctions": (),
}


def in_effect(fact: bool | None) -> Effect:
    """Return the effect of an instrument: in effect, not in effect, not known."""
    weighed = ground(
        cite("申请执行", on=TODAY),
        fact,
        met="2026年4月1日生效",
        not_met="已有当事人上诉",
        unknown="尚未送达李四",
        change="登记二审裁判文书" if fact is False else "登记向李四的送达",
    )
    return Effect(all_of("法律文书是否已经生效", (weighed,)), date(2026, 4, 1) if fact else None)


def facts(kind: type[Any], changes: Mapping[str, Any] | None = None) -> Any:
    """Return the facts of a mechanism: everything in order but for some changes.

    What the table of facts does not name stays at its default.
    """
    told = {**IN_ORDER, "effect": in_effect(True)}
    told.update({name: _read(name, value) for name, value in (changes or {}).items()})
    return kind(**{name: told[name] for name in kind.__dataclass_fields__ if name in told})


def rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the tables of a TOML file: rule by rule, the rows to weigh."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def named(row: Mapping[str, Any]) -> str:
    """Return the name under which a row is reported."""
    return str(row["name"])


def check(finding: Finding, row: Mapping[str, Any]) -> None:
    """See that a finding answers a row as its table says, with reasons that can be used."""
    assert finding.outcome is Outcome(row["outcome"]), finding
    assert finding.question
    assert all(ground.because for ground in finding.grounds)
    for weighed in finding.grounds:
        assert bool(weighed.change) is (weighed.outcome is not Outcome.MET), weighed
    if "because" in row:
        told = [(g.basis.article, g.because, g.change) for g in finding.grounds]
        assert (row["basis"], row["because"], row.get("change", "")) in told


def _read(name: str, value: Any) -> Any:
    if value == "?":
        return None
    reader = _READERS.get(name)
    return value if reader is None else reader(value)


_READERS = {
    "effect": lambda fact: None if fact == "none" else in_effect(None if fact == "open" else fact),
    "owing": Yuan.of,
    "paid": Yuan.of,
    "kind": MeasureKind,
    "debtor_kind": PartyKind,
    "grounds": lambda limbs: frozenset(DefaulterGround(limb) for limb in limbs),
    "contacts": lambda counts: Contacts(*counts),
    "warning": lambda day: Warning(**_opened(day)),
    "settlement": lambda told: Settlement(**_opened(told)),
    "served": lambda papers: _opened(papers),
}


def _opened(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: None if value == "?" else value for name, value in told.items()}
