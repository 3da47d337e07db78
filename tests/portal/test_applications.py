"""What parties apply for from home: each is open when the matter is, and ends by a step."""

import pytest
from django.test import Client
from django.urls import reverse

from duly.law.terms import Role
from duly.portal import links, receiving
from duly.portal.models import Submission
from duly.portal.office import suggesting
from duly.portal.query import views_of
from duly.procedure import queries
from duly.registry.models import Party
from tests.desk.conftest import As, client_of
from tests.portal.conftest import (
    CREDITOR_PLACES,
    DEBTOR_PLACES,
    creditor_with_code,
    enter,
    party,
)
from tests.portal.test_send import sends
from tests.procedure import walks
from tests.procedure.conftest import Walk

JUDGE = Role.ENFORCEMENT_JUDGE
DAYS = {"repair_from": "2026-07-01", "repair_until": "2026-08-31", "promised_on": "2026-08-31"}


def creditor_of(walk: Walk, role: Role = Role.FILING_CLERK) -> Client:
    issued = links.issue(party=creditor_with_code(walk), actor=walk.staff[role], at=walk.at)
    return enter(issued, CREDITOR_PLACES)


def debtor_of(walk: Walk, role: Role = JUDGE) -> Client:
    issued = links.issue(party=party(walk, "debtor"), actor=walk.staff[role], at=walk.at)
    return enter(issued, DEBTOR_PLACES)


def open_to(walk: Walk, side: str) -> tuple[str, ...]:
    one: Party = party(walk, side)
    return views_of(one.matter, one, walk.on).applications


def called(walk: Walk, role: Role) -> int:
    return len(queries.today(walk.staff[role], walk.at).alarms)


def test_each_application_is_open_when_the_matter_is(at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_running(walk)
    assert open_to(walk, "creditor") == ("account", "enforce")
    walk.on = walk.on.replace(month=4, day=7)
    asked = {"applied_on": "2026-04-07", "request": "请求强制执行"}
    walk.take(
        "post_judgment",
        "receive_application",
        Role.FILING_CLERK,
        applicant=walk.party("creditor"),
        **asked,
    )
    assert open_to(walk, "creditor") == ("account", "urging_answer")
    walks.consent(walk)
    assert open_to(walk, "creditor") == ("account",)
    assert open_to(walk, "debtor") == ()


def test_a_listed_debtor_asks_for_a_repair_and_the_creditor_agrees(
    at_the_walk: Walk, as_role: As
) -> None:
    walk = at_the_walk
    walks.to_published(walk)
    walk.on = walk.on.replace(day=25)
    debtor = debtor_of(walk)
    told = {"reason": "参加政府采购投标", "measures": "both", **DAYS}
    wrong = {"repair_until": "2026-06-30", "promised_on": "2026-06-01"}
    assert sends(debtor, "repair", **{**told, **wrong}) == 422
    assert sends(debtor, "repair", **told) == 302
    clerk = Role.ENFORCEMENT_CLERK
    sent = Submission.objects.get()
    page = as_role(clerk).get(reverse("parties:submission", args=[sent.pk])).content.decode()
    assert "解除失信、限制消费措施" in page
    assert "repair_until=2026-08-31" in page
    walk.take(
        "record",
        "receive_repair",
        clerk,
        party=walk.party("debtor"),
        applied_on=walk.on.isoformat(),
        evidence="当事人门户来件",
        **{name: value for name, value in told.items()},
    )
    assert receiving.steps_since(sent)
    assert open_to(walk, "debtor") == ()
    creditor = creditor_of(walk, JUDGE)
    assert sends(creditor, "lifting_answer", subject="repair", agrees="yes") == 302
    assert called(walk, clerk) == 2


def test_the_creditor_consents_to_urging_and_it_waits_for_who_files(at_the_walk: Walk) -> None:
    walk = at_the_walk
    walks.to_applied(walk)
    creditor = creditor_of(walk)
    assert sends(creditor, "urging_answer", agrees="yes", emergency="no") == 302
    assert called(walk, Role.FILING_CLERK) == 1
    walks.consent(walk)
    assert receiving.steps_since(Submission.objects.get())


def test_the_creditor_asks_for_enforcement_and_gives_his_account(in_court: Walk) -> None:
    creditor = creditor_of(in_court, Role.TRIAL_CLERK)
    page = creditor.get(reverse("portal:send", args=["account"])).content.decode()
    assert "尾号5678" in page
    assert "4401990012345678" not in page
    account = {"holder": "喆淼商贸有限公司", "bank": "示例银行广州从化支行"}
    assert sends(creditor, "account", number="12", **account) == 422
    assert sends(creditor, "account", number="4401990087654321", **account) == 302
    assert called(in_court, Role.TRIAL_CLERK) == 1
    assert sends(creditor, "enforce", requests_listing="no", note="没有履行") == 302
    assert called(in_court, Role.FILING_CLERK) == 1


def test_the_creditor_gives_another_account_in_enforcement_and_it_is_proposed(
    at_the_walk: Walk,
) -> None:
    walk, clerk = at_the_walk, Role.ENFORCEMENT_CLERK
    walks.to_enforcement(walk)
    assert "account" in open_to(walk, "creditor")
    creditor = creditor_of(walk, clerk)
    account = {"holder": "喆淼商贸有限公司", "bank": "示例银行广州从化支行"}
    assert sends(creditor, "account", number="4401990087654321", **account) == 302
    assert called(walk, clerk) == 1
    sent = Submission.objects.get()
    staff = client_of(walk.staff[clerk])
    page = staff.get(reverse("parties:submission", args=[sent.pk])).content.decode()
    assert f"/{walk.course('record').pk}/propose_account/" in page
    given = {"number": "4401990087654321", "route": "confirmation", "evidence": "当事人门户来件"}
    walk.take(
        "record", "propose_account", clerk, creditor=walk.party("creditor"), **account, **given
    )
    step = receiving.steps_since(sent)[0]
    actor = walk.staff[clerk]
    receiving.follow(submission_id=sent.pk, step_taken_id=step.pk, actor=actor, at=walk.at)
    assert called(walk, clerk) == 0


def test_no_account_is_asked_for_when_the_matter_is_archived(in_court: Walk) -> None:
    assert "account" in open_to(in_court, "creditor")
    in_court.matter.courses.filter(mechanism="record").update(state="closed", closed_at=in_court.at)
    in_court.matter.courses.filter(mechanism="post_judgment").update(closed_at=in_court.at)
    assert open_to(in_court, "creditor") == ()


@pytest.mark.parametrize("kind", ["repair", "enforce", "urging_answer", "account"])
def test_the_link_to_the_step_holds_no_account_and_no_words_of_the_party(
    in_court: Walk, kind: str
) -> None:
    sent = Submission(kind=kind, sent_at=in_court.at, content=CONTENT)
    filled = suggesting.answers(sent, party(in_court, "debtor"))
    assert not {"秘密", "4401990087654321"} & set(filled.values())


CONTENT = '{"note": "秘密", "reason": "秘密", "number": "4401990087654321", "holder": "秘密"}'
