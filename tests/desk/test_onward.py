"""下一步：谁已着手的程序都敞开着，还缺什么、谁来补，一张表说清."""

import re

from django.test import Client
from django.urls import reverse

from duly.law.terms import Role
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import Walk


def shown(client: Client, walk: Walk) -> str:
    answer = client.get(reverse("desk:matter", kwargs={"matter_id": walk.matter.pk}))
    return answer.content.decode()


def onward(page: str) -> str:
    """Return the words of the list of next steps."""
    table = page.partition('id="onward"')[2].partition("</section>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", table))


def to_unserved(walk: Walk) -> None:
    """A ground is found while the orders that the warning names have not been served."""
    walks.to_urging(walk)
    walk.find("emergency", holds=True)
    reasons = "正在变卖唯一房产"
    walk.take("pre_enforcement", "transfer_at_once", Role.MEDIATOR, reasons=reasons)
    walks.file(walk)
    days = {"perform_by": "2026-06-01", "report_by": "2026-06-01"}
    walk.take("enforcement", "issue_notice", Role.ENFORCEMENT_JUDGE, **days)
    walks.find_ground(walk)


def test_a_course_on_which_a_ground_was_found_stands_open(walk: Walk, as_role: As) -> None:
    to_unserved(walk)
    page = shown(as_role(Role.ENFORCEMENT_JUDGE), walk)
    for mechanism, tag in (("defaulter_warning", "div"), ("fine_warning", "details")):
        assert f'<{tag} class="section--course" id="course-{walk.course(mechanism).pk}"' in page


def test_its_next_step_says_what_is_missing_and_who_supplies_it(walk: Walk, as_role: As) -> None:
    to_unserved(walk)
    page = shown(as_role(Role.ENFORCEMENT_JUDGE), walk)
    words = onward(page)
    assert "发出《预纳入失信名单提醒通知书》" in words
    assert "没有有效送达的记录；" in words
    assert "→ 登记送达 （" in words
    assert "→ 登记联系 （" in words
    record = walk.course("record").pk
    step = {"matter_id": walk.matter.pk, "course_id": record, "name": "record_service"}
    assert reverse("desk:step", kwargs=step) in page.partition('id="onward"')[2]
    for template in ("enforcement-notice", "property-report-order", "property-report-form"):
        walk.serve_paper(template, Role.ENFORCEMENT_JUDGE)
    assert "送达的记录" not in onward(shown(as_role(Role.ENFORCEMENT_JUDGE), walk))


def test_a_course_that_lacks_nothing_says_so_and_whose_it_is(walk: Walk, as_role: As) -> None:
    walks.to_proposed(walk)
    words = onward(shown(as_role(Role.ENFORCEMENT_CLERK), walk))
    assert "签发纳入失信决定书、限制消费令 院长 条件已经具备" in words
