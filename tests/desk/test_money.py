"""A settlement kept and one breached, step by step through the desk; what the page shows of it."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from duly.law.money import Yuan
from duly.law.terms import Role
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.walks import JUDGE


@dataclass
class Hand:
    """A judge at the desk without a screen."""

    walk: Walk
    client: Client

    def send(self, mechanism: str, step: str, **typed: str) -> HttpResponse:
        course = self.walk.course(mechanism)
        where = {"matter_id": course.matter_id, "course_id": course.pk, "name": step}
        url = reverse("desk:step", kwargs=where)
        return self.client.post(url, {"token": self.client.get(url).context["token"], **typed})

    def take(self, mechanism: str, step: str, **typed: str) -> None:
        answer = self.send(mechanism, step, **typed)
        assert answer.status_code == 302, answer.content.decode()

    def pay(self, amount: str, arrival: str = "creditor") -> None:
        day, payer = self.walk.on.isoformat(), self.walk.party("debtor")
        paid = {"payer": payer, "amount": amount, "paid_on": day, "arrival": arrival}
        proof = {"reference": f"流水{day}", "evidence": "申请执行人确认"}
        self.take("record", "record_payment", **paid, **proof)

    def page(self) -> HttpResponse:
        return self.client.get(reverse("desk:matter", kwargs={"matter_id": self.walk.matter.pk}))


@pytest.fixture
def hand(at_the_walk: Walk, as_role: As) -> Hand:
    walks.to_enforcement(at_the_walk)
    return Hand(at_the_walk, as_role(JUDGE))


@pytest.fixture
def settled(hand: Hand) -> tuple[Hand, date, date]:
    """Fifty thousand in ten days and thirty thousand in forty; the rest is waived."""
    first, last = hand.walk.on + timedelta(days=10), hand.walk.on + timedelta(days=40)
    told = {"content": "分期支付80000元，其余免除", "evidence": "正卷第40页"}
    reached = {"reached_on": hand.walk.on.isoformat(), "ends_on": last.isoformat()}
    hand.take("enforcement", "record_settlement", **reached, **told)
    plan = {"instalments": f"{first} 50000\n{last} 30000", "paid_to": "creditor"}
    hand.take("enforcement", "record_plan", waives="yes", evidence="和解协议第二条", **plan)
    return hand, first, last


def test_a_settlement_that_is_kept_ends_performed_and_its_waiver_is_shown(
    settled: tuple[Hand, date, date],
) -> None:
    hand, first, last = settled
    for day, amount in ((first, "50000.00"), (last, "30000.00")):
        hand.walk.on = day
        hand.pay(amount)
    shown = hand.page()
    assert [one.state.value for one in shown.context["plan"].instalments] == ["kept", "kept"]
    hand.take("enforcement", "end_settlement", performed="yes", reasons="两期均已到账")
    assert hand.walk.matter.settlements.get().performed is True
    text = hand.page().content.decode()
    assert "协议免除" in text
    assert f"{hand.page().context['statement'].waived}" in text


def test_a_settlement_that_is_breached_waives_nothing_and_the_page_says_what_was_missed(
    settled: tuple[Hand, date, date],
) -> None:
    hand, first, _ = settled
    hand.walk.on = first
    hand.pay("20000.00")
    hand.walk.on = first + timedelta(days=1)
    shown = hand.page()
    assert "逾期1期" in shown.content.decode()
    assert "30,000.00元" in shown.content.decode().partition('id="plan"')[2]
    kept = hand.send("enforcement", "end_settlement", performed="yes", reasons="已付")
    assert kept.status_code == 422
    hand.take("enforcement", "end_settlement", performed="no", reasons="第一期只付20000元")
    assert hand.walk.matter.settlements.get().performed is False
    assert hand.page().context["statement"].waived == Yuan(0)


def test_what_the_court_holds_is_shown_with_the_person_it_is_for(hand: Hand) -> None:
    assert 'id="funds"' not in hand.page().content.decode()
    hand.pay("30000.00", "enforcement_funds")
    funds = hand.page().content.decode().partition('id="funds"')[2].partition("</div>")[0]
    assert "喆淼商贸有限公司 30,000.00元" in funds
    assert "现存" in funds


def test_matters_are_found_by_a_fine_an_objection_or_a_listing(hand: Hand) -> None:
    url = reverse("desk:matters")
    states = {one.name for one in hand.client.get(url).context["states"]}
    assert {"fine_warning", "detention_warning", "referral", "listing", "commitment"} <= states
    assert not {"record", "release"} & states
    assert len(hand.client.get(url, {"state": "fine_warning"}).context["rows"]) == 1
    assert hand.client.get(url, {"state": "fine_warning.decided"}).context["rows"] == []


def test_supervision_stands_before_the_head_of_filing_alone(at_the_walk: Walk, as_role: As) -> None:
    walks.to_urging(at_the_walk)
    head, clerk = as_role(Role.FILING_HEAD), as_role(Role.FILING_CLERK)
    url = reverse("desk:supervision")
    assert url in head.get(reverse("desk:today")).content.decode()
    assert url not in clerk.get(reverse("desk:today")).content.decode()
    page = head.get(url)
    mediator = at_the_walk.staff[Role.MEDIATOR].full_name
    assert [row.mediator for row in page.context["rows"]] == [mediator]
    assert mediator in page.content.decode()
    assert clerk.get(url).status_code == 403
