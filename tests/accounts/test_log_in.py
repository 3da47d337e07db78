"""Wrong passwords are kept on record, and lock one account from one address, never everybody."""

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from duly.accounts import actions
from duly.journal.models import Entry

pytestmark = pytest.mark.django_db

PASSWORD = "zhi-xing-2026"
HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"


@pytest.fixture(autouse=True)
def jia() -> None:
    at = datetime(2026, 10, 8, tzinfo=UTC)
    actions.create_user(username="jia", full_name="执行法官甲", password=PASSWORD, at=at)


def _try(username: str, password: str, address: str) -> int:
    answer = Client(REMOTE_ADDR=address).post(
        reverse(settings.LOGIN_URL), {"username": username, "password": password}
    )
    return answer.status_code


def test_a_failed_log_in_is_on_record_without_what_was_typed() -> None:
    _try("jia", "wrong-password", HERE)
    _try("my-secret-password", "x", HERE)
    failures = list(Entry.objects.filter(act="log_in_failed").values("subject", "detail"))
    assert [failure["detail"] for failure in failures] == [{"address": HERE}] * 2
    assert failures[0]["subject"]["name"] == "执行法官甲"
    assert failures[1]["subject"] == {}


def test_five_wrong_passwords_lock_the_account_from_that_address_only() -> None:
    answers = [_try("jia", "wrong-password", HERE) for _ in range(5)]
    assert answers[-1] == 429
    assert _try("jia", PASSWORD, HERE) == 429
    assert _try("jia", PASSWORD, ELSEWHERE) == 302


def test_a_page_without_a_log_in_leads_to_the_log_in() -> None:
    answer = Client().get("/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse(settings.LOGIN_URL))
