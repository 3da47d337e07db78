"""The journeys of parties from end to end, with the court and with a portal that stands alone."""

from datetime import date

from django.test import Client
from django.urls import reverse

from duly.law.terms import Role
from duly.portal import links, receiving
from duly.portal.models import Submission
from duly.procedure.models import Certificate
from tests.portal.conftest import (
    CREDITOR_PLACES,
    DEBTOR_PLACES,
    Carry,
    creditor_with_code,
    enter,
    party,
)
from tests.portal.test_send import proof, sends
from tests.procedure import walks
from tests.procedure.conftest import Walk

CLERK, MEDIATOR = Role.TRIAL_CLERK, Role.MEDIATOR


def comes_in(walk: Walk, side: str, role: Role, carry: Carry) -> Client:
    """Issue a party's link and let him come in by it."""
    is_debtor = side == "debtor"
    one = party(walk, side) if is_debtor else creditor_with_code(walk)
    issued = links.issue(party=one, actor=walk.staff[role], at=walk.at)
    carry(walk.at)
    return enter(issued, DEBTOR_PLACES if is_debtor else CREDITOR_PLACES)


def page(client: Client) -> str:
    return client.get(reverse("portal:home")).content.decode()


def closed(walk: Walk, sent: Submission, role: Role) -> None:
    """Close what was sent in by the newest step that made it fact."""
    step = receiving.steps_since(sent)[0]
    receiving.follow(
        submission_id=sent.pk, step_taken_id=step.pk, actor=walk.staff[role], at=walk.at
    )


def test_he_pays_in_parts_and_then_in_full_and_the_creditor_confirms(
    in_court: Walk, carry: Carry
) -> None:
    walk = in_court
    debtor = comes_in(walk, "debtor", CLERK, carry)
    creditor = comes_in(walk, "creditor", CLERK, carry)
    own = {"arrival": "creditor", "creditor": walk.party("creditor")}
    for part, left in (("40000.00", "62,300.00元"), ("60000.00", "2,300.00元")):
        told = {"on": walk.on.isoformat(), "amount": part}
        assert sends(debtor, "payment", file=proof(), **told) == 302
        assert sends(creditor, "receipt", **told) == 302
        carry(walk.at)
        walk.pay(part, CLERK, **own)
        for sent in Submission.objects.filter(state="waiting"):
            closed(walk, sent, CLERK)
        carry(walk.at)
        assert left in page(debtor)
        assert "已据此办理" in page(creditor)
    walks.pay_fees(walk, CLERK)
    carry(walk.at)
    assert "你的义务已经履行完毕" in page(debtor)
    assert "对方已经履行完毕" in page(creditor)


def test_he_proposes_a_plan_it_is_accepted_and_he_defaults(at_the_walk: Walk, carry: Carry) -> None:
    walk = at_the_walk
    walks.to_urging(walk)
    walk.take("pre_enforcement", "issue_notice", MEDIATOR)
    debtor = comes_in(walk, "debtor", MEDIATOR, carry)
    plan = {"first_day": "2026-04-20", "count": "2", "note": "工资按月发放", "confirm": "yes"}
    assert sends(debtor, "plan", **plan) == 302
    carry(walk.at)
    creditor = comes_in(walk, "creditor", MEDIATOR, carry)
    assert "对方提出的方案" in page(creditor)
    assert sends(creditor, "plan_answer", agrees="yes") == 302
    carry(walk.at)
    walk.contact(MEDIATOR, "promised")
    walk.take(
        "pre_enforcement",
        "record_plan",
        MEDIATOR,
        agreed_on=walk.on.isoformat(),
        instalments="2026-04-20 51000.00\n2026-05-06 51440.00",
        evidence="双方在当事人门户的意见",
    )
    for sent in Submission.objects.filter(state="waiting"):
        closed(walk, sent, MEDIATOR)
    carry(walk.at)
    assert "51,000.00元" in page(debtor)
    assert "逾期" not in page(debtor).partition("分期履行方案")[2].partition("</section>")[0]
    walk.on = date(2026, 5, 8)
    carry(walk.at)
    debtor = comes_in(walk, "debtor", MEDIATOR, carry)
    assert "已逾期" in page(debtor)
    assert "已逾期" in page(comes_in(walk, "creditor", MEDIATOR, carry))
    walk.take("pre_enforcement", "transfer", MEDIATOR, wanted="yes", reasons="未按方案履行")
    carry(walk.at)
    assert "提出分期方案" in page(debtor)


def test_he_disputes_and_reads_the_answer(in_court: Walk, carry: Carry) -> None:
    walk = in_court
    debtor = comes_in(walk, "debtor", CLERK, carry)
    assert sends(debtor, "dispute", route="amount", note="三月一日已经付过两千元") == 302
    assert "待法院处理" in page(debtor)
    carry(walk.at)
    [sent] = Submission.objects.all()
    receiving.decline(
        submission_id=sent.pk, because="收款人不是本案债权人", actor=walk.staff[CLERK], at=walk.at
    )
    carry(walk.at)
    assert "收款人不是本案债权人" in page(debtor)


def test_a_stranger_verifies_a_certificate_and_a_guesser_is_shut_out(
    at_the_walk: Walk, carry: Carry
) -> None:
    walk = at_the_walk
    walks.to_enforcement(walk)
    walks.pay_all(walk)
    walk.take("certificate", "propose_certificate", Role.ENFORCEMENT_JUDGE, reasons="已履行完毕")
    walk.take("certificate", "approve_certificate", Role.BUREAU_HEAD)
    judge = walk.staff[Role.ENFORCEMENT_JUDGE]
    link = links.issue(party=party(walk, "debtor"), actor=judge, at=walk.at)
    carry(walk.at)
    made = Certificate.objects.get()
    where = reverse("portal:verify")
    told = Client().post(where, {"number": made.number, "code": made.code}).content.decode()
    assert "现在有效" in told
    guesses = [Client().post(where, {"number": made.number, "code": "0" * 13}) for _ in range(21)]
    assert [one.status_code for one in guesses] == [404] * 20 + [429]
    door = reverse("portal:door", args=[link.token])
    typed = [*(f"{number:06}" for number in range(5)), DEBTOR_PLACES]
    answers = [Client().post(door, {"places": places}).status_code for places in typed]
    assert answers == [422] * 5 + [429]
