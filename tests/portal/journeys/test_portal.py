"""The seven journeys of parties in Chromium, each with the court in one process and alone."""

import uuid
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from duly.law.terms import Role
from duly.portal import receiving, submitting
from duly.portal.models import Link, Submission, SubmissionKind
from duly.procedure.models import Certificate
from tests.chromium import WIDE
from tests.desk.conftest import client_of
from tests.portal.conftest import DEBTOR_PLACES
from tests.portal.journeys import doing
from tests.portal.journeys.conftest import Portal
from tests.procedure import walks
from tests.procedure.conftest import Walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CLERK, FILING, MEDIATOR = Role.TRIAL_CLERK, Role.FILING_CLERK, Role.MEDIATOR
JUDGE = Role.ENFORCEMENT_JUDGE
WRONG_CODE = "0" * 13


def test_a_debtor_reads_pays_in_full_and_sees_his_release(
    portal: Portal, at_the_walk: Walk, tmp_path: Path
) -> None:
    walk = at_the_walk
    walks.to_published(walk)
    token = doing.link(walk, "debtor", JUDGE)
    portal.carry()
    portal.go(f"/p/l/{token}/")
    portal.look("door")
    page = doing.types_places(portal, token, DEBTOR_PLACES)
    portal.look("debtor")
    assert "105,100.00元" in page.locator(".hero").inner_text()
    page.get_by_role("button", name="复制 4401990087654321").click()
    assert page.evaluate("navigator.clipboard.readText()") == "4401990087654321"
    doing.pays(page, walk, "105100.00", tmp_path)
    portal.carry()
    walks.pay_all(walk)
    doing.close(walk, JUDGE)
    page = portal.again()
    assert "你的义务已经履行完毕" in page.locator("h1").inner_text()
    assert "待解除" in page.locator("#measures").inner_text()
    portal.look("performed")
    page.set_viewport_size(WIDE)
    portal.look("performed")


def test_a_debtor_pays_in_parts_until_nothing_is_left(
    portal: Portal, at_the_walk: Walk, tmp_path: Path
) -> None:
    walk = at_the_walk
    walks.to_running(walk)
    page = doing.comes_in(portal, walk, "debtor", CLERK)
    portal.look("in-time")
    for part, left in (("40000.00", "62,300.00元"), ("60000.00", "2,300.00元")):
        doing.pays(page, walk, part, tmp_path)
        portal.carry()
        doing.enter_payment(walk, part, CLERK)
        page = portal.again()
        assert left in page.locator(".hero").inner_text()
        assert "已据此办理" in page.locator(".card--quiet").inner_text()
        portal.look("part")
    walks.pay_fees(walk, CLERK)
    assert "你的义务已经履行完毕" in portal.again().locator("h1").inner_text()


def test_a_debtor_offers_a_plan_it_is_accepted_and_he_defaults(
    portal: Portal, at_the_walk: Walk
) -> None:
    walk = at_the_walk
    walks.to_urging(walk)
    walk.take("pre_enforcement", "issue_notice", MEDIATOR)
    page = doing.comes_in(portal, walk, "debtor", MEDIATOR)
    doing.offers(portal, page)
    page = doing.comes_in(portal, walk, "creditor", MEDIATOR)
    portal.look("offered")
    page.get_by_role("link", name="答复履行方案").click()
    page.get_by_label("同意", exact=True).check()
    doing.sends(page)
    portal.carry()
    doing.record_plan(walk, MEDIATOR)
    page = doing.comes_in(portal, walk, "debtor", MEDIATOR)
    plan = page.locator(".card", has_text="分期履行方案").inner_text()
    assert "51,000.00元" in plan
    assert "已逾期" not in plan
    walk.on = date(2026, 5, 8)
    page = doing.comes_in(portal, walk, "debtor", MEDIATOR)
    assert "已逾期" in page.locator("main").inner_text()
    portal.look("defaulted")


def test_a_debtor_disputes_and_reads_the_answer(portal: Portal, at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_running(walk)
    page = doing.comes_in(portal, walk, "debtor", CLERK)
    doing.disputes(portal, page)
    portal.carry()
    doing.decline(walk, CLERK, "收款人不是本案债权人")
    assert "收款人不是本案债权人" in portal.again().locator(".card--quiet").inner_text()
    portal.look("answered")


def test_a_creditor_consents_signs_the_application_and_confirms_receipt_or_disputes_it(
    portal: Portal, at_the_walk: Walk, gateway: None
) -> None:
    walk = at_the_walk
    walks.to_applied(walk)
    page = doing.comes_in_by_code(portal, walk, FILING)
    page.get_by_role("link", name="是否同意执前督促").click()
    page.get_by_label("同意", exact=True).check()
    page.get_by_label("否", exact=True).check()
    portal.look("urging-answer")
    doing.sends(page)
    portal.carry()
    walks.consent(walk)
    page = portal.again()
    portal.look("creditor")
    page.get_by_role("link", name="阅读并签署").click()
    page.get_by_label("签署人姓名").fill("林代表")
    doing.draws(page)
    page.get_by_label("我已经阅读全文，同意签署").check()
    portal.look("sign")
    page.get_by_role("button", name="签署", exact=True).click()
    assert "文书签署" in page.locator(".card--quiet").inner_text()
    portal.carry()
    strokes = receiving.content.of(Submission.objects.get(kind="signature"))["strokes"]
    assert strokes.startswith("M")
    assert strokes.count("L") > 3
    doing.confirms(page, walk, "2000.00")
    portal.look("confirmed")
    doing.says_nothing_came(page)
    assert "未收到款项" in page.locator(".card--quiet").inner_text()


def test_a_stranger_verifies_a_certificate_by_its_code_and_by_its_file(
    portal: Portal, at_the_walk: Walk, tmp_path: Path
) -> None:
    certificate = certified(at_the_walk)
    portal.carry()
    page = portal.go("/p/verify/")
    portal.look("verify")
    page.get_by_label("编号").fill(certificate.number)
    page.get_by_label("验证码").fill(certificate.code)
    page.get_by_role("button", name="核验", exact=True).click()
    assert "是本院出具的文书，现在有效" in page.locator("h1").inner_text()
    portal.look("verified")
    page = portal.go("/p/verify/")
    held = doing.file_of("performance-certificate", tmp_path)
    page.locator("input[type=file]").set_input_files(held)
    page.get_by_role("button", name="核验这个文件").click()
    assert "现在有效" in page.locator("h1").inner_text()
    held.write_bytes(held.read_bytes() + b" ")
    page = portal.go("/p/verify/")
    page.locator("input[type=file]").set_input_files(held)
    page.get_by_role("button", name="核验这个文件").click()
    assert "没有查到这样的文书" in page.locator("main").inner_text()


def certified(walk: Walk) -> Certificate:
    """The debtor paid everything in enforcement and was given his certificate."""
    walks.to_enforcement(walk)
    walks.pay_all(walk)
    walk.take("certificate", "propose_certificate", JUDGE, reasons="已履行完毕")
    walk.take("certificate", "approve_certificate", Role.BUREAU_HEAD)
    return Certificate.objects.get()


def test_an_attacker_guesses_and_is_shut_out_at_the_door_and_at_the_verifying_page(
    portal: Portal, at_the_walk: Walk
) -> None:
    walk = at_the_walk
    walks.to_running(walk)
    token = doing.link(walk, "debtor", CLERK)
    portal.carry()
    for places in ("000001", "000002", "000003", "000004", "000005"):
        page = doing.types_places(portal, token, places)
        assert "后六位不对" in page.locator("main").inner_text()
    page = doing.types_places(portal, token, DEBTOR_PLACES)
    assert "暂停输入" in page.locator("h1").inner_text()
    portal.look("locked")
    assert "链接不能使用" in portal.go(f"/p/l/{'A' * len(token)}/").title()
    guess = f"{portal.address}/p/verify/?number=（2026）粤0117履证1号&code={WRONG_CODE}"
    answers = [page.request.get(guess).status for _ in range(21)]
    assert answers == [404] * 20 + [429]


@pytest.mark.parametrize("portal", ["with the court"], indirect=True)
def test_staff_see_what_came_in_and_close_it(portal: Portal, at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_running(walk)
    doing.link(walk, "debtor", CLERK)
    submitting.submit(
        link=Link.objects.get(paper_id=None),
        key=uuid.uuid4(),
        kind=SubmissionKind.DISPUTE,
        content={"route": "amount", "note": "三月一日已经付过两千元，请重新核算"},
        upload=None,
        at=walk.at,
    )
    portal.looked_at = True
    name = settings.SESSION_COOKIE_NAME
    session = client_of(walk.staff[CLERK]).cookies[name].value
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
