"""The door refuses by person, state, version and hash; what it refuses changes nothing."""

from datetime import date, timedelta

import pytest

from duly.accounts.models import Post, User
from duly.journal.models import Entry
from duly.journal.queries import verify
from duly.law.step import UnknownStep
from duly.law.terms import Role
from duly.procedure import queries
from duly.procedure.actions import take_step
from duly.procedure.models import Course, StepTaken
from duly.procedure.refusal import Refused, Stale, StepNotAllowed, Unanswered
from duly.registry.models import TypeCode
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import CLERK, FILING, JUDGE, PRESIDENT

CONTACT = {"channel": "call", "result": "reached", "note": "联系"}


def press(walk: Walk, course: Course, step: str, role: Role, **more: object) -> object:
    """Press the button of a form, whatever it was drawn from."""
    given: dict[str, object] = {
        "matter_id": walk.matter.pk,
        "course_id": course.pk,
        "step": step,
        "answers": {},
        "actor": walk.staff[role],
        "at": walk.at,
        "version": type(walk.matter).objects.get(pk=walk.matter.pk).version,
    }
    return take_step(**{**given, **more})  # type: ignore[arg-type]


def contact(walk: Walk) -> dict[str, str]:
    return {**CONTACT, "party": walk.party("debtor"), "on": walk.on.isoformat()}


def test_a_stale_form_is_told_who_did_what_and_when(walk: Walk):
    record = walk.course("record")
    walk.take("record", "record_contact", JUDGE, **contact(walk))

    with refused(Stale, "职员庚已于2026-03-03 12:00办理“登记联系”", "您填写的内容还在"):
        press(walk, record, "record_contact", CLERK, answers=contact(walk), version=1)


def test_a_second_click_has_no_effect(walk: Walk):
    record, answers = walk.course("record"), contact(walk)
    press(walk, record, "record_contact", JUDGE, answers=answers, version=1)

    with refused(Stale):
        press(walk, record, "record_contact", JUDGE, answers=answers, version=1)
    assert walk.matter.contacts.count() == 1


def test_a_wrong_role_is_told_whose_step_it_is(walk: Walk):
    with refused(StepNotAllowed, "“确认收款账户”由业务庭书记员、业务庭法官办理"):
        walk.take("post_judgment", "confirm_account", FILING)


def test_a_post_that_has_ended_permits_nothing(walk: Walk):
    Post.objects.filter(user=walk.staff[JUDGE]).update(until=walk.on)
    with refused(StepNotAllowed, "办理"):
        walk.take("record", "record_contact", JUDGE, **contact(walk))


def test_the_administrator_sees_and_does_nothing(walk: Walk):
    with refused(StepNotAllowed):
        walk.take("record", "record_contact", Role.ADMINISTRATOR, **contact(walk))
    assert not queries.visible_matters(walk.staff[Role.ADMINISTRATOR], walk.on).exists()


def test_a_mediator_acts_only_where_he_is_assigned(walk: Walk):
    walks.to_urging(walk)
    other = User.objects.create(username="mediator2", full_name="职员子")
    Post.objects.create(user=other, role=Role.MEDIATOR.value, since=date(2020, 1, 1))

    with refused(StepNotAllowed, "由调解员办理"):
        press(walk, walk.course("pre_enforcement"), "issue_notice", Role.MEDIATOR, actor=other)


def test_a_replaced_mediator_loses_the_matter_at_once(walk: Walk):
    walks.to_urging(walk)
    first = walk.staff[Role.MEDIATOR]
    assert queries.visible_matters(first, walk.on).get() == walk.matter
    second = User.objects.create(username="mediator2", full_name="职员子")
    Post.objects.create(user=second, role=Role.MEDIATOR.value, since=date(2020, 1, 1))
    walk.take(
        "pre_enforcement",
        "replace_mediator",
        FILING,
        mediator=str(second.pk),
        reasons="原调解员生病",
        no_recusal="yes",
    )

    assert not queries.visible_matters(first, walk.on).exists()
    assert queries.visible_matters(second, walk.on).get() == walk.matter
    assert not queries.find_matters(first, walk.on, "陈示例").exists()
    with refused(StepNotAllowed):
        walk.take("pre_enforcement", "issue_notice", Role.MEDIATOR)


def test_a_step_that_leaves_from_elsewhere_is_refused_with_the_state(walk: Walk):
    with refused(StepNotAllowed, "现为“待确认收款账户”，不能发出《自动履行告知书》"):
        walk.take("post_judgment", "issue_notice", CLERK)


def test_a_closed_course_takes_no_step(walk: Walk):
    walks.to_urging(walk)
    with refused(StepNotAllowed, "现为“已申请执行”"):
        walk.take("post_judgment", "receive_application", FILING)


def test_an_unknown_step_is_refused(walk: Walk):
    with refused(StepNotAllowed, "没有名为"):
        press(walk, walk.course("record"), "delete_everything", JUDGE)
    with pytest.raises(UnknownStep):
        queries.step_view(walk.course("record"), "delete_everything", walk.staff[JUDGE], walk.at)


def test_a_course_of_another_matter_is_refused(walk: Walk):
    foreign = walk.course("record")
    walk.register(number="（2026）粤0117民初101号")
    with refused(StepNotAllowed, "本事项没有这一程序"):
        press(walk, foreign, "record_contact", JUDGE, answers=contact(walk))
    with refused(StepNotAllowed, "没有这一事项"):
        press(walk, foreign, "record_contact", JUDGE, matter_id=10**9)


def test_whoever_proposed_a_listing_does_not_sign_it(walk: Walk):
    walks.to_proposed(walk)
    judge = walk.staff[JUDGE]
    Post.objects.create(user=judge, role=PRESIDENT.value, since=date(2020, 1, 1))

    view = queries.step_view(walk.course("defaulter_warning"), "approve_listing", judge, walk.at)
    assert view.reasons == ("提出人不能复核自己提出的事项，应由另一人办理",)
    with refused(StepNotAllowed, "提出人不能复核自己提出的事项"):
        press(walk, walk.course("defaulter_warning"), "approve_listing", JUDGE)


def test_whoever_proposed_a_certificate_does_not_issue_it(walk: Walk):
    walks.to_enforcement(walk)
    walks.pay_all(walk)
    walk.take("certificate", "propose_certificate", JUDGE, reasons="全部履行")
    Post.objects.create(user=walk.staff[JUDGE], role=Role.BUREAU_HEAD.value, since=date(2020, 1, 1))
    with refused(StepNotAllowed, "提出人不能复核自己提出的事项"):
        walk.take("certificate", "approve_certificate", JUDGE)


def test_papers_that_changed_since_they_were_shown_are_not_signed(walk: Walk):
    walks.to_proposed(walk)
    course = walk.course("defaulter_warning")
    president, step = walk.staff[PRESIDENT], "approve_listing"
    view = queries.step_view(course, step, president, walk.at)
    seen = queries.preview(course, view.step, {}, president, walk.at)
    shown = {key: paper.sha256 for key, paper in seen.items()}

    with refused(Stale, "《纳入失信决定书》与您看到的不一致"):
        press(walk, course, step, PRESIDENT)
    with refused(Stale, "与您看到的不一致"):
        press(walk, course, step, PRESIDENT, shown=dict.fromkeys(shown, "0" * 64))
    with refused(Stale, "与您看到的不一致"):
        tomorrow = walk.at + timedelta(days=1)
        press(walk, course, step, PRESIDENT, shown=shown, at=tomorrow)
    press(walk, course, step, PRESIDENT, shown=shown)
    assert walk.course("defaulter_warning").state == "decided"


def test_a_kind_of_proceeding_without_type_code_is_not_registered(walk: Walk):
    walks.to_requested(walk)
    TypeCode.objects.all().delete()
    with refused(StepNotAllowed, "没有设定“执前督促”案件的类型代字"):
        walk.take("pre_enforcement", "register", FILING)


def test_every_step_has_its_journal_entry_and_every_entry_its_step(walk: Walk):
    walks.to_published(walk)

    kept = {(taken.entry_seq, f"{taken.course.mechanism}.{taken.name}") for taken in _taken()}
    told = set(Entry.objects.exclude(act="register_matter").values_list("seq", "act"))
    assert kept == told
    assert Entry.objects.filter(act="register_matter").count() == 1
    assert verify(marks=()).intact


def test_a_refused_act_leaves_no_entry(walk: Walk):
    before = Entry.objects.count()
    with refused(Unanswered):
        walk.take("record", "record_contact", JUDGE)
    with refused(Refused):
        walk.take("record", "archive", JUDGE)
    assert Entry.objects.count() == before


def _taken() -> list[StepTaken]:
    return list(StepTaken.objects.select_related("course"))
