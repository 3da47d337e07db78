"""The desk in the hand: log-in, search, preview as typed, without scripts, on a phone, by axe."""

from datetime import date

import pytest

from duly.law.terms import Role
from tests.chromium import WIDE
from tests.desk.journeys.conftest import PASSWORD, Desk, fill, log_in
from tests.procedure import walks
from tests.procedure.conftest import MONEY_MATTER

pytestmark = pytest.mark.browser

CLERK, JUDGE = Role.TRIAL_CLERK, Role.ENFORCEMENT_JUDGE
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.mark.parametrize("scripts", [True, False])
def test_logging_in_and_out_with_and_without_scripts(desk: Desk, scripts: bool) -> None:
    clerk = desk.walk.staff[CLERK]
    clerk.set_password(PASSWORD)
    clerk.save()
    page = desk.fresh(WIDE, java_script_enabled=scripts)
    log_in(page, desk.address, "trial_clerk", "wrong-password")
    page.locator(".banner--late").wait_for()
    assert page.locator("#username").input_value() == "trial_clerk"
    log_in(page, desk.address, "trial_clerk", PASSWORD)
    page.get_by_role("heading", name="今日", exact=True).wait_for()
    page.get_by_role("button", name="退出").click()
    page.locator("#password").wait_for()
    page.goto(f"{desk.address}/matters/")
    page.locator("#password").wait_for()


def test_a_whole_step_without_scripts(desk: Desk) -> None:
    page = desk.fresh(WIDE, java_script_enabled=False)
    desk.windows[CLERK] = page
    clerk = desk.walk.staff[CLERK]
    clerk.set_password(PASSWORD)
    clerk.save()
    log_in(page, desk.address, "trial_clerk", PASSWORD)
    account = {"holder": "喆淼商贸有限公司", "number": "4401990012345678"}
    shown = {"bank": "示例银行广州从化支行", "route": "hearing", "evidence": "庭审笔录第5页"}
    desk.take(CLERK, "post_judgment", "confirm_account", **account, **shown)
    assert desk.walk.course("post_judgment").state == "account_confirmed"


def test_the_list_narrows_as_it_is_typed(desk: Desk) -> None:
    walks.to_running(desk.walk)
    page = desk.window(CLERK)
    page.goto(f"{desk.address}/matters/")
    page.keyboard.press("/")
    page.keyboard.type("没有这")
    page.locator("#found .empty").wait_for()
    page.locator("#q").fill("陈示")
    page.locator("#found .rows__title").wait_for()
    assert "q=" in page.url
    # What is saved or exported is what the list shows now.
    page.locator("#own summary").first.click()
    page.locator("#filter-name").fill("陈某")
    page.locator("#own form[action$='/filters/'] .button").first.click()
    page.locator(".own__saved a[aria-current]").get_by_text("陈某").wait_for()
    assert page.locator("#found .rows__title").count() == 1
    with page.expect_download() as taken:
        page.get_by_role("button", name="导出 Excel").click()
    assert taken.value.suggested_filename.endswith(".xlsx")


def test_the_papers_follow_what_is_typed(desk: Desk) -> None:
    walks.to_enforcement(desk.walk)
    desk.walk.on = date(2026, 6, 2)
    finding = {"ground": "4", "reasons": "未按报告财产令报告财产", "evidence": "送达回证"}
    desk.walk.take("defaulter_warning", "find_ground", JUDGE, **finding)
    page = desk.open_matter(JUDGE)
    page.locator("main a[href$='/issue_warning/']").last.click()
    page.locator("[name=last_day]").fill("2026-06-19")
    page.locator("[name=last_day]").blur()
    page.locator("#preview .paper").get_by_text("2026年6月19日").wait_for()


def test_a_wrong_number_is_told_at_its_field_and_the_rest_is_kept(desk: Desk) -> None:
    page = desk.window(CLERK)
    page.goto(f"{desk.address}/matters/new/")
    wrong = {"debtor_identifier": "440199199003070014", "debtor_phone": "1380000"}
    fill(page, {**MONEY_MATTER, "number": "（2026）粤0117民初778号", **wrong})
    page.locator("[name=debtor_phone]").blur()
    page.locator("#ask-debtor_phone-error:not(:empty)").wait_for()
    page.locator("[name=debtor_phone]").fill(MONEY_MATTER["debtor_phone"])
    page.locator("main .button--primary").click()
    page.locator(".field--wrong [name=debtor_identifier]").wait_for()
    assert page.locator("[name=creditor_name]").input_value() == MONEY_MATTER["creditor_name"]
    assert page.locator("[name=court_fee]").input_value() == MONEY_MATTER["court_fee"]


def test_two_windows_one_effect(desk: Desk) -> None:
    walks.to_running(desk.walk)
    first, record = desk.window(CLERK), desk.walk.course("record")
    address = f"{desk.address}/matters/{desk.walk.matter.pk}/{record.pk}/add_contact_point/"
    first.goto(address)
    second = first.context.new_page()
    second.goto(address)
    point = {"party": desk.walk.party("debtor"), "phone": "13800000003", "source": "申请人提供"}
    for page in (first, second):
        fill(page, {**point, "confirmed_for_service": "no", "electronic_consent": "no"})
        page.locator("main .button--primary").click()
        page.locator(".banner").first.wait_for()
    assert "已办理" in first.locator(".banner").inner_text()
    assert "职员甲已于" in second.locator(".banner--late").inner_text()
    assert second.locator("[name=phone]").input_value() == "13800000003"
