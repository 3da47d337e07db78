"""人员和岗位: entered by the administrator alone, for his courts alone, with basis and day."""

from datetime import date

from django.urls import reverse

from duly.accounts.models import Post, User
from duly.journal.models import Entry
from duly.law.terms import Role
from duly.registry.models import Court
from tests.desk.conftest import As, client_of
from tests.procedure.conftest import Walk

URL = reverse("desk:staff")
NEW = {"full_name": "王示例", "username": "wang", "password": "shi-fan-fa-yuan-7"}
POST = {"role": "mediator", "court": "粤0117", "division": "特邀调解组织", "since": "2026-03-03"}


def test_a_person_is_entered_given_a_post_and_leaves_it(at_the_walk: Walk, as_role: As):
    client, admin = as_role(Role.ADMINISTRATOR), at_the_walk.staff[Role.ADMINISTRATOR]
    client.post(URL, NEW)
    person = User.objects.get(username="wang")
    grant = reverse("desk:grant_post", args=[person.pk])
    assert "任命的依据" in client.post(grant, POST).content.decode()
    client.post(grant, {**POST, "basis": "聘书（2026）7号"})
    post = Post.objects.get(user=person)
    assert (post.role, post.since, post.granted_by) == ("mediator", date(2026, 3, 3), admin)
    assert "聘书（2026）7号" in client.get(URL).content.decode()
    assert client_of(person).get(reverse("desk:mediation")).status_code == 200
    client.post(reverse("desk:end_post", args=[post.pk]), {"until": "2026-03-04"})
    post.refresh_from_db()
    assert post.until == date(2026, 3, 4)
    client.post(reverse("desk:shut_out", args=[person.pk]))
    person.refresh_from_db()
    assert not person.is_active
    acts = Entry.objects.filter(actor_id=admin.pk).order_by("seq").values_list("act", flat=True)
    assert list(acts) == ["create_user", "grant_post", "end_post", "disable_user"]


def test_what_cannot_be_entered_says_why_and_keeps_what_was_typed(at_the_walk: Walk, as_role: As):
    client = as_role(Role.ADMINISTRATOR)
    for wrong, why in (
        ({"password": "123"}, "密码"),
        ({"username": "trial_clerk"}, "用户名"),
        ({"full_name": "王1"}, "姓名"),
    ):
        answer = client.post(URL, {**NEW, **wrong})
        assert answer.status_code == 422
        assert why in answer.content.decode()
        assert "value=" in answer.content.decode()
    assert not User.objects.filter(full_name="王示例").exists()
    clerk = at_the_walk.staff[Role.TRIAL_CLERK]
    both = {**POST, "role": "administrator", "basis": "任命"}
    told = client.post(reverse("desk:grant_post", args=[clerk.pk]), both).content.decode()
    assert "不得兼任" in told


def test_an_administrator_of_one_court_sees_nobody_of_another(at_the_walk: Walk, as_role: As):
    Court.objects.create(code="粤0118", name="广州市增城区人民法院")
    Post.objects.update(court="粤0117")
    there = User.objects.create(username="there", full_name="增城人")
    post = Post.objects.create(
        user=there, role="trial_clerk", court="粤0118", since=date(2020, 1, 1)
    )
    client = as_role(Role.ADMINISTRATOR)
    assert "增城人" not in client.get(URL).content.decode()
    assert client.post(reverse("desk:end_post", args=[post.pk])).status_code == 404
    assert client.post(reverse("desk:shut_out", args=[there.pk])).status_code == 404
    own = reverse("desk:grant_post", args=[at_the_walk.staff[Role.TRIAL_CLERK].pk])
    wrong = client.post(own, {**POST, "court": "粤0118", "basis": "任命"})
    assert "请选择岗位和法院" in wrong.content.decode()
