"""A president and a mediator at work by single keys; every page they meet is sound."""

from datetime import date

import pytest

from duly.law.terms import Role
from duly.registry.models import Contact
from tests.desk.journeys.conftest import Desk
from tests.desk.journeys.test_money_and_supervision import sound
from tests.procedure import walks
from tests.procedure.conftest import Walk

pytestmark = pytest.mark.browser


def test_the_president_turns_the_queue_by_keys_and_returns_a_case(desk: Desk) -> None:
    walks.to_proposed(desk.walk)
    page = desk.window(Role.PRESIDENT)
    page.goto(f"{desk.address}/approvals/")
    sound(page)
    page.keyboard.press("j")
    page.get_by_text("第1件，共1件").wait_for()
    sound(page)
    page.locator(".decide__instead summary").click()
    # While somebody types, a letter is a letter.
    reason = page.locator(".decide__instead textarea")
    reason.press_sequentially("jk补充流水")
    assert reason.input_value() == "jk补充流水"
    page.locator(".decide__instead button").click()
    page.get_by_text("没有等您决定的报请").wait_for()
    page.keyboard.press("?")
    page.get_by_role("heading", name="键盘操作").wait_for()
    sound(page)
    page.locator("[data-keys-switch]").uncheck()
    page.goto(f"{desk.address}/")
    page.keyboard.press("?")
    assert page.get_by_role("heading", name="今日").is_visible()


def test_a_mediator_goes_from_call_to_call_by_keys(desk: Desk) -> None:
    walks.to_urging(desk.walk)
    other = Walk(desk.walk.court, desk.walk.staff, date(2026, 3, 3))
    walks.to_urging(other.register(number="（2026）粤0117民初101号"))
    desk.walk.on = max(desk.walk.on, other.on)
    page = desk.window(Role.MEDIATOR)
    page.goto(f"{desk.address}/mediation/")
    sound(page)
    page.keyboard.press("j")
    page.get_by_role("heading", name="怎么说").wait_for()
    first = page.url
    sound(page)
    page.keyboard.press("c")
    page.keyboard.press("2")
    page.wait_for_url(lambda url: "/mediation/" in url and url != first)
    page.locator(".banner").first.wait_for()
    page.keyboard.press("2")
    page.get_by_role("heading", name="督促台").wait_for()
    told = Contact.objects.order_by("pk").values_list("result", "told_consequences")
    assert list(told) == [("no_answer", True), ("no_answer", False)]
