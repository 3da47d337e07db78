"""Walks through the portal: a debtor reads and pays, a stranger verifies, a guesser is shut out."""

import os
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from duly.law.terms import Role
from duly.portal import ferry, links, submitting
from duly.portal.models import SubmissionKind
from duly.procedure.models import Certificate
from tests.chromium import PHONE, WIDE
from tests.desk.conftest import client_of
from tests.portal.conftest import DEBTOR_PLACES, at_the_walk, court, laid, party, staff, walk
from tests.procedure import walks
from tests.procedure.conftest import Walk

__all__ = ["at_the_walk", "court", "laid", "staff", "walk"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Carry = Callable[[datetime], None]
PICTURES = os.environ.get("DULY_PICTURES", "")


class Portal:
    """The portal in the browser; every page is looked over as it is left."""

    def __init__(self, address: str, page: Page) -> None:
        self.address, self.page = address, page
        self.complaints: list[str] = []
        page.on("console", lambda line: self._note(line.type, line.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))

    def go(self, path: str) -> Page:
        self.page.goto(f"{self.address}{path}")
        return self.page

    def look(self, name: str) -> None:
        """See that the page is accessible and fits; keep its picture where one is wanted."""
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, name
        if PICTURES:
            width = self.page.viewport_size["width"]
            self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "status of 4" not in text:
            self.complaints.append(text)


@pytest.fixture
def portal(browser: Browser, live_server: LiveServer) -> Iterator[Portal]:
    context = browser.new_context(viewport=PHONE, locale="zh-CN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = Portal(live_server.url, context.new_page())
    yield opened
    context.close()
    assert opened.complaints == []


@pytest.fixture(params=["with the court", "alone"])
def carry(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Carry]:
    """Stand with the court or alone; then what is told crosses by ferry, both ways."""
    if request.param == "with the court":
        yield lambda at: None
        return

    def cross(at: datetime) -> None:
        ferry.turn(at=at)
        with override_settings(DULY_PORTAL_ALONE=False):
            ferry.turn(at=at)
        ferry.turn(at=at)

    alone = {"DULY_PORTAL_ALONE": True, "ROOT_URLCONF": "config.urls_portal"}
    with override_settings(DULY_PORTAL_FERRY=str(tmp_path / "ferry"), **alone):
        yield cross


def test_a_debtor_reads_pays_in_full_and_sees_his_release(
    portal: Portal, carry: Carry, at_the_walk: Walk, tmp_path: Path
) -> None:
    walk = at_the_walk
    walks.to_published(walk)
    judge = walk.staff[Role.ENFORCEMENT_JUDGE]
    token = links.issue(party=party(walk, "debtor"), actor=judge, at=walk.at).token
    carry(walk.at)
    page = portal.go(f"/p/l/{token}/")
    portal.look("door")
    page.get_by_label("证件号码后六位").fill(DEBTOR_PLACES)
    page.get_by_role("button", name="查看我的案件").click()
    portal.look("debtor")
    assert "105,100.00元" in page.locator(".hero").inner_text()
    page.get_by_role("button", name="复制 4401990087654321").click()
    assert page.evaluate("navigator.clipboard.readText()") == "4401990087654321"
    page.get_by_role("link", name="我已经付款").click()
    proof = tmp_path / "回单.pdf"
    proof.write_bytes(b"%PDF-1.7\n%%EOF")
    page.get_by_label("付款日期").fill(walk.on.isoformat())
    page.get_by_label("金额（元）").fill("105100.00")
    page.locator("input[type=file]").set_input_files(proof)
    portal.look("payment")
    page.get_by_role("button", name="提交给法院").click()
    assert "待法院处理" in page.locator("main").inner_text()
    carry(walk.at)
    walks.pay_all(walk)
    carry(walk.at)
    page.reload()
    assert "你的义务已经履行完毕" in page.locator("h1").inner_text()
    assert "待解除" in page.locator("#measures").inner_text()
    portal.look("performed")
    page.set_viewport_size(WIDE)
    portal.look("performed")


def test_a_debtor_offers_a_plan_with_its_cost_before_him(portal: Portal, at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_running(walk)
    clerk = walk.staff[Role.TRIAL_CLERK]
    token = links.issue(party=party(walk, "debtor"), actor=clerk, at=walk.at).token
    page = portal.go(f"/p/l/{token}/")
    page.get_by_label("证件号码后六位").fill(DEBTOR_PLACES)
    page.get_by_role("button", name="查看我的案件").click()
    portal.look("in-time")
    page.get_by_role("link", name="不能一次付清").click()
    page.get_by_label("第一期付款日").fill("2026-04-20")
    page.get_by_label("分几期（每月一期）").fill("3")
    page.get_by_label("为什么不能一次付清").fill("工资按月发放")
    page.get_by_role("button", name="看看要多付多少").click()
    assert "最多多付利息" in page.locator(".offer").inner_text()
    portal.look("plan")
    page.get_by_role("button", name="提交这个方案").click()
    assert "履行方案" in page.locator(".card--quiet").inner_text()


def test_a_stranger_verifies_a_certificate(portal: Portal, carry: Carry, at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_enforcement(walk)
    walks.pay_all(walk)
    walk.take("certificate", "propose_certificate", Role.ENFORCEMENT_JUDGE, reasons="已履行完毕")
    walk.take("certificate", "approve_certificate", Role.BUREAU_HEAD)
    carry(walk.at)
    certificate = Certificate.objects.get()
    page = portal.go("/p/verify/")
    portal.look("verify")
    page.get_by_label("编号").fill(certificate.number)
    page.get_by_label("验证码").fill(certificate.code)
    page.get_by_role("button", name="核验", exact=True).click()
    assert "是本院出具的文书，现在有效" in page.locator("h1").inner_text()
    portal.look("verified")


def test_a_guesser_is_shut_out(portal: Portal, carry: Carry, at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_running(walk)
    clerk = walk.staff[Role.TRIAL_CLERK]
    token = links.issue(party=party(walk, "debtor"), actor=clerk, at=walk.at).token
    carry(walk.at)
    page = portal.go(f"/p/l/{token}/")
    for places in ("000001", "000002", "000003", "000004", "000005", DEBTOR_PLACES):
        page.get_by_label("证件号码后六位").fill(places)
        page.get_by_role("button", name="查看我的案件").click()
    assert "暂停输入" in page.locator("h1").inner_text()
    portal.look("locked")


def test_staff_see_what_came_in_and_close_it(portal: Portal, at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_running(walk)
    clerk = walk.staff[Role.TRIAL_CLERK]
    issued = links.issue(party=party(walk, "debtor"), actor=clerk, at=walk.at)
    told = {"route": "amount", "note": "三月一日已经付过两千元，请重新核算"}
    submitting.submit(
        link=issued.link,
        key=uuid.uuid4(),
        kind=SubmissionKind.DISPUTE,
        content=told,
        upload=None,
        at=walk.at,
    )
    name = settings.SESSION_COOKIE_NAME
    session = client_of(clerk).cookies[name].value
    portal.page.context.add_cookies([{"name": name, "value": session, "url": portal.address}])
    page = portal.go(f"/parties/matters/{walk.matter.pk}/")
    portal.look("office")
    page.set_viewport_size(WIDE)
    portal.look("office")
    page.get_by_role("link", name="异议", exact=True).click()
    portal.look("submission")
    page.get_by_label("不予采纳的理由（当事人会看到）").fill("凭证显示收款人不是本案债权人")
    page.get_by_role("button", name="不予采纳").click()
    assert "未予采纳" in page.locator("#sent + table").inner_text()
