"""What appeals, the instruments that follow, and certificates of effect change."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from duly.law.calendar import in_digits
from duly.law.identity import CaseNumber
from duly.law.terms import InstrumentOutcome
from duly.procedure.act import Act
from duly.procedure.due import refresh
from duly.procedure.facts import instrument
from duly.procedure.refusal import StepNotAllowed, Unanswered
from duly.registry import actions as registry
from duly.registry.models import Appeal, Instrument

ADOPTS = frozenset(
    {
        InstrumentOutcome.UPHELD,
        InstrumentOutcome.APPEAL_WITHDRAWN,
        InstrumentOutcome.RETRIAL_UPHELD,
    }
)
LONGEST_TERM_DAYS = 3650


def _standing(act: Act) -> Instrument:
    standing = instrument.last(act.matter)
    if standing is None:
        raise StepNotAllowed("没有登记法律文书")
    return standing


def record_appeal(act: Act) -> None:
    """Record an appeal against the standing instrument, filed before it took effect."""
    standing, filed_on = _standing(act), act.answers["filed_on"]
    if standing.appeals.filter(party=act.answers["party"]).exists():
        raise Unanswered({"party": "上诉人：该当事人的上诉已经登记"})
    if filed_on < standing.made_date:
        raise Unanswered({"filed_on": "上诉日期：不能早于文书作出日期"})
    known = instrument.takes_effect(act.matter, on=act.on)
    if known is not None and known.on is not None and filed_on >= known.on:
        raise Unanswered({"filed_on": f"上诉日期：文书已于{in_digits(known.on)}生效，上诉期已过"})
    Appeal.objects.create(instrument=standing, party=act.answers["party"], filed_date=filed_on)
    refresh(act)


def add_instrument(act: Act) -> None:
    """Add the instrument of second instance or retrial, which stands from now on.

    One that leaves the earlier one as it is takes over its time for performance.
    """
    standing, given = _standing(act), act.answers
    _check(act, standing, given)
    adopts = given["outcome"] in ADOPTS
    registry.add_instrument(
        matter=act.matter,
        number=given["number"],
        court_name=given["court_name"],
        kind=given["kind"],
        outcome=given["outcome"],
        made_date=given["made_on"],
        performance_days=standing.performance_days if adopts else given["performance_days"],
        performance_date=standing.performance_date if adopts else given["performance_date"],
        follows=standing,
    )
    refresh(act)


def _check(act: Act, standing: Instrument, given: Mapping[str, Any]) -> None:
    number: CaseNumber = given["number"]
    days, fixed = given["performance_days"], given["performance_date"]
    rules = (
        (
            "outcome",
            given["outcome"] is InstrumentOutcome.FIRST_INSTANCE,
            "审级结果：一审文书在立案登记时填写",
        ),
        ("made_on", given["made_on"] < standing.made_date, "作出日期：不能早于前一文书"),
        ("made_on", given["made_on"].year < number.year, "作出日期：早于案号的收案年度"),
        (
            "number",
            act.matter.instruments.filter(number=number.canonical).exists(),
            "案号：该文书已经登记",
        ),
        ("performance_date", None not in (days, fixed), "履行期届满日：与“几日内”只能填一项"),
        (
            "performance_days",
            given["outcome"] in ADOPTS and (days is not None or fixed is not None),
            "履行期：维持原判、撤回上诉的不填，沿用原文书",
        ),
        (
            "performance_days",
            days is not None and days > LONGEST_TERM_DAYS,
            f"履行期：最长{LONGEST_TERM_DAYS}日",
        ),
    )
    errors = {field: sentence for field, broken, sentence in rules if broken}
    if errors:
        raise Unanswered(errors)


def record_effect(act: Act) -> None:
    """Record a certificate of effect for the standing instrument."""
    standing = _standing(act)
    day: date = act.answers["effective_on"]
    if day < standing.made_date:
        raise Unanswered({"effective_on": "生效日期：不能早于文书作出日期"})
    standing.effective_date, standing.effective_evidence = day, act.answers["evidence"]
    standing.save(update_fields=["effective_date", "effective_evidence"])
    refresh(act)


EFFECTS = {
    "record_appeal": record_appeal,
    "add_instrument": add_instrument,
    "record_effect": record_effect,
}
