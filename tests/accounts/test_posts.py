"""What a person may do follows from the posts he holds on the day."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from duly.accounts import actions, queries
from duly.accounts.models import Post, User
from duly.journal import queries as journal
from duly.journal.models import Entry
from duly.law.identity import Malformed
from duly.law.terms import Role

pytestmark = pytest.mark.django_db

AT = datetime(2026, 10, 12, 1, 0, tzinfo=UTC)
MONDAY = date(2026, 10, 12)
TUESDAY = date(2026, 10, 13)
FRIDAY = date(2026, 10, 16)


@pytest.fixture
def judge() -> User:
    return actions.create_user(
        username="jia", full_name="执行法官甲", password="zhi-xing-2026", at=AT
    )


def test_a_post_counts_from_its_first_day_until_the_day_before_its_end(judge: User) -> None:
    post = actions.grant_post(user_id=judge.pk, role=Role.ENFORCEMENT_JUDGE, since=TUESDAY, at=AT)
    actions.end_post(post_id=post.pk, until=FRIDAY, at=AT)
    assert queries.roles_of(judge, MONDAY) == frozenset()
    assert queries.roles_of(judge, TUESDAY) == {Role.ENFORCEMENT_JUDGE}
    assert queries.roles_of(judge, FRIDAY) == frozenset()


def test_a_disabled_person_has_no_role_left(judge: User) -> None:
    actions.grant_post(user_id=judge.pk, role=Role.ENFORCEMENT_JUDGE, since=MONDAY, at=AT)
    actions.disable_user(user_id=judge.pk, at=AT)
    judge.refresh_from_db()
    assert queries.roles_of(judge, TUESDAY) == frozenset()
    assert not queries.holders_of(Role.ENFORCEMENT_JUDGE, TUESDAY).exists()


def test_an_acting_president_is_a_dated_post(judge: User) -> None:
    post = actions.grant_post(
        user_id=judge.pk, role=Role.PRESIDENT, since=MONDAY, acting=True, at=AT
    )
    assert str(post) == "代理院长"
    assert list(queries.holders_of(Role.PRESIDENT, MONDAY)) == [judge]


@pytest.mark.parametrize(
    ("first", "second"),
    [(Role.ADMINISTRATOR, Role.PRESIDENT), (Role.FILING_CLERK, Role.ADMINISTRATOR)],
)
def test_the_administrator_decides_no_case(judge: User, first: Role, second: Role) -> None:
    actions.grant_post(user_id=judge.pk, role=first, since=MONDAY, at=AT)
    with pytest.raises(actions.PostRefused, match="不得兼任"):
        actions.grant_post(user_id=judge.pk, role=second, since=TUESDAY, at=AT)


def test_one_post_is_not_held_twice(judge: User) -> None:
    actions.grant_post(user_id=judge.pk, role=Role.MEDIATOR, since=MONDAY, at=AT)
    with pytest.raises(actions.PostRefused, match="已任调解员"):
        actions.grant_post(user_id=judge.pk, role=Role.MEDIATOR, since=TUESDAY, at=AT)


def test_a_post_does_not_end_before_it_began(judge: User) -> None:
    post = actions.grant_post(user_id=judge.pk, role=Role.MEDIATOR, since=TUESDAY, at=AT)
    with pytest.raises(actions.PostRefused):
        actions.end_post(post_id=post.pk, until=TUESDAY, at=AT)


@pytest.mark.parametrize("broken", [{"role": "king"}, {"until": MONDAY}])
def test_the_database_refuses_an_impossible_post(judge: User, broken: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(**{"user": judge, "role": "mediator", "since": TUESDAY, **broken})


def test_an_easy_password_is_refused() -> None:
    with pytest.raises(ValidationError):
        actions.create_user(username="yi", full_name="乙某", password="password", at=AT)


def test_a_name_with_an_invisible_character_is_refused() -> None:
    with pytest.raises(Malformed):
        actions.create_user(username="yi", full_name="张\u200b三", password="zhi-xing-2026", at=AT)


def test_a_new_password_takes_the_old_ones_place(judge: User) -> None:
    actions.change_password(user_id=judge.pk, password="lv-xing-2026", at=AT)
    judge.refresh_from_db()
    assert judge.check_password("lv-xing-2026")
    assert not judge.check_password("zhi-xing-2026")


def test_every_act_on_a_person_leaves_its_entry(judge: User) -> None:
    post = actions.grant_post(user_id=judge.pk, role=Role.MEDIATOR, since=MONDAY, at=AT, by=judge)
    actions.end_post(post_id=post.pk, until=FRIDAY, at=AT)
    actions.change_password(user_id=judge.pk, password="lv-xing-2026", at=AT)
    actions.disable_user(user_id=judge.pk, at=AT)
    acts = list(Entry.objects.values_list("act", flat=True))
    assert acts == ["create_user", "grant_post", "end_post", "change_password", "disable_user"]
    assert Entry.objects.get(act="grant_post").actor_name == "执行法官甲"
    assert "xing-2026" not in str(list(Entry.objects.values()))
    assert journal.verify([]).intact


def test_an_act_that_is_refused_leaves_none(judge: User) -> None:
    actions.grant_post(user_id=judge.pk, role=Role.MEDIATOR, since=MONDAY, at=AT)
    with pytest.raises(actions.PostRefused), transaction.atomic():
        actions.grant_post(user_id=judge.pk, role=Role.MEDIATOR, since=MONDAY, at=AT)
    assert Entry.objects.filter(act="grant_post").count() == 1
