"""Holds: limits move by the days really held, fixed days stay, and everything can be undone."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duly.law.terms import HoldKind, Role
from duly.ledger.models import Suspension
from duly.procedure import holding, queries
from duly.procedure.models import Course, Deadline, Hold
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from duly.registry.models import Matter
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import JUDGE


def hold(walk: Walk, held_from: str, kind: str = "security", asked: str = "no") -> None:
    walk.take(
        "record",
        "set_hold",
        JUDGE,
        kind=kind,
        on_debtor_request=asked,
        held_from=held_from,
        reason="（2026）粤0117执1号暂缓执行决定",
    )


def resume(walk: Walk, on: date) -> None:
    walk.on = on
    walk.take("record", "end_hold", JUDGE, resumed_on=on.isoformat(), reason="暂缓期满")


def running(walk: Walk, name: str) -> Deadline:
    return Deadline.objects.get(matter=walk.matter, name=name, stopped_at=None)


def seen(matter: Matter) -> list[tuple[str, date, bool, list[str]]]:
    rows = Deadline.objects.filter(matter=matter).order_by("pk")
    return [(one.name, one.last_date, one.provisional, one.because) for one in rows]


def test_a_held_urging_month_moves_by_the_days_really_held(walk: Walk):
    walks.to_urging(walk)
    assert running(walk, "urging_month").last_date == date(2026, 5, 7)
    walk.on = date(2026, 4, 13)
    hold(walk, "2026-04-13")
    resume(walk, date(2026, 4, 23))

    moved = running(walk, "urging_month")
    # ten days: 17 May is a Sunday
    assert moved.last_date == date(2026, 5, 18)
    assert "中止、暂缓10日" in moved.because[-1]
    assert "2026年5月17日" in moved.because[-1]


def test_a_limit_that_rests_is_nobodys_work_and_does_not_run_out(walk: Walk):
    walks.to_urging(walk)
    walk.on = date(2026, 4, 13)
    hold(walk, "2026-04-13")
    walk.on = date(2026, 5, 20)
    mine = queries.today(walk.staff[Role.MEDIATOR], walk.at)

    assert "停止计算" in running(walk, "urging_month").because[-1]
    assert [row for row in mine.overdue if "督促" in row.what] == []
    assert holding.counted_last_day(running(walk, "urging_month"), walk.on) > walk.on


def test_a_warned_day_does_not_move_and_says_so(walk: Walk):
    walks.to_warned(walk)
    walk.on = date(2026, 6, 5)
    hold(walk, "2026-06-05")
    resume(walk, date(2026, 6, 10))

    fixed = running(walk, "defaulter_term")
    assert fixed.last_date == date(2026, 6, 17)
    assert "不因中止变动" in fixed.because[-1]
    assert running(walk, "conclusion").last_date > date(2026, 11, 1)


def test_a_limit_that_begins_within_the_hold_rests_from_its_beginning(walk: Walk):
    walks.to_requested(walk)
    hold(walk, "2026-04-07")
    walk.take("pre_enforcement", "register", Role.FILING_CLERK)
    assert "停止计算" in running(walk, "urging_month").because[-1]
    resume(walk, date(2026, 4, 17))

    # of ten days nine lie after the day on which the month began
    assert "中止、暂缓9日" in running(walk, "urging_month").because[-1]


@pytest.mark.parametrize(
    ("kind", "asked", "rests"),
    [("review", "no", True), ("retrial", "no", True), ("review", "yes", False)]
    + [(kind, "no", False) for kind in sorted(set(HoldKind) - {HoldKind.REVIEW, HoldKind.RETRIAL})],
)
def test_article_3_the_doubled_part_rests_only_while_the_instrument_is_reviewed(
    walk: Walk, kind: str, asked: str, rests: bool
):
    walks.to_enforcement(walk)
    hold(walk, walk.on.isoformat(), kind, asked)
    assert Suspension.objects.filter(matter=walk.matter, end_date=None).exists() is rests
    first = walk.on
    resume(walk, first + timedelta(days=4))

    stretches = Suspension.objects.filter(matter=walk.matter)
    expected = [(first, walk.on)] if rests else []
    assert list(stretches.values_list("start_date", "end_date")) == expected


def test_undoing_a_hold_gives_back_every_day_and_the_interest(walk: Walk):
    walks.to_enforcement(walk)
    before = seen(walk.matter)
    hold(walk, walk.on.isoformat(), "review")
    resume(walk, walk.on + timedelta(days=40))
    assert seen(walk.matter) != before
    walk.take("record", "undo_hold", JUDGE, hold=str(Hold.objects.get().pk), reason="裁定已被撤销")

    assert seen(walk.matter) == before
    assert not Suspension.objects.exists()
    assert Hold.objects.get().undone_reason == "裁定已被撤销"


def test_holds_do_not_overlap_nor_end_before_they_begin(walk: Walk):
    walks.to_urging(walk)
    walk.on = date(2026, 4, 13)
    with refused(StepNotAllowed, "没有需要"):
        walk.take("record", "end_hold", JUDGE, resumed_on="2026-04-13", reason="无")
    hold(walk, "2026-04-13")
    with refused(Unanswered, "应晚于起日"):
        walk.take("record", "end_hold", JUDGE, resumed_on="2026-04-13", reason="当日恢复")
    resume(walk, date(2026, 4, 15))
    with refused(Unanswered, "不能重叠"):
        hold(walk, "2026-04-14")


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    holds=st.lists(st.tuples(st.integers(1, 9), st.integers(1, 40)), min_size=1, max_size=5),
    order=st.randoms(use_true_random=False),
)
def test_holds_undone_in_any_order_leave_every_limit_as_it_was(
    walk: Walk, holds: list[tuple[int, int]], order: "st.Random"
):
    if not Course.objects.filter(mechanism="enforcement", matter=walk.matter).exists():
        walks.to_enforcement(walk)
    before = seen(walk.matter)
    made, day = [], walk.on
    for rest, length in holds:
        first = day + timedelta(days=rest)
        held = Hold.objects.create(matter=walk.matter, start_date=first, reason="暂缓")
        holding.begin(held)
        day = first + timedelta(days=length)
        holding.end(held, day)
        made.append(held)
    latest = seen(walk.matter)
    order.shuffle(made)
    for held in made:
        holding.undo(held, "登记有误", walk.at)

    assert latest != before
    assert seen(walk.matter) == before


def test_nobody_is_warned_or_listed_while_enforcement_is_stayed(walk: Walk):
    walks.to_warned(walk)
    hold(walk, walk.on.isoformat())
    walk.on = date(2026, 6, 18)
    with refused(Refused, "其间不能认为被执行人拒不履行"):
        walks.propose(walk)
    with refused(Refused, "案件自2026年6月2日起中止、暂缓（因执行担保暂缓执行）"):
        walk.take("defaulter_warning", "warn_again", JUDGE, last_day="2026-07-06")

    resume(walk, date(2026, 6, 22))
    with refused(Refused, "没有得到完整的期限"):
        walks.propose(walk)
    walk.take("defaulter_warning", "warn_again", JUDGE, last_day="2026-07-06")
    walk.serve_paper("defaulter-warning", JUDGE)
    walk.on = date(2026, 7, 7)
    walks.propose(walk)
    assert walk.course("defaulter_warning").state == "proposed"


def test_an_outsiders_objection_stays_no_sanction(walk: Walk):
    walks.to_warned(walk)
    hold(walk, walk.on.isoformat(), kind="objection")
    walk.on = date(2026, 6, 18)
    walks.propose(walk)
    assert walk.course("defaulter_warning").state == "proposed"
