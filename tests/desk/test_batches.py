"""批次：先选、逐件看结果、再办理；停得住、接得上、取得走，惩戒从不成批."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from duly.batch import output, working
from duly.batch.models import Batch, Outcome
from duly.desk.batching import offers
from duly.law.terms import Role
from duly.work import worker
from tests.batch.conftest import more_matters
from tests.desk.conftest import As
from tests.procedure.conftest import Walk

CLERK = Role.TRIAL_CLERK
NEW = reverse("desk:batch_new")
NOTICES = {"step": "post_judgment.issue_notice"}


@pytest.fixture
def three(at_the_walk: Walk) -> Walk:
    more_matters(at_the_walk, 3)
    return at_the_walk


def made(client: Client, walk: Walk) -> Batch:
    answer = client.post(NEW, NOTICES)
    batch = Batch.objects.get()
    assert answer["Location"] == reverse("desk:batch", kwargs={"batch_id": batch.pk})
    working.examine(batch.pk, lambda: walk.at)
    return batch


def page(client: Client, batch: Batch, **asked: str) -> str:
    return client.get(reverse("desk:batch", kwargs={"batch_id": batch.pk}), asked).content.decode()


def tell(client: Client, batch: Batch, order: str) -> None:
    client.post(reverse("desk:batch_order", kwargs={"batch_id": batch.pk}), {"order": order})


def test_a_filter_says_how_many_it_means_before_anything_is_made(three: Walk, as_role: As) -> None:
    shown = as_role(CLERK).get(NEW, NOTICES)
    assert shown.context["count"] == 3
    assert not Batch.objects.exists()
    none = as_role(CLERK).get(NEW, {**NOTICES, "focus": "restoration", "due_by": "2020-01-01"})
    assert none.context["count"] == 0


def test_each_matter_shows_its_paper_before_the_batch_runs(three: Walk, as_role: As) -> None:
    client = as_role(CLERK)
    shown = page(client, made(client, three))
    assert shown.count("《自动履行告知书》</td>") == 3
    assert "办理3件" in shown
    assert 'hx-trigger="every' not in shown


@pytest.mark.django_db(transaction=True)
def test_a_batch_runs_as_a_job_and_shows_how_far_it_is(three: Walk, as_role: As) -> None:
    client = as_role(CLERK)
    batch = made(client, three)
    tell(client, batch, "run")
    assert 'hx-trigger="every 2s"' in page(client, batch)
    worker._do_jobs("worker")
    done = page(client, batch)
    assert "已办理3，" in done
    assert 'hx-trigger="every' not in done
    assert outcomes(batch) == {Outcome.DONE}


def outcomes(batch: Batch) -> set[str]:
    return set(batch.items.values_list("outcome", flat=True))


@pytest.mark.django_db(transaction=True)
def test_a_batch_that_was_stopped_goes_on_where_it_was(three: Walk, as_role: As) -> None:
    client = as_role(CLERK)
    batch = made(client, three)
    tell(client, batch, "run")
    tell(client, batch, "stop")
    worker._do_jobs("worker")
    assert outcomes(batch) == {Outcome.READY}
    tell(client, batch, "run")
    worker._do_jobs("worker")
    assert outcomes(batch) == {Outcome.DONE}


def test_nobody_runs_the_batch_of_another(three: Walk, as_role: As) -> None:
    batch = made(as_role(CLERK), three)
    tell(as_role(Role.TRIAL_JUDGE), batch, "run")
    batch.refresh_from_db()
    assert not batch.running


def test_its_files_are_made_by_a_job_and_taken_from_the_page(
    three: Walk, as_role: As, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(settings, "DULY_HOME", tmp_path)
    client = as_role(CLERK)
    batch = made(client, three)
    where = {"batch_id": batch.pk, "name": output.MANIFEST}
    assert client.get(reverse("desk:batch_file", kwargs=where)).status_code == 404
    output.folder_of(batch).mkdir(parents=True)
    (output.folder_of(batch) / output.MANIFEST).write_text("{}", encoding="utf-8")
    assert output.MANIFEST in page(client, batch)
    answer = client.get(reverse("desk:batch_file", kwargs=where))
    assert (answer["Content-Type"], b"".join(answer)) == ("application/json", b"{}")


def test_what_is_found_about_a_person_is_never_done_in_bulk() -> None:
    every = offers({"": frozenset(Role)})
    told = {one.mechanism.name for one in every}
    assert {"post_judgment", "pre_enforcement", "release"} <= told
    assert not told & {"defaulter_warning", "fine_warning", "detention_warning", "certificate"}
    assert offers({"": frozenset({Role.PRESIDENT, Role.BUREAU_HEAD})}) == ()
    assert all(not one.step.second_person for one in every)
