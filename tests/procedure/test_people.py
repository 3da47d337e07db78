"""Roles and rules around people: recusal, replacement, supervision, acting posts, care."""

import ast
from datetime import date
from pathlib import Path

import pytest

import duly.procedure
from duly.accounts.models import Post, User
from duly.journal.models import Entry
from duly.law.terms import Role
from duly.procedure import queries
from duly.procedure.models import Assignment, Course
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.test_holds import hold
from tests.procedure.untouched import refused
from tests.procedure.walks import FILING, JUDGE, PRESIDENT


@pytest.fixture
def other(walk: Walk) -> User:
    user = User.objects.create(username="second_mediator", full_name="职员丑")
    Post.objects.create(user=user, role=Role.MEDIATOR.value, since=date(2020, 1, 1))
    return user


def assign(walk: Walk, user: User, *, no_recusal: str = "yes") -> None:
    walk.take("pre_enforcement", "assign", FILING, mediator=str(user.pk), no_recusal=no_recusal)


@pytest.mark.parametrize("division", ["立案庭", "示例人民调解委员会", ""])
def test_clause_2_2_2_a_mediator_is_the_courts_own_or_an_invited_one(
    walk: Walk, other: User, division: str
):
    other.posts.update(division=division)
    walks.to_requested(walk)
    walk.take("pre_enforcement", "register", FILING)
    assign(walk, other)
    assert Assignment.objects.get().mediator == other


def test_article_15_a_mediator_with_a_ground_is_not_assigned(walk: Walk):
    walks.to_requested(walk)
    walk.take("pre_enforcement", "register", FILING)
    with refused(Refused, "应当回避"):
        assign(walk, walk.staff[Role.MEDIATOR], no_recusal="no")


def test_article_15_a_mediator_stands_aside_and_does_not_come_back(walk: Walk, other: User):
    walks.to_urging(walk)
    mediator = walk.staff[Role.MEDIATOR]
    walk.take(
        "pre_enforcement",
        "recuse",
        Role.MEDIATOR,
        ground="interest",
        reasons="与申请人有合作经营关系，本人提出",
    )
    assert walk.course("pre_enforcement").state == "registered"
    assert not queries.visible_matters(mediator, walk.on).exists()
    with refused(Unanswered, "已在本案回避"):
        assign(walk, mediator)
    assign(walk, other)

    assert Assignment.objects.get(until=None).mediator == other
    taken = walk.course("pre_enforcement").steps_taken.get(name="recuse")
    assert taken.answers["ground"] == "interest"


def test_article_13_a_replaced_mediator_is_out_and_another_in(walk: Walk, other: User):
    walks.to_urging(walk)
    walk.take(
        "pre_enforcement",
        "replace_mediator",
        Role.FILING_HEAD,
        mediator=str(other.pk),
        reasons="当事人申请更换",
        no_recusal="yes",
    )

    assert not queries.visible_matters(walk.staff[Role.MEDIATOR], walk.on).exists()
    assert queries.visible_matters(other, walk.on).get() == walk.matter


def test_article_16_whoever_mediated_does_not_enforce_the_same_matter(walk: Walk):
    walks.to_enforcement(walk)
    mediator = walk.staff[Role.MEDIATOR]
    Post.objects.create(user=mediator, role=JUDGE.value, since=date(2020, 1, 1))
    judge, walk.staff = walk.staff[JUDGE], {**walk.staff, JUDGE: mediator}
    with refused(StepNotAllowed, "曾任本案调解员"):
        walks.find_ground(walk)
    view = queries.step_view(walk.course("defaulter_warning"), "find_ground", mediator, walk.at)
    assert "曾任本案调解员" in view.reasons[0]

    walk.staff = {**walk.staff, JUDGE: judge}
    walks.find_ground(walk)


def test_the_head_of_filing_sees_all_urging_with_the_days_left(walk: Walk):
    walks.to_urging(walk)
    walk.contact(Role.MEDIATOR)
    urged = walk.matter
    walk.register(number="（2026）粤0117民初150号")
    walk.on = date(2026, 3, 3)
    walks.to_applied(walk)
    head = walk.staff[Role.FILING_HEAD]
    first, second = queries.supervision(head, walk.at)

    assert (first.matter, first.mediator, first.contacts) == (
        urged,
        walk.staff[Role.MEDIATOR].full_name,
        1,
    )
    assert (first.last_day, first.days_left, first.held) == (date(2026, 5, 7), 30, False)
    assert (second.matter, second.last_day, second.mediator) == (walk.matter, None, "")
    assert queries.supervision(walk.staff[FILING], walk.at) == ()


def test_supervision_tells_what_is_held(walk: Walk):
    walks.to_urging(walk)
    walk.on = date(2026, 4, 13)
    hold(walk, "2026-04-13")
    walk.on = date(2026, 5, 20)
    (row,) = queries.supervision(walk.staff[Role.FILING_HEAD], walk.at)

    assert row.held
    assert row.days_left is not None
    assert row.days_left > 0


@pytest.mark.parametrize("acting", [True, False])
def test_a_decision_by_an_acting_president_says_so(walk: Walk, acting: bool):
    walks.to_enforcement(walk)
    Post.objects.filter(user=walk.staff[PRESIDENT]).update(acting=acting)
    walk.take("enforcement", "propose_extension", JUDGE, reasons="评估拍卖尚未完成")
    walk.take("enforcement", "approve_extension", PRESIDENT)
    entry = Entry.objects.latest("seq")

    assert "approve_extension" in entry.act
    assert entry.detail.get("acting", False) is acting


def test_care_is_told_before_the_warning_and_bars_nothing(walk: Walk):
    walks.to_enforcement(walk)
    walk.find("survival", holds=True)
    walk.on = date(2026, 6, 2)
    walks.find_ground(walk)
    taken = walk.take("defaulter_warning", "issue_warning", JUDGE, last_day="2026-06-17")
    told = [ground["because"] for one in taken.step.findings for ground in one["grounds"]]

    assert any("生活必需费用" in sentence for sentence in told)


def test_no_other_code_opens_enforcement_than_the_answers_of_the_applicant() -> None:
    """What opens the course of enforcement stands behind the question to the applicant."""
    opening = []
    for path in Path(duly.procedure.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and any(
                word.arg == "mechanism"
                and isinstance(word.value, ast.Constant)
                and word.value.value == "enforcement"
                for word in node.keywords
            ):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in {"open_course", "create"}:
                    opening.append(path.name)

    assert opening == ["pre_enforcement.py"]


def test_an_applicant_who_was_not_asked_is_not_filed(walk: Walk):
    walks.to_applied(walk)
    assert not Course.objects.filter(matter=walk.matter, mechanism="enforcement").exists()
    walk.take(
        "pre_enforcement",
        "file_directly",
        FILING,
        reason="declined",
        reasons="申请人当面表示不同意",
    )

    asked = walk.course("pre_enforcement").steps_taken.get(name="file_directly")
    assert asked.answers["reasons"] == "申请人当面表示不同意"
    assert walk.course("enforcement").state == "received"


def agent(walk: Walk, name: str) -> None:
    told = {"party": walk.party("creditor"), "name": name, "special_authority": "yes"}
    walk.take("record", "record_agent", FILING, **told, evidence="授权委托书，正卷第8页")


def test_article_15_who_speaks_for_a_side_does_not_urge(walk: Walk):
    walks.to_requested(walk)
    walk.take("pre_enforcement", "register", FILING)
    mediator = walk.staff[Role.MEDIATOR]
    agent(walk, mediator.full_name)
    with refused(Unanswered, f"{mediator.full_name}是喆淼商贸有限公司的诉讼代理人，应当回避"):
        walk.take("pre_enforcement", "assign", FILING, mediator=str(mediator.pk), no_recusal="yes")


def test_article_16_whoever_mediated_speaks_for_no_side_afterwards(walk: Walk):
    walks.to_urging(walk)
    mediator = walk.staff[Role.MEDIATOR]
    with refused(Unanswered, "曾任本案调解员，不得担任诉讼代理人"):
        agent(walk, mediator.full_name)
    agent(walk, "钱示例")
