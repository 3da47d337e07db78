"""今日: releases first and red, counts that equal their lists, rows that lead to the act."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from duly.law.terms import Role
from duly.procedure.facts import debt
from duly.procedure.models import Course, Deadline
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import Walk

JUDGE = Role.ENFORCEMENT_JUDGE


def paid_after_listing(walk: Walk) -> None:
    walks.to_published(walk)
    walk.on = date(2026, 6, 24)
    owed = debt.statement(walk.matter, walk.on)
    walk.pay(f"{owed.total.amount - owed.court_fees_owed.amount:.2f}", JUDGE)
    walk.pay(f"{owed.court_fees_owed.amount:.2f}", JUDGE, arrival="court_fees")


def test_releases_overdue_come_first_and_red(at_the_walk: Walk, as_role: As) -> None:
    paid_after_listing(at_the_walk)
    at_the_walk.on = date(2026, 7, 6)
    page = as_role(JUDGE).get(reverse("desk:today"))
    first = page.context["full"][0]
    assert first.key == "releases_overdue"
    assert first.late
    assert {row.what for row in first.rows} >= {"删除失信信息", "解除限制消费"}
    assert "summary__count--late" in page.content.decode()


def test_every_count_is_the_length_of_its_list(at_the_walk: Walk, as_role: As) -> None:
    paid_after_listing(at_the_walk)
    for role in Role:
        page = as_role(role).get(reverse("desk:today"))
        text = page.content.decode()
        for heap in page.context["heaps"]:
            count = f'id="count-{heap.key}">{heap.count}<'
            assert count in text
            section = text.partition(f'id="{heap.key}"')[2].partition("</section>")[0]
            assert section.count("<tr>") == (len(heap.rows) + 1 if heap.rows else 0)


def test_every_row_leads_to_a_page_where_it_can_be_done(at_the_walk: Walk, as_role: As) -> None:
    paid_after_listing(at_the_walk)
    client = as_role(JUDGE)
    page = client.get(reverse("desk:today"))
    for heap in page.context["full"]:
        for row in heap.rows:
            answer = client.get(reverse("desk:matter", kwargs={"matter_id": row.matter.pk}))
            assert f'id="course-{row.course.pk}"' in answer.content.decode()


def test_what_a_person_handed_on_waits_for_others(at_the_walk: Walk, as_role: As) -> None:
    walks.to_proposed(at_the_walk)
    page = as_role(JUDGE).get(reverse("desk:today"))
    (others,) = (heap for heap in page.context["full"] if heap.key == "others")
    proposed = at_the_walk.course("defaulter_warning")
    (row,) = (row for row in others.rows if row.course == proposed)
    assert (row.what, row.by) == ("签发纳入失信决定书、限制消费令", (Role.PRESIDENT,))
    page = as_role(Role.PRESIDENT).get(reverse("desk:today"))
    assert all(heap.key != "others" for heap in page.context["full"])
    assert "approve_listing/?queue=1" in page.content.decode()


def test_a_time_limit_leads_to_the_step_that_ends_it(at_the_walk: Walk, as_role: As) -> None:
    walks.to_warned(at_the_walk)
    page = as_role(JUDGE).get(reverse("desk:today"))
    rows = [row for heap in page.context["full"] for row in heap.rows]
    course = at_the_walk.course("defaulter_warning")
    steps = {row.step for row in rows if getattr(row, "course", None) == course}
    where = {"matter_id": at_the_walk.matter.pk, "course_id": course.pk}
    for step in steps - {""}:
        address = reverse("desk:step", kwargs={**where, "name": step})
        assert as_role(JUDGE).get(address).status_code == 200
        assert address in page.content.decode()


def test_a_mediator_is_led_to_his_call(at_the_walk: Walk, as_role: As) -> None:
    walks.to_urging(at_the_walk)
    call = reverse("desk:call", kwargs={"course_id": at_the_walk.course("pre_enforcement").pk})
    today = reverse("desk:today")
    assert call in as_role(Role.MEDIATOR).get(today).content.decode()
    assert call not in as_role(Role.FILING_CLERK).get(today).content.decode()


def test_nobody_without_a_post_sees_anything(at_the_walk: Walk, as_role: As) -> None:
    paid_after_listing(at_the_walk)
    page = as_role(Role.ADMINISTRATOR).get(reverse("desk:today"))
    assert page.context["full"] == []
    assert "陈示例" not in page.content.decode()


def test_only_what_can_be_done_now_waits(at_the_walk: Walk, as_role: As) -> None:
    walks.to_enforcement(at_the_walk)
    page = as_role(JUDGE).get(reverse("desk:today"))
    assert all(heap.key != "waiting" for heap in page.context["full"])


def test_a_day_with_more_than_anybody_works_off_shows_the_first_and_says_so(
    at_the_walk: Walk, as_role: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The package shows the function by the name of the module.
    for name in ("duly.procedure.queries.today", "duly.desk.views.today"):
        monkeypatch.setattr(import_module(name), "MOST", 3)
    for serial in range(5):
        Walk(at_the_walk.court, at_the_walk.staff, at_the_walk.on).register(
            number=f"（2026）粤0117民初{200 + serial}号"
        )
    for place, course in enumerate(Course.objects.filter(mechanism="post_judgment")):
        Deadline.objects.create(
            course=course,
            matter=course.matter,
            name="performance",
            chinese="履行期",
            clause="二(一)1",
            owner=Role.TRIAL_CLERK.value,
            start_date=at_the_walk.on,
            last_date=at_the_walk.on + timedelta(days=9 - place),
        )
    page = as_role(Role.TRIAL_CLERK).get(reverse("desk:today"))
    (coming,) = (heap for heap in page.context["full"] if heap.key == "coming")
    assert [row.days_left for row in coming.rows] == [4, 5, 6]
    assert coming.count == "3+"
    assert 'id="count-coming">3+<' in page.content.decode()


@pytest.mark.parametrize("address", ["desk:today", "desk:supervision"])
def test_a_full_day_asks_as_many_questions_as_an_empty_one(
    at_the_walk: Walk, as_role: As, address: str
) -> None:
    client = as_role(Role.FILING_HEAD)
    walks.to_urging(at_the_walk)
    few = _questions(client, address)
    for serial in range(3):
        walk = Walk(at_the_walk.court, at_the_walk.staff, date(2026, 3, 3)).register(
            number=f"（2026）粤0117民初{300 + serial}号"
        )
        walks.to_urging(walk)
    assert _questions(client, address) == few


def test_the_posts_of_a_reader_are_read_once(at_the_walk: Walk, as_role: As) -> None:
    walks.to_proposed(at_the_walk)
    client = as_role(Role.PRESIDENT)
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("desk:today"))
    table = 'FROM "accounts_post"'
    reads = [one["sql"] for one in asked if table in one["sql"].partition(" WHERE ")[0]]
    assert len(reads) == 1


def _questions(client: Client, address: str) -> int:
    client.get(reverse(address))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(address)).status_code == 200
    return len(asked)
