"""放假安排: a year is taken in after its days and the limits that it moves were looked at."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.urls import reverse

from duly.journal.models import Entry
from duly.law.terms import Role
from duly.procedure.models import Deadline
from duly.registry.court_files import calendar
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.test_holds import hold, resume

ADDRESS = reverse("desk:calendar_year")
HEADER = "date,kind,holiday,source\n"
YEAR = Path(__file__).parents[1] / "law" / "calendar" / "notice_2027.csv"


@pytest.fixture
def loading(at_the_walk: Walk, settings: LazySettings, tmp_path: Path) -> Walk:
    settings.DULY_LAW = tmp_path / "law"
    return at_the_walk


def month(walk: Walk) -> Deadline:
    return Deadline.objects.get(matter=walk.matter, name="urging_month", stopped_at=None)


def closing(day: date) -> str:
    return f"{HEADER}{day.isoformat()},rest,临时放假,示例通知1号\n"


def test_a_day_more_off_moves_the_limit_that_ends_on_it_after_it_was_seen(
    loading: Walk, as_role: As
):
    walks.to_urging(loading)
    before, client = month(loading).last_date, as_role(Role.PRESIDENT)
    shown = client.post(ADDRESS, {"list": closing(before)})
    page = shown.content.decode()
    assert "临时放假" in page
    assert "1项在办期限改日" in page
    assert loading.matter.names.split()[0] in page
    assert month(loading).last_date == before

    sent = {"list": closing(before), "seen": shown.context["seen"], "keep": "yes"}
    other = client.post(ADDRESS, {**sent, "list": closing(before + timedelta(days=1))})
    assert "您看过的不是这些内容的效果" in other.content.decode()
    done = client.post(ADDRESS, sent, follow=True).content.decode()
    assert "1项期限改日" in done
    assert "示例通知1号" in done
    assert loading.staff[Role.PRESIDENT].full_name in done
    after = month(loading)
    assert after.last_date > before
    assert any("临时放假" in step for step in after.because)
    acts = list(Entry.objects.order_by("-seq").values_list("act", "matter_id")[:2])
    assert acts == [("court.move_limit", loading.matter.pk), ("court.load_calendar", None)]


def test_a_day_that_a_person_set_stays(loading: Walk, as_role: As):
    walks.to_urging(loading)
    own = date(2026, 5, 20)
    Deadline.objects.filter(pk=month(loading).pk).update(last_date=own)
    page = as_role(Role.PRESIDENT).post(ADDRESS, {"list": closing(own)}).content.decode()
    assert "没有在办期限因此改日" in page


def test_a_year_that_is_announced_makes_its_days_firm(loading: Walk, as_role: As):
    walks.to_urging(loading)
    Deadline.objects.filter(pk=month(loading).pk).update(
        start_date=date(2026, 12, 10), last_date=date(2027, 1, 11), provisional=True
    )
    client, sent = as_role(Role.ADMINISTRATOR), {"list": YEAR.read_text("utf-8")}
    shown = client.post(ADDRESS, sent)
    assert "2027年" in shown.content.decode()
    client.post(ADDRESS, {**sent, "seen": shown.context["seen"], "keep": "yes"})
    assert (month(loading).last_date, month(loading).provisional) == (date(2027, 1, 11), False)
    assert calendar().is_published(2027)
    again = client.post(ADDRESS, sent)
    assert again.status_code == 422
    assert "已经载入，没有改变" in again.content.decode()


def test_a_whole_year_again_takes_the_place_of_a_wrong_one(loading: Walk, as_role: As):
    right, client = YEAR.read_text("utf-8"), as_role(Role.PRESIDENT)
    wrong = f"{right}2027-07-01,rest,误列,示例通知\n"
    for text, rest in ((wrong, True), (right, False)):
        seen = client.post(ADDRESS, {"list": text}).context["seen"]
        client.post(ADDRESS, {"list": text, "seen": seen, "keep": "yes"})
        assert calendar().is_rest_day(date(2027, 7, 1)) is rest


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "第1行应当为"),
        (HEADER, "没有任何一行"),
        (f"{HEADER}2027-05-03,rest,劳动节,示例通知\n", "不完整"),
        (f"{HEADER}2026-11-11,work,国庆节,示例通知\n", "本来就是工作日"),
    ],
)
def test_a_list_that_cannot_be_relied_on_is_refused_and_stays_in_the_form(
    loading: Walk, as_role: As, text: str, why: str
):
    sent = as_role(Role.PRESIDENT).post(ADDRESS, {"list": text})
    assert sent.status_code == 422
    assert why in sent.content.decode()
    assert text.strip() in sent.content.decode()


def test_a_limit_that_a_hold_moved_moves_from_its_own_new_day(loading: Walk, as_role: As):
    walk = loading
    walks.to_urging(walk)
    own = month(walk).last_date
    walk.on = date(2026, 4, 13)
    hold(walk, "2026-04-13")
    resume(walk, date(2026, 4, 23))
    held = month(walk).last_date
    sent = {"list": closing(own)}
    seen = as_role(Role.PRESIDENT).post(ADDRESS, sent).context["seen"]
    as_role(Role.PRESIDENT).post(ADDRESS, {**sent, "seen": seen, "keep": "yes"})
    after = month(walk)
    assert after.shifts.get().from_date == own + timedelta(days=1)
    assert after.last_date >= held
    assert "中止、暂缓10日" in after.because[-1]
