"""审批: one queue for whoever decides; never one's own proposal, never sanctions together."""

from datetime import date

from django.test import Client
from django.urls import reverse

from duly.desk import token
from duly.law.terms import Role
from duly.procedure import queries
from duly.procedure.models import StepTaken
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import Walk

JUDGE, PRESIDENT = Role.ENFORCEMENT_JUDGE, Role.PRESIDENT
QUEUE = reverse("desk:approvals")


def waiting(walk: Walk, role: Role) -> list[str]:
    return [one.step.name for one in queries.approvals(walk.staff[role], walk.at)]


def case(walk: Walk, mechanism: str, step: str) -> str:
    where = {"matter_id": walk.matter.pk, "course_id": walk.course(mechanism).pk, "name": step}
    return reverse("desk:step", kwargs=where, query={"queue": 1})


def sign(client: Client, *courses: int, **changes: str) -> str:
    page = client.get(QUEUE)
    form = {f"token-{row.approval.course.pk}": row.token for row in page.context["releases"]}
    chosen = {"release": [str(course) for course in courses]}
    together = reverse("desk:approvals_together")
    return client.post(together, {**form, **chosen, **changes}, follow=True).content.decode()


def to_releases_proposed(walk: Walk) -> list[int]:
    """A listed debtor pays; deletion and lifting are proposed to the president."""
    walks.to_published(walk)
    walks.pay_all(walk)
    proposed = []
    for course in walk.releases():
        kind = course.measure.kind if course.measure else ""
        step = {
            "defaulter_listing": "propose_deletion",
            "consumption_restriction": "propose_lifting",
        }
        if kind in step:
            walk.take_on(course, step[kind], JUDGE, reasons="债务已经履行完毕")
            proposed.append(course.pk)
    return proposed


def test_a_proposal_waits_for_who_decides_it_and_for_nobody_else(walk: Walk) -> None:
    walks.to_proposed(walk)
    assert waiting(walk, PRESIDENT) == ["approve_listing"]
    assert waiting(walk, Role.BUREAU_HEAD) == waiting(walk, JUDGE) == []


def test_nobody_is_asked_to_decide_what_he_proposed_himself(walk: Walk) -> None:
    walks.to_running(walk)
    change = {"holder": "喆淼商贸有限公司", "number": "4401990087654321", "bank": "示例银行"}
    how = {"creditor": walk.party("creditor"), "route": "hearing", "evidence": "庭审笔录第5页"}
    walk.take("post_judgment", "propose_account", Role.TRIAL_CLERK, **change, **how)
    assert waiting(walk, Role.TRIAL_CLERK) == []
    assert waiting(walk, Role.TRIAL_JUDGE) == ["confirm_account_change"]


def test_who_checks_a_changed_account_sees_which_papers_told_the_old_one(
    at_the_walk: Walk, as_role: As
) -> None:
    walks.to_running(at_the_walk)
    change = {"holder": "喆淼商贸有限公司", "number": "4401990087654321", "bank": "示例银行"}
    how = {"route": "hearing", "evidence": "庭审笔录第9页"}
    creditor = at_the_walk.party("creditor")
    at_the_walk.take(
        "post_judgment", "propose_account", Role.TRIAL_CLERK, creditor=creditor, **change, **how
    )
    page = as_role(Role.TRIAL_JUDGE).get(
        case(at_the_walk, "post_judgment", "confirm_account_change")
    )
    printed = [paper.template for paper in page.context["grounds"].printed]
    assert "performance-notice" in printed
    text = page.content.decode()
    assert "印有原账户的文书" in text
    assert "2026年3月25日（周三，还有5天）" in text
    assert text.index("4401 **** **** 5678") < text.index("4401 **** **** 4321")
    queue = as_role(Role.TRIAL_JUDGE).get(reverse("desk:approvals")).content.decode()
    assert "等待期至2026年3月25日" in queue
    matter = reverse("desk:matter", args=[at_the_walk.matter.pk])
    assert "这些文书印的是原账户" in as_role(Role.TRIAL_JUDGE).get(matter).content.decode()


def test_one_screen_shows_proposal_facts_warning_and_draft(at_the_walk: Walk, as_role: As) -> None:
    walks.to_proposed(at_the_walk)
    page = as_role(PRESIDENT).get(case(at_the_walk, "defaulter_warning", "approve_listing"))
    text = page.content.decode()
    for words in (
        "第1件，共1件",
        "提醒及其送达",
        "送达回证",
        "审查意见",
        "纳入失信决定书",
        "退回报请",
    ):
        assert words in text


def test_a_decided_case_leads_to_the_next_one(at_the_walk: Walk, as_role: As) -> None:
    walks.to_proposed(at_the_walk)
    other = Walk(at_the_walk.court, at_the_walk.staff, date(2026, 3, 3))
    walks.to_proposed(other.register(number="（2026）粤0117民初101号"))
    at_the_walk.on = max(at_the_walk.on, other.on)
    client = as_role(PRESIDENT)
    first = case(at_the_walk, "defaulter_warning", "approve_listing")
    seen = client.get(first).context["token"]
    assert client.post(first, {"token": seen})["Location"] == case(
        other, "defaulter_warning", "approve_listing"
    )


def test_a_proposal_is_returned_with_its_reason_from_the_same_screen(
    at_the_walk: Walk, as_role: As
) -> None:
    walks.to_proposed(at_the_walk)
    client = as_role(PRESIDENT)
    page = client.get(case(at_the_walk, "defaulter_warning", "approve_listing"))
    (other,) = page.context["instead"]
    typed = {"token": other.token, "reasons": "补充账户流水"}
    back = case(at_the_walk, "defaulter_warning", "return_proposal")
    assert client.post(back, typed)["Location"] == QUEUE
    assert StepTaken.objects.get(name="return_proposal").answers == {"reasons": "补充账户流水"}
    assert waiting(at_the_walk, PRESIDENT) == []


def test_releases_are_signed_together_each_an_act_of_its_own(
    at_the_walk: Walk, as_role: As
) -> None:
    proposed = to_releases_proposed(at_the_walk)
    assert len(proposed) == 2
    assert "已签发2件解除" in sign(as_role(PRESIDENT), *proposed)
    assert StepTaken.objects.filter(name__in=("sign_deletion", "sign_lifting")).count() == 2


def test_a_release_whose_paper_was_not_shown_is_not_signed(at_the_walk: Walk, as_role: As) -> None:
    one, other = to_releases_proposed(at_the_walk)
    shown = sign(as_role(PRESIDENT), one, other, **{f"token-{other}": "forged"})
    assert "没有签发：这张表单已经失效" in shown
    assert StepTaken.objects.filter(name__in=("sign_deletion", "sign_lifting")).count() == 1


def test_a_sanction_is_never_signed_with_others(at_the_walk: Walk, as_role: As) -> None:
    walks.to_proposed(at_the_walk)
    course = at_the_walk.course("defaulter_warning")
    act = token.Act(
        at_the_walk.staff[PRESIDENT].pk, "approve_listing", at_the_walk.matter.pk, course.pk
    )
    at_the_walk.matter.refresh_from_db()
    made = token.issue(act, token.Seen(at_the_walk.matter.version))
    sign(as_role(PRESIDENT), course.pk, **{f"token-{course.pk}": made})
    course.refresh_from_db()
    assert course.state == "proposed"
