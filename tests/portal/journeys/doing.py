"""What parties do in the portal, and what the court makes of it: each is typed in one place."""

from pathlib import Path

from playwright.sync_api import Page

from duly.documents.models import Paper
from duly.law.terms import Role
from duly.portal import links, receiving
from duly.portal.models import Submission
from tests.portal.conftest import CREDITOR_PLACES, DEBTOR_PLACES, creditor_with_code, party
from tests.portal.journeys.conftest import Portal
from tests.portal.test_codes import told
from tests.procedure.conftest import Walk

PROOF = b"%PDF-1.7\n%%EOF"
PLAN = "2026-04-20 51000.00\n2026-05-06 51440.00"


def link(walk: Walk, side: str, role: Role) -> str:
    """The court issues a party's link; return its token."""
    one = party(walk, side) if side == "debtor" else creditor_with_code(walk)
    return links.issue(party=one, actor=walk.staff[role], at=walk.at).token


def types_places(portal: Portal, token: str, places: str) -> Page:
    """Somebody opens a link and types the last places of a number."""
    page = portal.go(f"/p/l/{token}/")
    page.get_by_label("证件号码后六位").fill(places)
    page.get_by_role("button", name="查看我的案件").click()
    return page


def comes_in(portal: Portal, walk: Walk, side: str, role: Role) -> Page:
    """A party comes in by a new link."""
    token = link(walk, side, role)
    portal.carry()
    return types_places(portal, token, DEBTOR_PLACES if side == "debtor" else CREDITOR_PLACES)


def comes_in_by_code(portal: Portal, walk: Walk, role: Role) -> Page:
    """The creditor comes in by a code to the telephone that he confirmed."""
    creditor_with_code(walk).contact_points.update(confirmed_for_service=True)
    token = link(walk, "creditor", role)
    portal.carry()
    page = portal.go(f"/p/l/{token}/")
    page.get_by_role("button", name="改用短信验证码").click()
    portal.look("door-code")
    portal.carry()
    page.get_by_label("短信验证码").fill(told())
    page.get_by_role("button", name="查看我的案件").click()
    return page


def sends(page: Page) -> None:
    """He sends the form in, and reads that it waits."""
    page.get_by_role("button", name="提交给法院").click()
    assert "待法院处理" in page.locator(".card--quiet").inner_text()


def pays(page: Page, walk: Walk, amount: str, folder: Path) -> None:
    """The debtor sends in the proof of a payment of the day."""
    proof = folder / "回单.pdf"
    proof.write_bytes(PROOF)
    page.get_by_role("link", name="我已经付款").click()
    page.get_by_label("付款日期").fill(walk.on.isoformat())
    page.get_by_label("金额（元）").fill(amount)
    page.locator("input[type=file]").set_input_files(proof)
    sends(page)


def confirms(page: Page, walk: Walk, amount: str) -> None:
    """The creditor confirms that money arrived on the day."""
    page.get_by_role("link", name="款项已经收到").click()
    page.get_by_label("到账日期").fill(walk.on.isoformat())
    page.get_by_label("金额（元）").fill(amount)
    sends(page)


def says_nothing_came(page: Page) -> None:
    """The creditor says that money did not arrive."""
    page.get_by_role("link", name="没有收到款项").click()
    page.get_by_label("说明").fill("2026年11月24日查询账户，没有第二笔到账")
    sends(page)


def offers(portal: Portal, page: Page) -> None:
    """The debtor offers two instalments, after he saw what they cost."""
    page.get_by_role("link", name="不能一次付清").click()
    page.get_by_label("第一期付款日").fill("2026-04-20")
    page.get_by_label("分几期（每月一期）").fill("2")
    page.get_by_label("为什么不能一次付清").fill("工资按月发放")
    page.get_by_role("button", name="看看要多付多少").click()
    assert "最多多付利息" in page.locator(".offer").inner_text()
    portal.look("plan")
    page.get_by_role("button", name="提交这个方案").click()


def disputes(portal: Portal, page: Page) -> None:
    """The debtor says that the sum is wrong."""
    page.get_by_role("link", name="有异议").click()
    page.get_by_label("数额算得不对，或者已经付过").check()
    page.get_by_label("事实和理由").fill("三月一日另付过两千元")
    portal.look("dispute")
    sends(page)


def draws(page: Page) -> None:
    """He draws a wave on the field for the signature."""
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


def enter_payment(walk: Walk, amount: str, role: Role) -> None:
    """The court enters a payment to the creditor, and closes by it what was sent in."""
    walk.pay(amount, role, arrival="creditor", creditor=walk.party("creditor"))
    close(walk, role)


def record_plan(walk: Walk, role: Role) -> None:
    """The mediator records the plan that both agreed on, and closes by it what was sent in."""
    walk.contact(role, "promised")
    walk.take(
        "pre_enforcement",
        "record_plan",
        role,
        agreed_on=walk.on.isoformat(),
        instalments=PLAN,
        evidence="双方在当事人门户的意见",
    )
    close(walk, role)


def close(walk: Walk, role: Role) -> None:
    """Close everything that waits by the newest step that made it fact."""
    for sent in Submission.objects.filter(state="waiting"):
        step = receiving.steps_since(sent)[0]
        receiving.follow(
            submission_id=sent.pk, step_taken_id=step.pk, actor=walk.staff[role], at=walk.at
        )


def decline(walk: Walk, role: Role, because: str) -> None:
    """Close the one thing that waits without acting on it."""
    sent = Submission.objects.get(state="waiting")
    receiving.decline(submission_id=sent.pk, because=because, actor=walk.staff[role], at=walk.at)


def file_of(template: str, folder: Path) -> Path:
    """A stranger holds the file of an issued paper."""
    held = folder / "收到的文书.pdf"
    held.write_bytes(bytes(Paper.objects.get(template=template).file.pdf))
    return held
