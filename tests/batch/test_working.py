"""Each row is one act through the door, or says why not; nobody's row is lost or doubled."""

import pytest
from django.db import transaction

from duly.batch import actions, jobs, queries, working
from duly.batch.choosing import Choice
from duly.batch.models import Outcome
from duly.batch.refusal import BatchRefused
from duly.documents import press
from duly.documents.models import Paper, PaperFile
from duly.journal.models import Entry
from duly.journal.queries import verify
from duly.law.terms import Role
from duly.procedure.models import StepTaken
from duly.work import clock, worker
from tests.batch.conftest import CLERK, NOTICES, make, outcomes, run
from tests.procedure.conftest import Walk
from tests.procedure.walks import to_enforcement

pytestmark = pytest.mark.django_db
DONE, READY, BLOCKED = Outcome.DONE.value, Outcome.READY.value, Outcome.BLOCKED.value


def test_before_it_runs_each_row_says_what_will_be_made(three: Walk):
    batch = make(three)

    assert outcomes(batch) == [READY] * 3
    assert [item.papers for item in queries.rows(batch)] == [["自动履行告知书"]] * 3
    assert not Paper.objects.filter(template="performance-notice").exists()


def test_before_it_runs_each_row_says_what_blocks_it(three: Walk):
    run(three, make(three))
    batch = make(three, Choice(mechanism="post_judgment", step="start_term"))

    assert outcomes(batch) == [BLOCKED] * 3
    assert any("送达" in reason for reason in batch.items.first().reasons)


def test_who_may_not_take_the_step_reads_whose_it_is(three: Walk):
    batch = make(three, role=Role.ENFORCEMENT_JUDGE)
    assert batch.items.first().reasons == ["“发出《自动履行告知书》”由业务庭书记员、业务庭法官办理"]


def test_each_row_is_an_act_of_its_own_through_the_door(three: Walk):
    batch = make(three)
    assert run(three, batch) == 3

    assert outcomes(batch) == [DONE] * 3
    taken = StepTaken.objects.filter(name="issue_notice")
    assert sorted(taken.values_list("pk", flat=True)) == sorted(
        batch.items.values_list("taken", flat=True)
    )
    assert Entry.objects.filter(act="post_judgment.issue_notice").count() == 3
    assert Entry.objects.filter(act="batch.run").count() == 1
    assert verify(marks=()).intact
    assert queries.progress(batch) == queries.Progress(chosen=0, ready=0, blocked=0, done=3)


def test_running_again_does_nothing_twice(three: Walk):
    batch = make(three)
    run(three, batch)
    assert run(three, batch) == 0
    assert StepTaken.objects.filter(name="issue_notice").count() == 3


def test_stopped_it_begins_nothing_and_goes_on_where_it_was(three: Walk):
    batch = make(three)
    assert working.act(batch.pk, lambda: three.at) == 0
    actions.start(batch.pk, by=batch.made_by, at=three.at)
    assert working.act(batch.pk, lambda: three.at, most=1) == 1
    actions.stop(batch.pk, by=batch.made_by, at=three.at)
    assert working.act(batch.pk, lambda: three.at) == 0
    assert outcomes(batch) == [DONE, READY, READY]
    assert run(three, batch, again=True) == 2


def test_what_somebody_changed_since_waits_for_a_second_look(three: Walk):
    batch = make(three)
    three.contact(CLERK)
    run(three, batch)

    assert outcomes(batch) == [DONE, DONE, BLOCKED]
    assert "登记联系" in batch.items.get(place=3).reasons[0]
    run(three, batch, again=True)
    assert outcomes(batch) == [DONE] * 3


def test_two_rows_of_one_matter_do_not_hinder_each_other(walk: Walk):
    to_enforcement(walk)
    for thing in ("冻结账户的裁定", "查封车辆的裁定"):
        told = {"objection_kind": "act", "object": thing, "grounds": "属于本人"}
        day = walk.on.isoformat()
        walk.take(
            "record",
            "receive_objection",
            Role.FILING_CLERK,
            received_on=day,
            objector=walk.party("debtor"),
            **told,
        )
    batch = make(walk, Choice(mechanism="objection_notice", step="issue_notice"), Role.FILING_CLERK)

    run(walk, batch)
    assert outcomes(batch) == [DONE, DONE]


def test_one_that_goes_wrong_leaves_nothing_and_stops_nobody(
    three: Walk, monkeypatch: pytest.MonkeyPatch
):
    batch = make(three)
    prints, second = press._print, batch.items.get(place=2).course.matter_id

    def no_ink(order: press.Order) -> PaperFile:
        if order.paper.matter_id == second:
            raise RuntimeError("out of ink")
        return prints(order)

    monkeypatch.setattr(press, "_print", no_ink)
    run(three, batch)

    assert outcomes(batch) == [DONE, BLOCKED, DONE]
    assert "out of ink" in batch.items.get(place=2).reasons[0]
    assert not Paper.objects.filter(matter=second, template="performance-notice").exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_a_batch_by_jobs(three: Walk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: three.at)
    monkeypatch.setattr(jobs, "ITEMS_A_JOB", 2)
    batch = make(three)
    actions.start(batch.pk, by=batch.made_by, at=three.at)

    assert jobs.enqueue(batch) == 2
    worker.turn(at=three.at)
    assert outcomes(batch) == [DONE] * 3


def test_a_batch_runs_in_the_name_of_who_made_it(three: Walk):
    batch = make(three)
    with pytest.raises(BatchRefused, match="由编制人"):
        actions.start(batch.pk, by=three.staff[Role.TRIAL_JUDGE], at=three.at)


def test_batches_are_seen_in_their_court(three: Walk):
    batch = make(three, NOTICES)
    judge = three.staff[Role.TRIAL_JUDGE]
    assert list(queries.visible_batches(judge, three.on)) == [batch]
    judge.posts.update(court="粤0118")
    assert list(queries.visible_batches(judge, three.on)) == []
    assert list(queries.visible_batches(three.staff[Role.MEDIATOR], three.on)) == []


def test_who_made_a_batch_sees_it_in_another_post(three: Walk):
    batch = make(three, NOTICES)
    three.staff[CLERK].posts.update(court="粤0118")
    assert list(queries.visible_batches(three.staff[CLERK], three.on)) == [batch]


def test_together_or_one_by_one_the_record_is_the_same(
    three: Walk, monkeypatch: pytest.MonkeyPatch
):
    """What was read ahead, and printed beside, leaves the entries and papers of acts alone."""
    batch = make(three)

    def left(together: int) -> tuple[list[str], list[str]]:
        monkeypatch.setattr(working, "TOGETHER", together)
        with transaction.atomic():
            assert run(three, batch) == 3
            notices = PaperFile.objects.filter(paper__template="performance-notice")
            files = notices.order_by("paper__matter").values_list("pdf_sha256", flat=True)
            entries = Entry.objects.order_by("seq").values_list("hash", flat=True)
            kept = list(entries), list(files)
            transaction.set_rollback(True)
        return kept

    entries, files = left(1)
    assert left(12) == (entries, files)
    assert len(files) == 3
