"""The nightly round: what is due is told once, to whom it concerns, until it is done."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from duly.law.terms import Role
from duly.procedure import nightly, queries, watches
from duly.procedure.models import Alarm, Deadline
from duly.work import nightly as work
from tests.procedure import walks
from tests.procedure.conftest import Walk, noon
from tests.procedure.test_holds import hold, resume
from tests.procedure.test_preservation import freeze, renew
from tests.procedure.walks import CLERK, JUDGE

PARTS = [
    f"duly.procedure.nightly.{part}"
    for part in ("watch_terms", "watch_limitations", "watch_preservations", "watch_holds")
]


def go_round(on: date, at: datetime | None = None) -> list[str]:
    done = work.run(on=on, at=at or noon(on), parts=PARTS, again=True)
    assert done is not None
    assert all(line["done"] for line in done.lines)
    return [str(line["answer"]) for line in done.lines]


def standing(kind: str = "") -> list[tuple[str, str, date, str]]:
    alarms = Alarm.objects.filter(cleared_at=None)
    if kind:
        alarms = alarms.filter(kind=kind)
    return list(alarms.order_by("pk").values_list("kind", "subject", "due_date", "owner"))


def test_the_month_of_urging_is_told_three_days_before_its_end_and_until_it_is_left(walk: Walk):
    walks.to_urging(walk)
    go_round(date(2026, 5, 3))
    assert standing("urging_month") == []
    go_round(date(2026, 5, 4))
    (alarm,) = standing("urging_month")
    assert alarm[2:] == (date(2026, 5, 7), "mediator")
    go_round(date(2026, 5, 20))
    assert standing("urging_month") == [alarm]

    walk.on = date(2026, 5, 20)
    walk.take("pre_enforcement", "issue_notice", Role.MEDIATOR)
    walk.take(
        "pre_enforcement", "withdraw", Role.FILING_CLERK, withdrawn_on="2026-05-20", evidence="书"
    )
    assert standing("urging_month") == []


def test_a_warning_is_told_once_its_term_is_over(walk: Walk):
    walks.to_warned(walk)
    go_round(date(2026, 6, 17))
    assert standing("warning_term") == []
    go_round(date(2026, 6, 18))
    assert [row[2:] for row in standing("warning_term")] == [
        (date(2026, 6, 17), "enforcement_judge")
    ]


def test_limitation_is_told_ninety_and_thirty_days_before_and_cleared_by_an_interruption(
    walk: Walk,
):
    walks.to_running(walk)
    last = Deadline.objects.get(name="limitation", stopped_at=None).last_date
    go_round(last - timedelta(days=91))
    assert standing("limitation_90") == []
    go_round(last - timedelta(days=90))
    assert [row[2] for row in standing("limitation_90")] == [last]
    go_round(last - timedelta(days=30))
    assert [row[2] for row in standing("limitation_30")] == [last]

    walk.on = last - timedelta(days=20)
    walk.contact(CLERK, "promised")
    assert standing("limitation_90") == standing("limitation_30") == []


def test_a_preservation_is_told_thirty_days_before_and_renewed(walk: Walk):
    frozen = freeze(walk, "2026-09-01")
    go_round(date(2026, 8, 1))
    assert standing("preservation") == []
    go_round(date(2026, 8, 2))
    assert [row[2:] for row in standing("preservation")] == [(date(2026, 9, 1), "trial_judge")]
    walk.on = date(2026, 8, 10)
    renew(walk, frozen, "2027-08-31")

    assert standing("preservation") == []


def test_a_release_that_is_owed_is_told(walk: Walk):
    walks.to_enforcement(walk)
    walks.pay_all(walk)
    go_round(walk.on + timedelta(days=30))

    assert {row[0] for row in standing("release")} == {"release"}


def test_what_rests_is_not_due_and_a_year_of_rest_is_told(walk: Walk):
    walks.to_urging(walk)
    walk.on = date(2026, 4, 13)
    hold(walk, "2026-04-13")
    go_round(date(2026, 6, 1))
    assert standing("urging_month") == []
    go_round(date(2027, 3, 15))
    assert [row[2] for row in standing("hold")] == [date(2027, 4, 13)]
    resume(walk, date(2027, 3, 16))
    go_round(walk.on)

    assert standing("hold") == []


@pytest.mark.parametrize("days", [(45,), tuple(range(46)), (45, 45, 45), (3, 12, 44, 45)], ids=len)
def test_every_schedule_leaves_the_same_alarms(walk: Walk, days: tuple[int, ...]):
    walks.to_warned(walk)
    freeze(walk, "2026-07-20")
    first = date(2026, 6, 5)
    for day in days:
        go_round(first + timedelta(days=day))

    expected = {"warning_term", "preservation"}
    open_alarms = standing()
    assert {row[0] for row in open_alarms} == expected
    assert len(open_alarms) == len(set(open_alarms)) == 2
    assert Alarm.objects.count() == 2


def test_a_round_that_finds_nothing_new_changes_nothing(walk: Walk):
    walks.to_warned(walk)
    go_round(date(2026, 6, 20))
    before = list(Alarm.objects.values())
    answers = go_round(date(2026, 6, 20), noon(date(2026, 6, 21)))

    assert set(answers) == {"提示0条，消除0条"}
    assert list(Alarm.objects.values()) == before


def test_one_poisoned_matter_does_not_stop_the_rest_and_has_a_person(walk: Walk):
    walks.to_warned(walk)
    poisoned = walk.matter
    walk.register(number="（2026）粤0117民初101号")
    frozen = freeze(walk, "2026-07-01")
    term = Deadline.objects.filter(matter=poisoned, name="defaulter_term")
    term.update(owner="nobody")
    on = date(2026, 6, 20)

    assert go_round(on)[0] == "提示0条，消除0条，1件未能处理"
    assert go_round(on + timedelta(days=1))[0].endswith("1件未能处理")
    alarm = Alarm.objects.get(matter=poisoned, kind="round_failed", cleared_at=None)
    assert walk.staff[JUDGE].full_name in alarm.sentence
    assert alarm.owner == JUDGE
    assert [row[1] for row in standing("preservation")] == [f"measure-{frozen.pk}"]

    term.update(owner=JUDGE.value)
    go_round(on + timedelta(days=2))
    assert standing("round_failed") == []
    assert len(standing("warning_term")) == 1


def test_each_person_sees_the_alarms_of_his_post(walk: Walk):
    walks.to_warned(walk)
    go_round(date(2026, 6, 20))
    walk.on = date(2026, 6, 20)
    (mine,) = queries.today(walk.staff[JUDGE], walk.at).alarms

    assert (mine.matter, mine.due_date, mine.days_left) == (walk.matter, date(2026, 6, 17), -3)
    assert "2026年6月17日" in mine.sentence
    assert queries.today(walk.staff[Role.TRIAL_JUDGE], walk.at).alarms == ()
    assert queries.today(walk.staff[Role.MEDIATOR], walk.at).alarms == ()


def test_the_round_costs_what_is_due_not_what_exists(walk: Walk):
    walks.to_warned(walk)
    on = date(2026, 6, 20)
    go_round(on)

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            for watch in watches.ALL:
                nightly._go_round(watch, on, noon(on))
        return len(captured)

    before = cost()
    walk.on = date(2026, 6, 19)
    for number in range(200, 208):
        walk.register(number=f"（2026）粤0117民初{number}号")
        freeze(walk, "2027-03-01")
    assert cost() == before


def test_what_is_due_is_found_by_its_day() -> None:
    """The rows of every part come from an index that begins with the day, or holds few rows."""
    by_day = {
        model._meta.db_table: {index.fields[0] for index in model._meta.indexes}
        for model in (watches.Deadline, watches.Measure)
    }
    assert "last_date" in by_day["procedure_deadline"]
    assert "expires_date" in by_day["procedure_measure"]
