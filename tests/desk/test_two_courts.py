"""A matter of another court is, for every page, as if it did not exist."""

from datetime import date

import pytest
from django.urls import reverse

from duly.accounts.models import Post, User
from duly.documents.models import Paper
from duly.law.terms import Role
from tests.desk.conftest import client_of
from tests.procedure import walks
from tests.procedure.conftest import Walk


@pytest.fixture
def outsider(walk: Walk) -> User:
    walks.to_urging(walk)
    user = User.objects.create(username="other.president", full_name="外院院长")
    Post.objects.create(
        user=user, role=Role.PRESIDENT.value, since=date(2020, 1, 1), court="粤0118"
    )
    return user


def test_no_page_shows_a_matter_of_another_court(walk: Walk, outsider: User) -> None:
    client, matter = client_of(outsider), {"matter_id": walk.matter.pk}
    course = {**matter, "course_id": walk.course("pre_enforcement").pk, "name": "issue_notice"}
    paper = {"paper_id": Paper.objects.filter(matter=walk.matter)[0].pk}
    for name, needs in (("matter", matter), ("step", course), ("paper", paper)):
        assert client.get(reverse(f"desk:{name}", kwargs=needs)).status_code == 404
    assert client.post(reverse("desk:step", kwargs=course)).status_code == 404


def test_neither_the_list_nor_a_search_tells_of_it(walk: Walk, outsider: User) -> None:
    client = client_of(outsider)
    for asked in ("", "陈示例", "（2026）粤0117执前调1号"):
        page = client.get(reverse("desk:matters"), {"q": asked}).content.decode()
        assert f"/matters/{walk.matter.pk}/" not in page
