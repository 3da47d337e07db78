"""From any page of a demo court its day is moved forward."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from duly.law.terms import Role
from duly.work import clock
from tests.desk.conftest import As

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings: Any, tmp_path: Path) -> None:
    settings.DULY_DEMO_CLOCK = tmp_path / "demo-clock"


def test_a_page_of_a_real_court_does_not_offer_it(as_role: As):
    assert reverse("desk:demo_day") not in as_role(Role.TRIAL_CLERK).get("/").content.decode()


def test_the_day_is_moved_and_the_reader_stays_where_he_was(as_role: As, demo: None):
    client, day = as_role(Role.TRIAL_CLERK), timezone.localdate() + timedelta(days=31)
    assert reverse("desk:demo_day") in client.get("/matters/").content.decode()
    sent = client.post(reverse("desk:demo_day"), {"day": day.isoformat(), "next": "/matters/"})
    assert sent.url == "/matters/"
    assert clock.today() == day
    assert "示范法院的今天是" in client.get("/matters/").content.decode()


@pytest.mark.parametrize("day", ["2020-01-01", "2026-02-30", "", "9999-12-31"])
def test_a_day_that_cannot_be_is_refused_in_words(as_role: As, demo: None, day: str):
    client = as_role(Role.TRIAL_CLERK)
    client.post(reverse("desk:demo_day"), {"day": day, "next": "https://example.invalid/"})
    assert clock.today() == timezone.localdate()
    assert "只能往后调" in client.get("/").content.decode()
