"""A step by its form: bound to person, matter, step and version; nothing typed is ever lost."""

from datetime import date

import pytest
from django.core import signing
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from duly.desk import token
from duly.documents.models import Paper
from duly.law.terms import Role
from duly.procedure.models import Course, StepTaken
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import Walk

CLERK, JUDGE, PRESIDENT = Role.TRIAL_CLERK, Role.ENFORCEMENT_JUDGE, Role.PRESIDENT
PAYMENT = {
    "amount": "100.00",
    "paid_on": "2026-03-20",
    "arrival": "creditor",
    "reference": "流水1",
    "evidence": "债权人确认收款",
}


def address(course: Course, step: str, name: str = "step") -> str:
    kwargs = {"matter_id": course.matter_id, "course_id": course.pk, "name": step}
    return reverse(f"desk:{name}", kwargs=kwargs)


def token_of(client: Client, url: str) -> str:
    page = client.get(url)
    assert page.status_code == 200
    return page.context["token"]


def send(client: Client, url: str, **typed: str) -> HttpResponse:
    return client.post(url, {"token": token_of(client, url), **typed})


@pytest.fixture
def running(at_the_walk: Walk) -> Walk:
    walks.to_running(at_the_walk)
    return at_the_walk


@pytest.fixture
def paying(running: Walk, as_role: As) -> tuple[Client, str]:
    return as_role(CLERK), address(running.course("record"), "record_payment")


def test_a_payment_typed_in_is_on_record_once(running: Walk, paying: tuple[Client, str]) -> None:
    client, url = paying
    first = send(client, url, payer=running.party("debtor"), **PAYMENT)
    assert first.status_code == 302
    assert running.matter.payments.count() == 1
    assert "已办理：登记到账" in client.get(first.url).content.decode()


def test_a_second_click_changes_nothing_and_says_who_did_what(
    running: Walk, paying: tuple[Client, str]
) -> None:
    client, url = paying
    form = {"token": token_of(client, url), "payer": running.party("debtor"), **PAYMENT}
    client.post(url, form)
    again = client.post(url, form)
    page = again.content.decode()
    assert again.status_code == 409
    assert running.matter.payments.count() == 1
    assert "职员甲已于" in page
    assert "登记到账" in page
    assert 'value="流水1"' in page


def test_two_people_on_one_matter_the_second_keeps_what_he_typed(
    running: Walk, paying: tuple[Client, str], as_role: As
) -> None:
    client, url = paying
    form = {"token": token_of(client, url), "payer": running.party("debtor"), **PAYMENT}
    other = as_role(Role.TRIAL_JUDGE)
    send(other, url, payer=running.party("debtor"), **{**PAYMENT, "reference": "流水2"})
    late = client.post(url, form)
    assert late.status_code == 409
    assert "职员乙已于" in late.content.decode()
    corrected = {**form, "token": late.context["token"]}
    assert client.post(url, corrected).status_code == 302
    assert running.matter.payments.count() == 2


@pytest.mark.parametrize("place", range(4))
def test_a_token_of_another_person_matter_course_or_step_is_refused(
    running: Walk, paying: tuple[Client, str], place: int
) -> None:
    client, url = paying
    bound, version, papers = signing.loads(token_of(client, url), salt=token.SALT)
    bound[place] = "reverse_payment" if place == 3 else bound[place] + 1
    forged = signing.dumps([bound, version, papers], salt=token.SALT)
    answer = client.post(url, {"token": forged, "payer": running.party("debtor"), **PAYMENT})
    assert answer.status_code == 409
    assert running.matter.payments.count() == 0
    assert 'value="流水1"' in answer.content.decode()


@pytest.mark.parametrize("bad", ["", "x", "x:y:z"])
def test_a_form_without_its_token_does_nothing(
    running: Walk, paying: tuple[Client, str], bad: str
) -> None:
    client, url = paying
    answer = client.post(url, {"token": bad, "payer": running.party("debtor"), **PAYMENT})
    assert answer.status_code == 409
    assert running.matter.payments.count() == 0


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("amount", "-0"),
        ("amount", "1e309"),
        ("amount", "１００"),
        ("amount", "100.005"),
        ("paid_on", "2026-02-30"),
        ("evidence", "凭\u200b证"),
    ],
)
def test_what_breaks_a_rule_is_refused_at_its_field_and_kept(
    running: Walk, paying: tuple[Client, str], field: str, typed: str
) -> None:
    client, url = paying
    answer = send(client, url, **{"payer": running.party("debtor"), **PAYMENT, field: typed})
    assert answer.status_code == 422
    wrong = {one.name: one for one in answer.context["fields"] if one.error}
    assert set(wrong) == {field}
    assert wrong[field].value == typed
    assert running.matter.payments.count() == 0
    kept = {one.name: one.value for one in answer.context["fields"] if one.name != field}
    assert kept["reference"] == "流水1"


def test_an_answer_that_no_field_asks_for_is_ignored(
    running: Walk, paying: tuple[Client, str]
) -> None:
    client, url = paying
    extra = {"account": "1", "matter_id": "999", "actor": "2"}
    assert send(client, url, payer=running.party("debtor"), **PAYMENT, **extra).status_code == 302
    taken = StepTaken.objects.filter(name="record_payment").get()
    assert taken.course.matter_id == running.matter.pk
    assert not set(extra) & set(taken.answers)


def test_a_refusal_of_law_names_its_clause_and_the_way_out(at_the_walk: Walk, as_role: As) -> None:
    walks.to_enforcement(at_the_walk)
    at_the_walk.on = date(2026, 6, 2)
    finding = {"ground": "4", "reasons": "未按报告财产令报告财产", "evidence": "送达回证"}
    at_the_walk.take("defaulter_warning", "find_ground", JUDGE, **finding)
    url = address(at_the_walk.course("defaulter_warning"), "issue_warning")
    answer = send(as_role(JUDGE), url, last_day="2026-06-01")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="2026-06-01"' in page
    assert "怎样改变" in page
    assert not Paper.objects.filter(template="defaulter-warning").exists()


def test_a_step_that_is_not_open_shows_why(at_the_walk: Walk, as_role: As) -> None:
    url = address(at_the_walk.course("post_judgment"), "issue_notice")
    page = as_role(CLERK).get(url)
    assert "现在不能办理" in page.content.decode()
    assert '<form method="post" action="' + url not in page.content.decode()


def test_the_preview_is_the_paper_that_issues(at_the_walk: Walk, as_role: As) -> None:
    walks.to_enforcement(at_the_walk)
    at_the_walk.on = date(2026, 6, 2)
    finding = {"ground": "4", "reasons": "未按报告财产令报告财产", "evidence": "送达回证"}
    at_the_walk.take("defaulter_warning", "find_ground", JUDGE, **finding)
    course, client = at_the_walk.course("defaulter_warning"), as_role(JUDGE)
    shown = client.post(address(course, "issue_warning", "preview"), {"last_day": "2026-06-17"})
    assert "2026年6月17日" in shown.content.decode()
    assert not Paper.objects.filter(template="defaulter-warning").exists()
    send(client, address(course, "issue_warning"), last_day="2026-06-17")
    drawn = shown.context["coming"][0].drawn
    assert Paper.objects.get(template="defaulter-warning").text == drawn.text


def test_the_president_sees_the_grounds_and_signs_what_he_saw(
    at_the_walk: Walk, as_role: As
) -> None:
    walks.to_warned(at_the_walk)
    at_the_walk.on = date(2026, 6, 18)
    proposal = {"reasons": "仍未报告财产", "extra_years": "0", "grace_months": "0"}
    at_the_walk.take("defaulter_warning", "propose_listing", JUDGE, **proposal)
    url = address(at_the_walk.course("defaulter_warning"), "approve_listing")
    client = as_role(PRESIDENT)
    page = client.get(url).content.decode()
    for shown in (
        "仍未报告财产",
        "违反财产报告制度",
        "预纳入失信名单提醒通知书",
        "是否构成有效送达",
    ):
        assert shown in page
    assert "纳入失信决定书" in page
    assert "限制消费令" in page
    assert send(client, url).status_code == 302
    assert at_the_walk.course("defaulter_warning").state == "decided"


def test_the_president_does_not_sign_another_paper_than_the_one_shown(
    at_the_walk: Walk, as_role: As
) -> None:
    walks.to_warned(at_the_walk)
    at_the_walk.on = date(2026, 6, 18)
    proposal = {"reasons": "仍未报告财产", "extra_years": "0", "grace_months": "0"}
    at_the_walk.take("defaulter_warning", "propose_listing", JUDGE, **proposal)
    url = address(at_the_walk.course("defaulter_warning"), "approve_listing")
    client = as_role(PRESIDENT)
    seen = token_of(client, url)
    at_the_walk.on = date(2026, 6, 19)
    answer = client.post(url, {"token": seen})
    assert answer.status_code == 409
    assert "与您看到的不一致" in answer.content.decode()
    assert at_the_walk.course("defaulter_warning").state == "proposed"


def test_a_mediator_who_hands_the_matter_on_comes_back_to_his_day(
    at_the_walk: Walk, as_role: As
) -> None:
    walks.to_urging(at_the_walk)
    at_the_walk.take("pre_enforcement", "issue_notice", Role.MEDIATOR)
    at_the_walk.contact(Role.MEDIATOR)
    at_the_walk.on = date(2026, 6, 1)
    client = as_role(Role.MEDIATOR)
    url = address(at_the_walk.course("pre_enforcement"), "transfer")
    done = send(client, url, wanted="yes", reasons="督促期限届满，履行义务人未履行")
    assert done["Location"] == reverse("desk:today")
    page = client.get(done["Location"])
    assert (page.status_code, "已办理" in page.content.decode()) == (200, True)


def test_service_is_not_asked_for_what_is_handed_in(at_the_walk: Walk, as_role: As) -> None:
    walks.to_applied(at_the_walk)
    handed_in = address(at_the_walk.course("pre_enforcement"), "record_consent")
    client = as_role(Role.FILING_CLERK)
    done = client.get(send(client, handed_in, **walks.CONSENT).url).content.decode()
    assert "已制作《执前督促履行申请书》" in done
    assert "请登记送达" not in done


def test_service_is_asked_for_what_goes_out(at_the_walk: Walk, as_role: As) -> None:
    walks.to_urging(at_the_walk)
    client = as_role(Role.MEDIATOR)
    notice = address(at_the_walk.course("pre_enforcement"), "issue_notice")
    done = client.get(send(client, notice).url).content.decode()
    assert "已发出《执前督促履行告知书》，请登记送达" in done
