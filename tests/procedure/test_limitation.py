"""The limitation follows the record: each interrupting act sets it anew, and applying shows it."""

from datetime import date

import pytest

from duly.law.terms import Role
from duly.procedure import queries
from duly.procedure.models import Course, Deadline
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.walks import CLERK, FILING


def running(walk: Walk) -> Deadline:
    return Deadline.objects.get(matter=walk.matter, name="limitation", stopped_at=None)


def interrupt(walk: Walk, kind: str) -> None:
    walk.take(
        "record",
        "record_interruption",
        CLERK,
        kind=kind,
        on=walk.on.isoformat(),
        evidence="催款函及签收回执",
    )


def test_two_years_run_from_the_last_day_to_perform(walk: Walk):
    walks.to_running(walk)
    due = Deadline.objects.get(matter=walk.matter, name="performance")

    assert running(walk).start_date == due.last_date
    assert running(walk).last_date.year == due.last_date.year + 2


@pytest.mark.parametrize("act", ["demand", "promise", "payment"])
def test_an_act_on_record_begins_it_anew(walk: Walk, act: str):
    walks.to_running(walk)
    before = running(walk)
    walk.on = date(2026, 5, 12)
    if act == "demand":
        interrupt(walk, "demand")
    elif act == "promise":
        walk.contact(CLERK, "promised")
    else:
        walk.pay("1000.00", CLERK, "creditor")

    now = running(walk)
    assert now.start_date == walk.on
    assert now.last_date == date(2028, 5, 12)
    assert "时效中断" in " ".join(now.because)
    before.refresh_from_db()
    assert before.stopped_at == walk.at


def test_a_mere_contact_interrupts_nothing(walk: Walk):
    walks.to_running(walk)
    before = running(walk)
    walk.on = date(2026, 5, 12)
    walk.contact(CLERK, "no_answer")

    assert running(walk) == before


def test_a_late_application_is_told_so_and_received(walk: Walk):
    walks.to_running(walk)
    walk.on = date(2028, 5, 10)
    view = queries.step_view(
        walk.course("post_judgment"), "receive_application", walk.staff[FILING], walk.at
    )
    late = [one for one in view.findings if "时效" in one.question]

    assert view.permitted
    assert not late[0].met
    assert "仍应受理" in late[0].grounds[0].change
    taken = walk.take(
        "post_judgment",
        "receive_application",
        FILING,
        applicant=walk.party("creditor"),
        applied_on="2028-05-10",
        request="请求强制执行货款100000元",
    )
    assert any(
        "已于" in ground["because"] for one in taken.step.findings for ground in one["grounds"]
    )
    assert Course.objects.filter(matter=walk.matter, mechanism="pre_enforcement").exists()


def test_an_application_given_up_leaves_two_years_that_somebody_watches(walk: Walk):
    walks.to_applied(walk)
    assert not Deadline.objects.filter(name="limitation", stopped_at=None).exists()
    walk.on = date(2026, 4, 20)
    walk.take(
        "pre_enforcement", "withdraw", FILING, withdrawn_on="2026-04-20", evidence="撤回申请书"
    )

    again = running(walk)
    assert again.course.mechanism == "record"
    assert again.owner == Role.FILING_CLERK
    assert (again.start_date, again.last_date) == (date(2026, 4, 7), date(2028, 4, 7))


def test_an_obstacle_in_the_last_six_months_puts_it_off(walk: Walk):
    walks.to_running(walk)
    before = running(walk).last_date
    walk.on = date(2028, 3, 1)
    walk.take(
        "record",
        "record_obstacle",
        CLERK,
        obstacle_from="2028-02-01",
        obstacle_until="2028-02-20",
        what="洪水致交通中断",
        evidence="政府公告",
    )

    assert (running(walk).last_date - before).days >= 20
