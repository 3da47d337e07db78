"""Walks through the portal in a browser; `test_journeys` has each in both deployments."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from duly.law.terms import Role
from duly.outreach.suppliers.console import declare
from duly.portal import links, receiving, submitting
from duly.portal.models import Submission, SubmissionKind
from duly.procedure.models import Certificate
from tests.chromium import PHONE, WIDE
from tests.desk.conftest import client_of
from tests.portal.conftest import (
    DEBTOR_PLACES,
    at_the_walk,
    court,
    creditor_with_code,
    crossing,
    laid,
    party,
    staff,
    walk,
)
from tests.portal.test_codes import told
from tests.procedure import walks
from tests.procedure.conftest import Walk

__all__ = ["at_the_walk", "court", "laid", "staff", "walk"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
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


PROOF = b"%PDF-1.7\n%%EOF"


def comes_in(portal: Portal, token: str, places: str) -> Page:
    page = portal.go(f"/p/l/{token}/")
    page.get_by_label("证件号码后六位").fill(places)
    page.get_by_role("button", name="查看我的案件").click()
    return page


def debtor_comes_in(portal: Portal, walk: Walk, role: Role) -> Page:
    issued = links.issue(party=party(walk, "debtor"), actor=walk.staff[role], at=walk.at)
    return comes_in(portal, issued.token, DEBTOR_PLACES)


def creditor_comes_in_by_code(portal: Portal, walk: Walk, role: Role) -> Page:
    creditor = creditor_with_code(walk)
    creditor.contact_points.update(confirmed_for_service=True)
    issued = links.issue(party=creditor, actor=walk.staff[role], at=walk.at)
    page = portal.go(f"/p/l/{issued.token}/")
    page.get_by_role("button", name="改用短信验证码").click()
    portal.look("door-code")
    page.get_by_label("短信验证码").fill(told())
    page.get_by_role("button", name="查看我的案件").click()
    return page


@pytest.fixture
def gateway() -> Iterator[None]:
    """Text messages go to the log."""
    declare(settings.DULY_HOME)
    yield
    (settings.DULY_HOME / "outreach" / "suppliers.toml").unlink()


def pays(page: Page, on: str, amount: str, file: Path) -> None:
    page.get_by_role("link", name="我已经付款").click()
    page.get_by_label("付款日期").fill(on)
    page.get_by_label("金额（元）").fill(amount)
    file.write_bytes(PROOF)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="提交给法院").click()


def test_alone_a_debtor_reads_pays_in_full_and_sees_his_release(
    portal: Portal, at_the_walk: Walk, tmp_path: Path
) -> None:
    walk = at_the_walk
    walks.to_published(walk)
    judge = walk.staff[Role.ENFORCEMENT_JUDGE]
    token = links.issue(party=party(walk, "debtor"), actor=judge, at=walk.at).token
    with crossing(tmp_path / "ferry") as carry:
        carry(walk.at)
        portal.go(f"/p/l/{token}/")
        portal.look("door")
        page = comes_in(portal, token, DEBTOR_PLACES)
        portal.look("debtor")
        assert "105,100.00元" in page.locator(".hero").inner_text()
        page.get_by_role("button", name="复制 4401990087654321").click()
        assert page.evaluate("navigator.clipboard.readText()") == "4401990087654321"
        pays(page, walk.on.isoformat(), "105100.00", tmp_path / "回单.pdf")
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


def test_a_debtor_pays_in_part_offers_a_plan_defaults_and_disputes(
    portal: Portal, at_the_walk: Walk, tmp_path: Path
) -> None:
    walk, mediator = at_the_walk, Role.MEDIATOR
    walks.to_urging(walk)
    page = debtor_comes_in(portal, walk, mediator)
    pays(page, walk.on.isoformat(), "2000.00", tmp_path / "回单.pdf")
    walk.pay("2000.00", Role.FILING_CLERK, arrival="creditor", creditor=walk.party("creditor"))
    page.get_by_role("link", name="不能一次付清").click()
    page.get_by_label("第一期付款日").fill("2026-04-20")
    page.get_by_label("分几期（每月一期）").fill("2")
    page.get_by_label("为什么不能一次付清").fill("工资按月发放")
    page.get_by_role("button", name="看看要多付多少").click()
    assert "最多多付利息" in page.locator(".offer").inner_text()
    portal.look("plan")
    page.get_by_role("button", name="提交这个方案").click()
    walk.take(
        "pre_enforcement",
        "record_plan",
        mediator,
        agreed_on=walk.on.isoformat(),
        instalments="2026-04-20 50000.00\n2026-05-06 50440.00",
        evidence="双方在当事人门户的意见",
    )
    walk.on = walk.on.replace(month=5, day=8)
    page = debtor_comes_in(portal, walk, mediator)
    assert "已逾期" in page.locator("main").inner_text()
    portal.look("defaulted")
    page.get_by_role("link", name="有异议").click()
    page.get_by_label("数额算得不对，或者已经付过").check()
    page.get_by_label("事实和理由").fill("三月一日另付过两千元")
    portal.look("dispute")
    page.get_by_role("button", name="提交给法院").click()
    assert "异议" in page.locator(".card--quiet").inner_text()


def test_a_creditor_consents_signs_the_application_and_confirms_receipt(
    portal: Portal, at_the_walk: Walk, gateway: None
) -> None:
    walk, filing = at_the_walk, Role.FILING_CLERK
    walks.to_applied(walk)
    page = creditor_comes_in_by_code(portal, walk, filing)
    page.get_by_role("link", name="是否同意执前督促").click()
    page.get_by_label("同意", exact=True).check()
    page.get_by_label("否", exact=True).check()
    portal.look("urging-answer")
    page.get_by_role("button", name="提交给法院").click()
    walks.consent(walk)
    page.reload()
    portal.look("creditor")
    page.get_by_role("link", name="阅读并签署").click()
    page.get_by_label("签署人姓名").fill("林代表")
    draws(page)
    page.get_by_label("我已经阅读全文，同意签署").check()
    portal.look("sign")
    page.get_by_role("button", name="签署", exact=True).click()
    assert "文书签署" in page.locator(".card--quiet").inner_text()
    strokes = receiving.content.of(Submission.objects.get(kind="signature"))["strokes"]
    assert strokes.startswith("M")
    assert strokes.count("L") > 3
    page.get_by_role("link", name="款项已经收到").click()
    page.get_by_label("到账日期").fill(walk.on.isoformat())
    page.get_by_label("金额（元）").fill("2000.00")
    page.get_by_role("button", name="提交给法院").click()
    assert "收款确认" in page.locator(".card--quiet").inner_text()


def draws(page: Page) -> None:
    """Draw a wave on the field for the signature."""
    field = page.locator("canvas")
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2)
    page.mouse.down()
    for step in range(1, 9):
        height = box["height"] * (0.3 if step % 2 else 0.7)
        page.mouse.move(box["x"] + 20 + step * 30, box["y"] + height, steps=3)
    page.mouse.up()


def test_alone_a_stranger_verifies_a_certificate_and_a_guesser_is_shut_out(
    portal: Portal, at_the_walk: Walk, tmp_path: Path
) -> None:
    walk = at_the_walk
    walks.to_enforcement(walk)
    walks.pay_all(walk)
    walk.take("certificate", "propose_certificate", Role.ENFORCEMENT_JUDGE, reasons="已履行完毕")
    walk.take("certificate", "approve_certificate", Role.BUREAU_HEAD)
    judge = walk.staff[Role.ENFORCEMENT_JUDGE]
    token = links.issue(party=party(walk, "debtor"), actor=judge, at=walk.at).token
    certificate = Certificate.objects.get()
    with crossing(tmp_path / "ferry") as carry:
        carry(walk.at)
        page = portal.go("/p/verify/")
        portal.look("verify")
        page.get_by_label("编号").fill(certificate.number)
        page.get_by_label("验证码").fill(certificate.code)
        page.get_by_role("button", name="核验", exact=True).click()
        assert "是本院出具的文书，现在有效" in page.locator("h1").inner_text()
        portal.look("verified")
        for places in ("000001", "000002", "000003", "000004", "000005", DEBTOR_PLACES):
            comes_in(portal, token, places)
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
    comes_in(portal, issued.token, DEBTOR_PLACES)
    portal.look("in-time")
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
