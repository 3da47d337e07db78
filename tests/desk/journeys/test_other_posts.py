"""The posts that the long walks do not need: who checks an account, and who enters people."""

from datetime import date

import pytest

from duly.accounts.models import User
from duly.law.terms import Role
from duly.registry.models import PayeeAccount
from tests.chromium import WIDE
from tests.desk.journeys.conftest import PASSWORD, Desk, fill, log_in
from tests.procedure import walks

pytestmark = pytest.mark.browser

CLERK, JUDGE, ADMINISTRATOR = Role.TRIAL_CLERK, Role.TRIAL_JUDGE, Role.ADMINISTRATOR


def test_a_trial_judge_confirms_from_his_day_that_an_account_changed(desk: Desk) -> None:
    walks.to_running(desk.walk)
    desk.take(
        CLERK,
        "post_judgment",
        "propose_account",
        creditor=desk.walk.party("creditor"),
        holder="喆淼商贸有限公司",
        number="4401990099999999",
        bank="示例银行广州分行",
        route="confirmation",
        evidence="变更申请书",
    )
    desk.walk.on = date(2026, 3, 26)
    page = desk.window(JUDGE)
    page.goto(desk.address)
    page.locator("main a[href*='/confirm_account_change/']").first.click()
    fill(page, {"confirmed": "yes", "reasons": "已按原预留号码电话核实"})
    page.locator("main .button--primary").click()
    assert "已办理" in page.locator(".banner").first.inner_text()
    assert PayeeAccount.objects.get(state="confirmed").version == 2


def test_an_administrator_enters_a_person_with_a_post_who_then_logs_in(desk: Desk) -> None:
    page = desk.window(ADMINISTRATOR)
    page.goto(f"{desk.address}/settings/people/")
    for name, value in (("full_name", "新示例"), ("username", "newcomer"), ("password", PASSWORD)):
        page.locator(f"form.form [name={name}]").fill(value)
    page.locator("main .button--primary").click()
    newcomer = User.objects.get(username="newcomer")
    row = page.locator("li", has_text="newcomer")
    row.locator("summary").click()
    row.locator("[name=role]").select_option(Role.FILING_CLERK.value)
    row.locator("[name=division]").fill("立案庭")
    row.locator("[name=basis]").fill("任命文件1号")
    row.get_by_role("button", name="登记岗位").click()
    page.locator("li", has_text="newcomer").get_by_text("立案庭经办人").first.wait_for()
    assert newcomer.posts.get().role == Role.FILING_CLERK.value

    fresh = desk.fresh(WIDE)
    log_in(fresh, desk.address, "newcomer", PASSWORD)
    fresh.get_by_role("heading", name="今日", exact=True).wait_for()
    assert fresh.locator("header").get_by_text("新示例").count() == 1
    fresh.context.close()
