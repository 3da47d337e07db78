"""The court's account, a plan of instalments and the list of all urging: at a desk, on a phone."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from duly.law.terms import Role
from tests.chromium import PHONE, WIDE
from tests.desk.journeys.conftest import Desk
from tests.desk.journeys.test_desk import RULES
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.walks import JUDGE

pytestmark = pytest.mark.browser


def sound(page: Page) -> None:
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"]
    assert violations(page) == []


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:160]) for one in found]


def settle(walk: Walk) -> None:
    told = {"content": "分期支付80000元，其余免除", "evidence": "正卷第40页"}
    reached = {"reached_on": walk.on.isoformat(), "ends_on": "2026-08-31"}
    walk.take("enforcement", "record_settlement", JUDGE, **reached, **told)
    rows = "2026-06-15 20000\n2026-06-30 30000\n2026-08-31 30000"
    plan = {"instalments": rows, "paid_to": "enforcement_funds", "waives": "yes"}
    walk.take("enforcement", "record_plan", JUDGE, evidence="和解协议第二条", **plan)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
def test_the_account_and_the_plan_are_read_on_the_matter(desk: Desk, size: dict[str, int]) -> None:
    walk = desk.walk
    walks.to_enforcement(walk)
    walk.on = date(2026, 6, 2)
    settle(walk)
    walk.on = date(2026, 6, 14)
    walk.pay("25000.00", JUDGE)
    walk.on = date(2026, 7, 2)
    desk.window(JUDGE, size)
    page = desk.open_matter(JUDGE)
    assert "25,000.00元" in page.locator("#funds").inner_text()
    plan = page.locator("#plan").inner_text()
    assert "逾期1期" in plan
    assert "尚差" in plan
    sound(page)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
def test_the_head_of_filing_goes_from_today_to_all_urging(desk: Desk, size: dict[str, int]) -> None:
    walks.to_urging(desk.walk)
    other = Walk(desk.walk.court, desk.walk.staff, date(2026, 3, 3))
    walks.to_requested(other.register(number="（2026）粤0117民初101号"))
    page = desk.window(Role.FILING_HEAD, size)
    page.goto(desk.address)
    page.get_by_role("link", name="督促监督").click()
    page.get_by_role("heading", name="督促监督").wait_for()
    shown = page.locator("main").inner_text()
    assert desk.walk.staff[Role.MEDIATOR].full_name in shown
    assert "尚未指派" in shown
    assert "尚未起算" in shown
    sound(page)
