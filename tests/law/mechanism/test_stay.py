"""阶段三（一）、（二）、（三） · 中止、暂缓期间不提醒、不决定"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from duly.law.finding import all_of
from duly.law.mechanism import detention_warning, fine_warning, stay
from duly.law.mechanism.commitment import MECHANISM
from duly.law.mechanism.commitment import rules as commitment
from duly.law.mechanism.defaulter_warning import Facts
from duly.law.mechanism.defaulter_warning import exits as listing
from duly.law.mechanism.detention_warning import decision as detaining
from duly.law.mechanism.detention_warning import exits as detention
from duly.law.mechanism.detention_warning import scope as detention_scope
from duly.law.mechanism.fine_warning import decision as fining
from duly.law.mechanism.fine_warning import exits as fine
from duly.law.mechanism.fine_warning import scope as fine_scope
from duly.law.mechanism.stay import Stay
from duly.law.mechanism.warning import Warning
from duly.law.terms import HoldKind
from tests.law.mechanism import weighing
from tests.law.mechanism.sanctions import told, weigh
from tests.law.mechanism.test_commitment import BASE as REPAIR

SECURITY, OBJECTION = HoldKind.SECURITY, HoldKind.OBJECTION


def listing_facts(*stays: Stay) -> Any:
    return replace(weighing.facts(Facts), stays=stays)


def facts(mechanism: str, *stays: Stay) -> Any:
    if mechanism == "fine":
        return told(fine_warning.Facts, stays=stays)
    return told(detention_warning.Facts, stays=stays)


@pytest.mark.parametrize("kind", list(HoldKind))
def test_every_stay_but_of_one_thing_bars_sanctions(kind: HoldKind) -> None:
    outcome = "met" if kind is OBJECTION else "not_met"
    running = Stay(kind, date(2026, 5, 18))
    weigh(fine_scope.no_stay_holds_the_fine(facts("fine", running)), outcome)
    weigh(detention_scope.no_stay_holds_the_detention(facts("detention", running)), outcome)
    weigh(listing.no_stay_holds_the_listing(listing_facts(running)), outcome)
    weigh(fining.fine_still_stands(facts("fine", running)), outcome)
    weigh(detaining.detention_still_stands(facts("detention", running)), outcome)


def test_a_stay_that_ended_bars_nothing_but_the_term_that_it_cut() -> None:
    before = Stay(SECURITY, date(2026, 4, 1), date(2026, 4, 30))
    within = Stay(SECURITY, date(2026, 5, 6), date(2026, 5, 8))
    since = Stay(SECURITY, date(2026, 5, 20), date(2026, 5, 20))
    for stays, outcome in (((before,), "met"), ((within,), "not_met"), ((since,), "met")):
        weigh(fine_scope.no_stay_holds_the_fine(facts("fine", *stays)), "met")
        weigh(listing.warning_has_run_out(listing_facts(*stays)), outcome)
        weigh(fine.fine_warning_has_run_out(facts("fine", *stays)), outcome)
        weigh(detention.detention_warning_has_run_out(facts("detention", *stays)), outcome)


@pytest.mark.parametrize(
    ("first", "last", "outcome"),
    [
        (date(2026, 5, 1), date(2026, 5, 4), "met"),
        (date(2026, 5, 1), date(2026, 5, 5), "not_met"),
        (date(2026, 5, 19), None, "not_met"),
        (date(2026, 5, 20), None, "met"),
    ],
)
def test_a_term_is_whole_from_its_first_day_to_its_last(
    first: date, last: date | None, outcome: str
) -> None:
    given = Warning(date(2026, 5, 5), date(2026, 5, 19), date(2026, 5, 6))
    for kind, expected in ((SECURITY, outcome), (OBJECTION, "met")):
        ground = stay.left_the_term_whole((Stay(kind, first, last),), given, "三(一)2")
        weigh(all_of("问题", (ground,)), expected)


@pytest.mark.parametrize("kind", list(HoldKind))
def test_a_stay_bars_restoring_what_a_repair_lifted(kind: HoldKind) -> None:
    told = replace(REPAIR, stays=(Stay(kind, date(2026, 5, 18)),))
    weigh(commitment.no_stay_holds_the_restoring(told), "met" if kind is OBJECTION else "not_met")
    for name in ("propose_restore", "approve_restore"):
        assert commitment.no_stay_holds_the_restoring in MECHANISM.step(name).guards
