"""督促台：只见自己的案件，一个电话接一个电话，话从机制原文来，结果一键登记."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from duly.journal.models import Entry
from duly.law.sources import clause
from duly.law.terms import Role
from duly.procedure import queries
from duly.procedure.queries import Turn
from duly.registry.models import Contact
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import Walk

MEDIATOR = Role.MEDIATOR


@pytest.fixture
def urging(at_the_walk: Walk) -> Walk:
    walks.to_urging(at_the_walk)
    return at_the_walk


def address(walk: Walk, name: str = "call") -> str:
    return reverse(f"desk:{name}", kwargs={"course_id": walk.course("pre_enforcement").pk})


def turns(walk: Walk) -> list[Turn]:
    return [one.turn for one in queries.calls(walk.staff[MEDIATOR], walk.at)]


def record(client: Client, walk: Walk, **typed: str) -> str:
    seen = client.get(address(walk)).context["token"]
    form = {"token": seen, "party": walk.party("debtor"), "channel": "call", **typed}
    return client.post(address(walk), form, follow=True).content.decode()


def test_a_call_shows_the_debt_the_month_and_the_words_of_the_mechanism(
    urging: Walk, as_role: As
) -> None:
    page = as_role(MEDIATOR).get(address(urging)).content.decode()
    assert "陈示例" in page
    for reference in ("二(三)附8", "二(三)附2", "二(三)附7"):
        assert clause(reference).text in page
    assert "《自动履行证明书》" not in page


def test_one_key_puts_a_call_on_record_without_a_word_typed(urging: Walk, as_role: As) -> None:
    assert "已登记" in record(as_role(MEDIATOR), urging, result="no_answer")
    contact = Contact.objects.get()
    assert (contact.result, contact.note, contact.told_consequences) == (
        "no_answer",
        "无人应答",
        False,
    )
    assert turns(urging) == [Turn.DONE]


def test_promises_and_agreed_days_bring_the_next_call(urging: Walk, as_role: As) -> None:
    assert turns(urging) == [Turn.NEVER]
    soon = (urging.on + timedelta(days=3)).isoformat()
    record(as_role(MEDIATOR), urging, result="promised", promised_date=soon, note="三日内付清")
    urging.on += timedelta(days=2)
    assert turns(urging) == [Turn.LATER]
    urging.on += timedelta(days=2)
    assert turns(urging) == [Turn.BROKEN]
    again = (urging.on + timedelta(days=5)).isoformat()
    record(as_role(MEDIATOR), urging, result="reached", call_again_date=again, told_benefits="on")
    assert Contact.objects.latest("pk").call_again_date == urging.on + timedelta(days=5)
    urging.on += timedelta(days=5)
    assert turns(urging) == [Turn.AGREED]


def test_a_refusal_is_put_on_record_only_after_the_consequences_were_told(
    urging: Walk, as_role: As
) -> None:
    client = as_role(MEDIATOR)
    before = client.get(address(urging))
    assert not before.context["refusal"].permitted
    assert "还没有告知不履行后果的记录" in before.content.decode()
    record(client, urging, result="refused", told_consequences="on", note="称不会履行")
    assert client.get(address(urging)).context["refusal"].permitted


def test_a_number_is_opened_for_the_call_and_on_record(urging: Walk, as_role: As) -> None:
    client = as_role(MEDIATOR)
    point = urging.matter.parties.get(role="debtor").contact_points.get(kind="phone")
    assert "13800000002" not in client.get(address(urging)).content.decode()
    opened = client.post(address(urging, "call_number"), {"key": f"contact-{point.pk}"})
    assert "13800000002" in opened.content.decode()
    assert Entry.objects.filter(act="unmask").latest("seq").detail == {"reason": "督促联系"}


def test_the_calculator_divides_and_hands_its_plan_to_the_step(urging: Walk, as_role: As) -> None:
    client = as_role(MEDIATOR)
    asked = {"total": "100000", "count": "3", "months": "1", "first": "2026-05-10"}
    rows = client.get(address(urging), asked).context["sum"]
    assert rows.lines.splitlines() == [
        "2026-05-10 33333.33",
        "2026-06-10 33333.33",
        "2026-07-10 33333.34",
    ]
    wrong = client.get(address(urging), {**asked, "count": "x"})
    assert "期数和间隔填整数" in wrong.content.decode()


def test_a_mediator_sees_only_what_is_assigned_to_him_now(urging: Walk, as_role: As) -> None:
    other = Walk(urging.court, urging.staff, date(2026, 3, 3))
    walks.to_requested(other.register(number="（2026）粤0117民初101号"))
    listed = as_role(MEDIATOR).get(reverse("desk:mediation"))
    assert [one.matter.pk for one, _ in listed.context["rows"]] == [urging.matter.pk]
