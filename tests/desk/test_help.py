"""帮助：每个岗位五分钟走一遍，键盘能做什么一页说清，页面上的键都在图上."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

import duly.desk
from duly.desk import touring
from duly.law.terms import Role
from tests.desk.conftest import As

TEMPLATES = Path(duly.desk.__file__).parent / "templates"
MARKED = re.compile(r'data-key="([^"{]+)"')


@pytest.mark.parametrize("role", Role)
def test_every_post_has_its_tour_and_may_open_each_stop(role: Role, as_role: As) -> None:
    client = as_role(role)
    (own,) = (tour for tour in touring.tours() if role in tour.roles)
    page = client.get(reverse("desk:help"))
    assert page.context["tours"][0] == (own, True)
    for stop in own.stops:
        assert client.get(reverse(f"desk:{stop.page}")).status_code == 200, stop.page


def test_every_key_on_a_page_is_on_the_map() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    told = {key.lower() for _, rows in touring.key_map() for key, _ in rows}
    assert set(MARKED.findall(pages)) <= told


def test_keys_can_be_switched_off(as_role: As) -> None:
    page = as_role(Role.MEDIATOR).get(reverse("desk:keys")).content.decode()
    assert "data-keys-switch" in page
