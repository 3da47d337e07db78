"""P3：回执重复、迟到、乱序、编号不明、签名伪造、内容残缺，都不改变终局状态，不产生信息，不出错。"""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import permutations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duly.journal.models import Entry
from duly.outreach import forgery
from duly.outreach.models import Message, MessageState, Receipt
from duly.outreach.outbox.receipts import Told, receive
from duly.registry.models import Contact, Party
from duly.upkeep.prove.outbox.gateway import Gateway, Mood
from tests.outreach.conftest import Declare, only, turns, urge
from tests.procedure.conftest import Walk

ADDRESS = reverse("outreach:receipt", kwargs={"supplier": "sms-a"})


@pytest.fixture
def sms(gateway: Declare) -> Gateway:
    return gateway()


@pytest.fixture
def sent(debtor: Party, walk: Walk, sms: Gateway) -> Message:
    message = only(urge(debtor, walk))
    turns(walk.at)
    message.refresh_from_db()
    return message


def body(message_id: object, *, delivered: bool = True, at: str = "") -> bytes:
    told = {"id": str(message_id), "delivered": delivered, "detail": "DELIVRD"}
    return json.dumps({**told, "at": at or timezone.localtime().isoformat()}).encode()


def post(sms: Gateway, content: bytes, **headers: str) -> int:
    signed = sms.headers(timezone.localtime().isoformat(), ADDRESS, content)
    return (
        Client()
        .post(ADDRESS, content, content_type="application/json", headers={**signed, **headers})
        .status_code
    )


def test_a_signed_receipt_ends_the_message_and_enters_the_matter(
    sms: Gateway, sent: Message
) -> None:
    assert post(sms, body(sent.pk)) == 200
    sent.refresh_from_db()
    assert sent.state == MessageState.DELIVERED.value
    contact = Contact.objects.get()
    assert (contact.result, contact.recorded_by.full_name) == ("arrived", "收发系统")
    assert not contact.recorded_by.has_usable_password()


def test_the_same_receipt_again_is_answered_and_changes_nothing(
    sms: Gateway, sent: Message
) -> None:
    content = body(sent.pk)
    assert [post(sms, content) for _ in range(3)] == [200, 200, 200]
    assert (Receipt.objects.count(), Contact.objects.count()) == (1, 1)


def test_a_receipt_of_nothing_known_is_answered_and_makes_nothing(
    sms: Gateway, sent: Message
) -> None:
    nobody = "00000000-0000-4000-8000-000000000000"
    assert post(sms, body(nobody)) == 200
    assert post(sms, body("no id at all")) == 200
    assert (Message.objects.count(), Receipt.objects.count()) == (1, 0)


FORGED = {
    "another key": {"X-Duly-Signature": "0" * 64},
    "no signature": {"X-Duly-Signature": ""},
    "beyond ascii": {"X-Duly-Signature": "签" * 64},
    "no time": {"X-Duly-Time": ""},
    "another time": {"X-Duly-Time": timezone.localtime().isoformat()},
}


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED.keys())
def test_a_forged_receipt_is_refused(sms: Gateway, sent: Message, headers: dict[str, str]) -> None:
    assert post(sms, body(sent.pk), **headers) == 403
    sent.refresh_from_db()
    assert sent.state == MessageState.ACCEPTED.value


def test_forged_receipts_are_in_the_journal_once_an_hour_and_told_to_a_person(
    sms: Gateway, sent: Message, walk: Walk
) -> None:
    for _ in range(3):
        post(sms, body(sent.pk), **FORGED["another key"])
    for name in ("nobody", "nobody-either"):
        elsewhere = reverse("outreach:receipt", kwargs={"supplier": name})
        Client().post(elsewhere, b"{}", content_type="application/json")
    entries = Entry.objects.filter(act=forgery.ACT).order_by("seq")
    assert [one.subject["supplier"] for one in entries] == ["sms-a", "?"]
    alarm = walk.matter.alarms.get(kind="message", cleared_at=None)
    assert "没有通过验签的回执" in alarm.sentence
    assert "职员" in alarm.sentence
    assert post(sms, body(sent.pk)) == 200
    assert not walk.matter.alarms.filter(kind="message", cleared_at=None).exists()


def test_a_recorded_receipt_is_not_believed_later(sms: Gateway, sent: Message) -> None:
    old = (timezone.localtime() - timedelta(minutes=11)).isoformat()
    content = body(sent.pk)
    signed = sms.headers(old, ADDRESS, content)
    assert post(sms, content, **signed) == 403


def test_a_signature_for_one_supplier_vouches_for_no_other(
    sms: Gateway, sent: Message, gateway: Declare
) -> None:
    other = gateway("sms-b")
    assert post(other, body(sent.pk)) == 403
    elsewhere = reverse("outreach:receipt", kwargs={"supplier": "sms-b"})
    content = body(sent.pk)
    signed = other.headers(timezone.localtime().isoformat(), elsewhere, content)
    answer = Client().post(elsewhere, content, content_type="application/json", headers=signed)
    assert answer.status_code == 200
    assert not Receipt.objects.exists()


MALFORMED = [b"", b"[]", b"{}", b"\xff\xfe", b'{"id": 1}', b"null", b'"x"', b"1e309"]


@pytest.mark.parametrize("content", MALFORMED)
def test_a_malformed_receipt_is_refused_without_an_error(
    sms: Gateway, sent: Message, content: bytes
) -> None:
    assert post(sms, content) == 400


@pytest.mark.parametrize("at", ["2026-03-03T12:00:00", "yesterday", "9999-99-99"])
def test_a_receipt_without_a_moment_is_refused(sms: Gateway, sent: Message, at: str) -> None:
    assert post(sms, body(sent.pk, at=at)) == 400


def test_only_a_post_is_answered(sms: Gateway) -> None:
    assert [Client().generic(way, ADDRESS).status_code for way in ("GET", "PUT")] == [405, 405]


def test_a_gateway_calls_back_over_http(
    transactional_db: None, debtor: Party, walk: Walk, sms: Gateway, live_server: object
) -> None:
    message = only(urge(debtor, walk))
    turns(walk.at)
    url = f"{live_server.url}{ADDRESS}"  # type: ignore[attr-defined]
    assert sms.report(url, str(message.pk), delivered=True, at=timezone.localtime()) == 200
    message.refresh_from_db()
    assert message.state == MessageState.DELIVERED.value


def test_a_receipt_may_come_before_the_answer_to_the_handover(
    debtor: Party, walk: Walk, sms: Gateway
) -> None:
    from duly.outreach.models import HandoverOutcome
    from duly.outreach.outbox import claiming
    from duly.outreach.outbox.settling import settle

    message = only(urge(debtor, walk))
    handover = claiming.claim(walk.at, resting=(), quiet=())
    assert handover is not None
    receive(Told(str(message.pk), True, walk.at), supplier="sms-a", at=walk.at)
    settle(handover, HandoverOutcome.UNKNOWN, "超时", at=walk.at)
    message.refresh_from_db()
    assert message.state == MessageState.DELIVERED.value


def test_a_doubt_is_resolved_by_a_receipt(debtor: Party, walk: Walk, sms: Gateway) -> None:
    sms.mood = Mood.TAKES_THEN_FAILS
    message = only(urge(debtor, walk))
    turns(walk.at)
    assert post(sms, body(message.pk)) == 200
    message.refresh_from_db()
    assert message.state == MessageState.DELIVERED.value
    assert not message.errand.matter.alarms.filter(kind="message", cleared_at=None).exists()


MINUTES = st.lists(st.tuples(st.booleans(), st.integers(0, 5)), min_size=1, max_size=6)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(told=MINUTES)
def test_any_sequence_ends_as_the_model_says_the_first_final_one_counts(
    sent: Message, told: Sequence[tuple[bool, int]]
) -> None:
    Receipt.objects.all().delete()
    Message.objects.filter(pk=sent.pk).update(state="accepted", ended_at=None, arrived_at=None)
    at = sent.handed_at
    for delivered, minute in [*told, *told]:
        one = Told(str(sent.pk), delivered, at + timedelta(minutes=minute))
        receive(one, supplier="sms-a", at=at + timedelta(hours=1))
    sent.refresh_from_db()
    assert (sent.state == "delivered") is told[0][0]
    assert Receipt.objects.count() == len(set(told))


def test_every_order_of_the_same_good_receipts_ends_the_same(sent: Message) -> None:
    at: datetime = sent.handed_at
    later = at + timedelta(hours=1)
    told = [Told(str(sent.pk), True, at + timedelta(minutes=m)) for m in (0, 1, 2)]
    ends = set()
    for order in permutations(told):
        Message.objects.filter(pk=sent.pk).update(state="accepted", ended_at=None)
        Receipt.objects.all().delete()
        for one in order:
            receive(one, supplier="sms-a", at=later)
        sent.refresh_from_db()
        ends.add((sent.state, Receipt.objects.count()))
    assert ends == {("delivered", 3)}
