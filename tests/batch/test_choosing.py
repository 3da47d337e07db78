"""Point 2 of the work in bulk: matters are chosen by a filter that a clerk can say."""

from datetime import date, timedelta

import pytest

from duly.batch.actions import make as make_batch
from duly.batch.choosing import Choice, courses
from duly.batch.refusal import BatchRefused
from duly.journal.models import Entry
from duly.law.terms import Role
from duly.procedure.models import Deadline
from duly.registry.models import Court
from tests.batch.conftest import CLERK, NOTICES, confirm_account, make, more_matters
from tests.procedure.conftest import Walk
from tests.procedure.walks import to_running, to_urging

pytestmark = pytest.mark.django_db


def chosen(walk: Walk, choice: Choice) -> list[int]:
    found = courses(choice, walk.court, walk.staff[CLERK], walk.on)
    return list(found.values_list("matter_id", flat=True))


def test_only_courses_from_which_the_step_leaves_are_chosen(walk: Walk):
    assert chosen(walk, NOTICES) == []
    confirm_account(walk)
    assert chosen(walk, NOTICES) == [walk.matter.pk]


def test_another_court_has_its_own(three: Walk):
    elsewhere = Court.objects.create(code="粤0118", name="广州市增城区人民法院")
    assert not courses(NOTICES, elsewhere, three.staff[CLERK], three.on).exists()


def test_who_sees_no_matter_chooses_none(three: Walk):
    assert not courses(NOTICES, three.court, three.staff[Role.ADMINISTRATOR], three.on).exists()


def test_by_state_case_group_and_division(three: Walk):
    three.staff[CLERK].posts.update(division="民事审判庭")
    for narrowing, meant in (
        ({"state": "account_confirmed"}, 3),
        ({"focus": "commercial"}, 3),
        ({"focus": "financial"}, 0),
        ({"division": "民事审判庭"}, 3),
        ({"division": "刑事审判庭"}, 0),
    ):
        narrowed = Choice(mechanism="post_judgment", step="issue_notice", **narrowing)
        assert len(chosen(three, narrowed)) == meant, narrowing


def test_by_the_last_day_of_a_running_time_limit(walk: Walk):
    """All 执前 matters whose month of urging has ended."""
    to_urging(walk)
    month = Deadline.objects.get(name="urging_month")
    ended = Choice(mechanism="pre_enforcement", step="transfer", due_by=month.last_date)
    not_yet = Choice(
        mechanism="pre_enforcement", step="transfer", due_by=month.last_date - timedelta(days=1)
    )
    assert chosen(walk, ended) == [walk.matter.pk]
    assert chosen(walk, not_yet) == []


def test_a_closed_course_is_not_chosen(walk: Walk):
    to_running(walk)
    running = Choice(mechanism="post_judgment", step="note_overdue")
    assert chosen(walk, running) == [walk.matter.pk]
    walk.course("post_judgment").matter.courses.update(closed_at=walk.at)
    assert chosen(walk, running) == []


def test_a_batch_says_who_made_it_when_and_of_what(three: Walk):
    batch = make(three, Choice(mechanism="post_judgment", step="issue_notice", focus="commercial"))

    assert (batch.made_by, batch.made_at) == (three.staff[CLERK], three.at)
    assert batch.choice["focus"] == "commercial"
    entry = Entry.objects.get(act="batch.make")
    assert entry.actor_name == three.staff[CLERK].full_name
    assert entry.detail["items"] == 3


@pytest.mark.parametrize(
    ("choice", "answers", "because"),
    [
        (Choice(mechanism="nothing", step="x"), {}, "没有名为nothing的机制"),
        (Choice(mechanism="post_judgment", step="x"), {}, "没有名为x的步骤"),
        (Choice(mechanism="post_judgment", step="issue_notice", state="x"), {}, "状态"),
        (NOTICES, {"x": "1"}, "没有名为x的问题"),
        (Choice(mechanism="certificate", step="approve_certificate"), {}, "第二人逐件核对"),
        (Choice(mechanism="post_judgment", step="start_term"), {}, "没有符合条件的事项"),
    ],
)
def test_what_cannot_be_a_batch_is_refused_with_its_reason(
    three: Walk, choice: Choice, answers: dict[str, str], because: str
):
    with pytest.raises(BatchRefused, match=because):
        make_batch(choice, court=three.court, answers=answers, by=three.staff[CLERK], at=three.at)


def test_the_rows_follow_the_order_of_the_matters(walk: Walk):
    more_matters(walk, 3)
    walk.on = date(2026, 3, 4)
    batch = make(walk)
    matters = [item.course.matter_id for item in batch.items.order_by("place")]
    assert matters == sorted(matters)
    assert [item.place for item in batch.items.order_by("place")] == [1, 2, 3]
