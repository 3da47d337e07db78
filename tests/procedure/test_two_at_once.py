"""Two people on one matter: one act counts, the other is told; never two, never none."""

from datetime import date

import pytest

from duly.journal.models import Entry
from duly.journal.queries import verify
from duly.law.mechanism import MECHANISMS
from duly.procedure import queries
from duly.procedure.actions import register_matter, take_step
from duly.procedure.models import StepTaken
from duly.procedure.refusal import Stale, Unanswered
from duly.registry.models import Matter
from tests.procedure.conftest import MONEY_MATTER, Walk
from tests.procedure.together import together
from tests.procedure.walks import CLERK, JUDGE

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_people_one_wins_and_the_other_is_told(walk: Walk, on_disk: None):
    record, answers = walk.course("record"), contact(walk)

    def press(role: object) -> object:
        return take_step(
            matter_id=walk.matter.pk,
            course_id=record.pk,
            step="record_contact",
            answers=answers,
            actor=walk.staff[role],
            at=walk.at,
            version=1,
        )

    refused = together([lambda: press(JUDGE), lambda: press(CLERK)])

    assert [type(error) for error in refused] == [Stale]
    assert "已于2026-03-03 12:00办理“登记联系”" in str(refused[0])
    assert walk.matter.contacts.count() == 1
    assert StepTaken.objects.count() == 1
    assert Matter.objects.get().version == 2


def test_twenty_clicks_have_one_effect(walk: Walk, on_disk: None):
    record, answers = walk.course("record"), contact(walk)
    refused = together(
        [
            lambda: take_step(
                matter_id=walk.matter.pk,
                course_id=record.pk,
                step="record_contact",
                answers=answers,
                actor=walk.staff[JUDGE],
                at=walk.at,
                version=1,
            )
        ]
        * 20
    )

    assert [type(error) for error in refused] == [Stale] * 19
    assert walk.matter.contacts.count() == 1
    assert Entry.objects.filter(act="record.record_contact").count() == 1
    assert verify(marks=()).intact


def test_one_instrument_registered_by_many_at_once_is_one_matter(walk: Walk, on_disk: None):
    answers = {**MONEY_MATTER, "number": "（2026）粤0117民初101号"}
    refused = together(
        [
            lambda: register_matter(answers=answers, actor=walk.staff[CLERK], at=walk.at)
            for _ in range(6)
        ]
    )

    assert [type(error) for error in refused] == [Unanswered] * 5
    assert Matter.objects.count() == 2


def test_different_matters_do_not_hinder_each_other(walk: Walk, on_disk: None):
    matters = [walk.matter]
    for serial in range(101, 107):
        matters.append(walk.register(number=f"（2026）粤0117民初{serial}号").matter)

    def press(matter: Matter) -> object:
        return take_step(
            matter_id=matter.pk,
            course_id=matter.courses.get(mechanism="record").pk,
            step="record_contact",
            answers={**contact(walk), "party": str(matter.parties.get(role="debtor").pk)},
            actor=walk.staff[JUDGE],
            at=walk.at,
            version=1,
        )

    assert together([lambda one=one: press(one) for one in matters]) == []
    assert list(Entry.objects.order_by("seq").values_list("seq", flat=True)) == list(
        range(1, Entry.objects.count() + 1)
    )
    assert verify(marks=()).intact


def test_a_preview_takes_back_its_own_change_and_never_the_act_beside_it(walk: Walk, on_disk: None):
    course = walk.course("post_judgment")
    known = {"creditor": walk.party("creditor"), "holder": "喆淼商贸有限公司"}
    account = {"number": "4401990012345678", "bank": "示例银行广州从化支行"}
    shown = {**known, **account, "route": "hearing", "evidence": "庭审笔录第5页"}
    step = MECHANISMS[course.mechanism].step("confirm_account")

    def look() -> object:
        return queries.preview(course, step, shown, walk.staff[CLERK], walk.at)

    def press() -> object:
        return take_step(
            matter_id=walk.matter.pk,
            course_id=course.pk,
            step=step.name,
            answers=shown,
            actor=walk.staff[CLERK],
            at=walk.at,
            version=1,
        )

    refused = together([look, press, look])

    assert {type(error) for error in refused} <= {Stale}
    assert walk.matter.payee_accounts.count() == 1
    assert StepTaken.objects.get().name == "confirm_account"


def contact(walk: Walk) -> dict[str, str]:
    return {
        "party": walk.party("debtor"),
        "on": date(2026, 3, 3).isoformat(),
        "channel": "call",
        "result": "reached",
        "note": "联系",
    }
