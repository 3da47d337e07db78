"""送达和联系：案件页面的进展，存疑和由人办理的清单，具名处理并留痕。"""

import pytest
from django.urls import reverse

from duly.journal.models import Entry
from duly.law.terms import Purpose, Role
from duly.outreach import errands
from duly.outreach.models import Errand, Message, MessageState
from duly.registry.models import Contact
from tests.desk.conftest import As
from tests.procedure.conftest import Walk


@pytest.fixture
def urging(at_the_walk: Walk) -> Errand:
    walk = at_the_walk
    walk.matter.court.phone, walk.matter.court.address = "020-87000000", "示例路9号"
    walk.matter.court.save()
    return errands.open_errand(
        party=walk.matter.parties.get(role="debtor"),
        purpose=Purpose.URGING,
        actor=walk.staff[Role.TRIAL_CLERK],
        at=walk.at,
    )


def settle(client: object, message: Message, **told: str) -> str:
    address = reverse("desk:settle_message", kwargs={"message_id": message.pk})
    answer = client.post(address, told, follow=True)  # type: ignore[attr-defined]
    return answer.content.decode()


def test_a_matter_shows_its_messages_and_offers_to_arrange_more(
    urging: Errand, as_role: As
) -> None:
    address = reverse("desk:matter", kwargs={"matter_id": urging.matter_id})
    page = as_role(Role.TRIAL_JUDGE).get(address).content.decode()
    assert "督促联系" in page
    assert "由人办理" in page
    assert "下一渠道：短信" in page
    assert "13800000002" not in page


def test_what_waits_for_a_person_is_listed_for_those_who_see_the_matter(
    urging: Errand, as_role: As
) -> None:
    message = urging.messages.get()
    Message.objects.filter(pk=message.pk).update(state=MessageState.DOUBTFUL.value)
    address = reverse("desk:messages")
    page = as_role(Role.TRIAL_CLERK).get(address).content.decode()
    assert '存疑的信息<span class="count">1</span>' in page
    assert "陈示例" in page
    assert "陈示例" not in as_role(Role.MEDIATOR).get(address).content.decode()
    assert "陈示例" not in as_role(Role.ADMINISTRATOR).get(address).content.decode()


def test_a_doubt_is_settled_in_a_persons_name_with_a_reason_on_record(
    urging: Errand, as_role: As
) -> None:
    message = urging.messages.get()
    Message.objects.filter(pk=message.pk).update(state=MessageState.DOUBTFUL.value)
    client = as_role(Role.TRIAL_CLERK)
    assert "理由：请填写" in settle(client, message, decision="delivered", reason=" ")
    assert "已经登记" in settle(client, message, decision="delivered", reason="已电话核实")

    message.refresh_from_db()
    assert (message.state, message.decided_by.username) == ("delivered", "trial_clerk")  # type: ignore[union-attr]
    entry = Entry.objects.get(act="outreach.decide")
    assert entry.detail == {"decision": "delivered", "reason": "已电话核实"}
    assert Contact.objects.get().result == "arrived"


@pytest.mark.parametrize("decision", ["delivered", "failed", "send_again", "fly", ""])
def test_what_a_message_does_not_allow_is_refused_with_its_reason(
    urging: Errand, as_role: As, decision: str
) -> None:
    message = urging.messages.get()
    page = settle(as_role(Role.TRIAL_CLERK), message, decision=decision, reason="试")
    assert "不能" in page or "请选择" in page
    message.refresh_from_db()
    assert message.state == MessageState.QUEUED.value


def test_a_doubtful_message_is_sent_again_only_by_a_persons_word(
    urging: Errand, as_role: As
) -> None:
    message = urging.messages.get()
    Message.objects.filter(pk=message.pk).update(state=MessageState.DOUBTFUL.value, pinned=True)
    settle(as_role(Role.TRIAL_CLERK), message, decision="send_again", reason="当事人称未收到")
    message.refresh_from_db()
    assert (message.state, message.pinned) == (MessageState.QUEUED.value, False)


def test_service_is_arranged_from_the_page_of_the_matter(at_the_walk: Walk, as_role: As) -> None:
    walk = at_the_walk
    address = reverse("desk:begin_errand", kwargs={"matter_id": walk.matter.pk})
    instrument = walk.matter.instruments.get()
    told = {"party": walk.party("debtor"), "what": f"instrument-{instrument.pk}"}
    client = as_role(Role.TRIAL_CLERK)
    assert client.post(address, told).status_code == 302
    errand = Errand.objects.get()
    assert (errand.purpose, errand.instrument) == ("service", instrument)
    letter = errand.messages.get()
    assert letter.channel == "post"
    assert "已经登记" in settle(client, letter, number="EX000000001CN")
    letter.refresh_from_db()
    assert (letter.state, letter.reference) == ("accepted", "EX000000001CN")


@pytest.mark.parametrize(
    "told", [{}, {"party": "x"}, {"party": "0"}, {"party": "{debtor}", "what": "paper-999"}]
)
def test_a_party_or_a_paper_that_is_not_of_the_matter_is_refused(
    at_the_walk: Walk, as_role: As, told: dict[str, str]
) -> None:
    walk = at_the_walk
    filled = {name: text.format(debtor=walk.party("debtor")) for name, text in told.items()}
    address = reverse("desk:begin_errand", kwargs={"matter_id": walk.matter.pk})
    page = as_role(Role.TRIAL_CLERK).post(address, filled, follow=True).content.decode()
    assert "请选择" in page
    assert not Errand.objects.exists()
