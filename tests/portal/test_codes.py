"""The code by text message: to his own telephone, good once, not for long, never guessed."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from duly.law.terms import Role
from duly.outreach.models import Errand, Message
from duly.outreach.outbox import sending
from duly.portal import codes, ferry
from duly.portal.links import Issued
from duly.portal.models import Code, Visit
from duly.registry.models import ContactPoint
from duly.work import clock
from tests.desk.conftest import As
from tests.portal.test_ferry import alone, folder
from tests.procedure.conftest import Walk

__all__ = ["folder"]
pytestmark = pytest.mark.usefixtures("gateway")


@pytest.fixture
def moment(in_court: Walk, monkeypatch: pytest.MonkeyPatch) -> "Moment":
    return Moment(in_court.at, monkeypatch)


class Moment:
    """The court's clock, which a test moves on."""

    def __init__(self, at: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
        self.at = at
        monkeypatch.setattr(clock, "now", lambda: self.at)

    def passes(self, **time: int) -> None:
        self.at += timedelta(**time)


def door(link: Issued) -> str:
    return reverse("portal:door", args=[link.token])


def asks(link: Issued, client: Client | None = None) -> int:
    return (client or Client()).post(door(link), {"send": "code"}).status_code


def types(link: Issued, digits: str, client: Client | None = None) -> int:
    return (client or Client()).post(door(link), {"code": digits}).status_code


def told() -> str:
    """The code that the newest message tells."""
    text = Message.objects.order_by("-made_at")[0].text
    return text.partition("验证码")[2][: codes.DIGITS]


def test_the_code_opens_the_page_once_and_is_kept_nowhere(link: Issued, moment: Moment) -> None:
    assert asks(link) == 302
    digits = told()
    assert digits not in str(Code.objects.values().get())
    assert types(link, digits) == 302
    assert Visit.objects.get().factor == "code"
    assert types(link, digits) == 422


def test_a_code_is_over_after_a_quarter_of_an_hour_or_when_a_newer_one_is_asked_for(
    link: Issued, moment: Moment
) -> None:
    asks(link)
    first = told()
    moment.passes(minutes=2)
    asks(link)
    assert types(link, first) == 422
    second = told()
    moment.passes(minutes=15)
    assert types(link, second) == 422
    assert not Visit.objects.exists()


def test_it_is_asked_for_once_a_minute_and_six_times_a_day(link: Issued, moment: Moment) -> None:
    answers = []
    for _ in range(7):
        answers += [asks(link), asks(link)]
        moment.passes(minutes=2)
    assert answers == [302, 422] * 6 + [422, 422]
    assert Message.objects.count() == 6


def test_wrong_codes_lock_the_link_as_wrong_places_do(link: Issued, moment: Moment) -> None:
    asks(link)
    right = told()
    wrong = [f"{number:06}" for number in range(6) if f"{number:06}" != right][:5]
    assert [types(link, one) for one in wrong] == [422] * 5
    assert [types(link, right), asks(link)] == [429, 429]


def test_a_number_that_he_did_not_confirm_gets_no_code(link: Issued) -> None:
    ContactPoint.objects.filter(kind="phone").update(confirmed_for_service=False)
    assert "改用短信验证码" not in Client().get(door(link)).content.decode()
    assert asks(link) == 200
    assert not Errand.objects.exists()


def test_it_leaves_in_the_quiet_hours_is_then_forgotten_and_never_comes_late(
    link: Issued, moment: Moment
) -> None:
    moment.at = moment.at.replace(hour=23)
    asks(link)
    assert sending.send_due(moment.at) == 1
    sent = Message.objects.get()
    assert (sent.state, sent.text, sent.errand.closed_because) == (
        "sent",
        "",
        "验证码已发出，通道不给回执",
    )
    moment.passes(minutes=2)
    asks(link)
    moment.passes(minutes=15)
    assert sending.send_due(moment.at) == 0
    assert set(Message.objects.values_list("state", flat=True)) == {"sent", "cancelled"}


def test_where_the_portal_stands_alone_the_request_crosses_and_the_code_fits(
    folder: Path, link: Issued, in_court: Walk
) -> None:
    ferry.turn(at=in_court.at)
    with alone():
        ferry.turn(at=in_court.at)
        assert asks(link) == 302
        assert not Message.objects.exists()
        ferry.turn(at=in_court.at)
    Code.objects.all().delete()
    ferry.turn(at=in_court.at)
    crossing = "".join(file.read_text(encoding="utf-8") for file in folder.rglob("*.json"))
    assert "13800000002" not in crossing
    assert told() not in crossing
    with alone():
        assert types(link, told()) == 302


def test_the_court_sends_no_more_than_it_would_itself_whatever_the_portal_asks(
    folder: Path, link: Issued, in_court: Walk
) -> None:
    ferry.turn(at=in_court.at)
    with alone():
        ferry.turn(at=in_court.at)
        for _ in range(3):
            codes.ask(link=link.link, at=in_court.at)
            Code.objects.all().delete()
        ferry.turn(at=in_court.at)
    ferry.turn(at=in_court.at)
    assert Message.objects.count() == 1


def test_staff_cannot_read_the_code(link: Issued, in_court: Walk, as_role: As) -> None:
    asks(link)
    clerk = as_role(Role.TRIAL_CLERK)
    page = clerk.get(reverse("desk:matter", args=[in_court.matter.pk]))
    assert "身份核对" in page.content.decode()
    assert told() not in page.content.decode()


@pytest.mark.parametrize("file", ["", "supplier = [["], ids=["no file", "a file with a fault"])
def test_without_a_supplier_of_text_messages_no_code_is_offered(
    tmp_path: Path, link: Issued, file: str
) -> None:
    if file:
        (tmp_path / "outreach").mkdir()
        (tmp_path / "outreach" / "suppliers.toml").write_text(file, encoding="utf-8")
    with override_settings(DULY_HOME=tmp_path):
        assert asks(link) == 200
