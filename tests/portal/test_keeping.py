"""Files that parties sent in stay as evidence, unless the court sets for how long."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from duly.journal.models import Entry
from duly.law.terms import Role
from duly.portal import receiving
from duly.portal.models import Submission
from duly.portal.office.keeping import drop_old_files
from duly.procedure.models import Course
from tests.desk.conftest import As
from tests.portal.test_send import pays
from tests.procedure.conftest import Walk

CLERK = Role.TRIAL_CLERK
KEPT = 60


@pytest.fixture
def declined(in_court: Walk, debtor: Client) -> Submission:
    pays(debtor)
    sent = Submission.objects.get()
    receiving.decline(
        submission_id=sent.pk, because="重复", actor=in_court.staff[CLERK], at=in_court.at
    )
    return sent


def close(walk: Walk) -> None:
    Course.objects.filter(matter=walk.matter).update(closed_at=walk.at)


def keep(walk: Walk) -> None:
    walk.court.settings.create(
        name="keep_uploads_days", value=str(KEPT), source="档案管理规定", since=date(2020, 1, 1)
    )


def dropped(walk: Walk, days: int) -> bool:
    drop_old_files(on=walk.on + timedelta(days=days), at=walk.at)
    return not Submission.objects.get().file


def test_nothing_is_dropped_unless_the_court_says_so(in_court: Walk, declined: Submission):
    close(in_court)
    assert not dropped(in_court, 9999)


def test_what_was_declined_is_dropped_after_the_days_that_the_court_set(
    in_court: Walk, declined: Submission, as_role: As
):
    close(in_court)
    keep(in_court)
    assert not dropped(in_court, KEPT)
    assert dropped(in_court, KEPT + 1)
    left = Submission.objects.get()
    assert (left.file_name, left.file_sha256) == (declined.file_name, declined.file_sha256)
    entry = Entry.objects.latest("seq")
    assert (entry.act, entry.matter_id) == ("portal.drop_file", in_court.matter.pk)
    page = as_role(CLERK).get(reverse("parties:submission", args=[left.pk])).content.decode()
    assert "已按法院设定的保存期限删除" in page
    assert drop_old_files(on=in_court.on + timedelta(days=9999), at=in_court.at).endswith("0份")


def test_nothing_of_a_matter_that_runs_is_dropped(in_court: Walk, declined: Submission):
    keep(in_court)
    assert not dropped(in_court, 9999)


@pytest.mark.parametrize("state", ["waiting", "followed"])
def test_what_waits_or_became_fact_is_never_dropped(
    in_court: Walk, declined: Submission, state: str
):
    followed = state == "followed"
    Submission.objects.update(
        state=state,
        handled_by="沈一禾" if followed else "",
        handled_at=in_court.at if followed else None,
        step_taken_id=1 if followed else None,
    )
    close(in_court)
    keep(in_court)
    assert not dropped(in_court, 9999)
