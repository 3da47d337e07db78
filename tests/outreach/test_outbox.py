"""P1、P2：一条不丢；不去重的通道，存疑的不自动重发，交由具名的人处理。"""

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import transaction

from duly.law.terms import Purpose, Role
from duly.outreach import errands
from duly.outreach.models import Handover, Message, MessageState
from duly.outreach.outbox import claiming, sending
from duly.outreach.outbox.sending import send_due
from duly.outreach.outbox.times import BACKOFF, GIVE_UP, LEASE, RECEIPT_WAIT
from duly.procedure.models import Alarm
from duly.procedure.refusal import StepNotAllowed
from duly.registry.models import Contact, Party
from duly.upkeep.prove.outbox.gateway import Mood
from tests.outreach.conftest import Declare, only, turns, urge
from tests.procedure.conftest import Walk
from tests.procedure.together import together

TAKEN = (Mood.TAKES_THEN_FAILS, Mood.TAKES_THEN_HANGS_UP, Mood.MUMBLES)


def state(message: Message) -> MessageState:
    message.refresh_from_db()
    return MessageState(message.state)


def test_a_message_is_made_with_the_act_and_undone_with_it(debtor: Party, walk: Walk) -> None:
    with transaction.atomic():
        urge(debtor, walk)
        transaction.set_rollback(True)
    assert not Message.objects.exists()
    assert only(urge(debtor, walk)).state == MessageState.QUEUED.value


def test_the_supplier_gets_our_id_and_the_text_names_person_and_court(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    sms = gateway()
    message = only(urge(debtor, walk))
    turns(walk.at)

    assert sms.passed_on == [str(message.pk)]
    assert state(message) is MessageState.ACCEPTED
    assert message.reference == f"g-{str(message.pk)[:8]}"
    assert debtor.name in message.text
    assert "020-87000000" in message.text
    assert debtor.identifier not in message.text
    assert sms.refused == 0


def test_a_queue_that_is_sent_twice_at_once_sends_each_message_once(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    sms = gateway()
    urge(debtor, walk)
    first = claiming.claim(walk.at, resting=(), quiet=())
    assert first is not None
    assert claiming.claim(walk.at, resting=(), quiet=()) is None
    assert send_due(walk.at) == 0
    assert sms.passed_on == []


@pytest.mark.parametrize("mood", TAKEN)
def test_without_dedupe_what_is_in_doubt_waits_for_a_person_by_name(
    mood: Mood, debtor: Party, walk: Walk, gateway: Declare
) -> None:
    sms = gateway()
    sms.mood = mood
    message = only(urge(debtor, walk))
    turns(walk.at, 5, apart=timedelta(hours=30))

    assert sms.passed_on == [str(message.pk)]
    assert state(message) is MessageState.DOUBTFUL
    alarm = Alarm.objects.get(kind="message", cleared_at=None)
    clerk = walk.staff[Role.TRIAL_CLERK]
    assert (alarm.owner, clerk.full_name in alarm.sentence) == ("trial_clerk", True)


@pytest.mark.parametrize("mood", TAKEN)
def test_with_dedupe_what_is_in_doubt_is_handed_over_again_and_goes_out_once(
    mood: Mood, debtor: Party, walk: Walk, gateway: Declare
) -> None:
    sms = gateway(dedupes=True)
    sms.mood = mood
    message = only(urge(debtor, walk))
    at = turns(walk.at)
    sms.mood = Mood.NORMAL
    turns(at + BACKOFF[0])

    assert sms.passed_on == [str(message.pk)]
    assert state(message) is MessageState.ACCEPTED
    assert [one.outcome for one in Handover.objects.order_by("pk")] == ["unknown", "accepted"]


@pytest.mark.parametrize("mood", [*TAKEN, Mood.HANGS_UP])
def test_a_supplier_that_can_be_asked_is_asked_before_anything_is_repeated(
    mood: Mood, debtor: Party, walk: Walk, gateway: Declare
) -> None:
    sms = gateway(queries=True)
    sms.mood = mood
    message = only(urge(debtor, walk))
    at = turns(walk.at)
    sms.mood = Mood.NORMAL
    turns(at + BACKOFF[0])

    assert sms.passed_on == [str(message.pk)]
    assert state(message) is MessageState.ACCEPTED


def test_a_worker_that_died_leaves_a_doubt_not_a_repeat(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    sms = gateway()
    message = only(urge(debtor, walk))
    claiming.claim(walk.at, resting=(), quiet=())
    turns(walk.at + LEASE - timedelta(seconds=1))
    assert state(message) is MessageState.SENDING
    turns(walk.at + LEASE)
    assert state(message) is MessageState.DOUBTFUL
    assert sms.passed_on == []


def test_a_worker_that_died_is_made_good_where_repeats_are_dropped(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    sms = gateway(dedupes=True)
    message = only(urge(debtor, walk))
    claiming.claim(walk.at, resting=(), quiet=())
    turns(walk.at + LEASE, 2)
    assert sms.passed_on == [str(message.pk)]
    assert state(message) is MessageState.ACCEPTED


def test_when_one_supplier_is_away_the_next_carries_at_once(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    first, second = gateway("sms-a"), gateway("sms-b")
    first.mood = Mood.BUSY
    message = only(urge(debtor, walk))
    turns(walk.at)
    assert (first.passed_on, second.passed_on) == ([], [str(message.pk)])
    assert state(message) is MessageState.ACCEPTED
    assert message.supplier == "sms-b"


def test_what_one_supplier_may_have_is_given_to_no_other(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    first, second = gateway("sms-a", dedupes=True), gateway("sms-b")
    first.mood = Mood.TAKES_THEN_FAILS
    message = only(urge(debtor, walk))
    at = turns(walk.at)
    first.mood = Mood.BUSY
    at = turns(at + BACKOFF[0], 3)
    assert second.passed_on == []
    first.mood = Mood.NORMAL
    turns(at + BACKOFF[-1])
    assert first.passed_on == [str(message.pk)]


def test_a_redirect_is_not_followed_and_leaves_a_doubt(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    sms = gateway()
    sms.mood = Mood.REDIRECTS
    message = only(urge(debtor, walk))
    turns(walk.at)
    assert state(message) is MessageState.DOUBTFUL


def test_an_address_that_the_supplier_refuses_fails_and_the_matter_says_so(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    gateway().mood = Mood.REFUSES
    message = only(urge(debtor, walk))
    turns(walk.at)
    assert state(message) is MessageState.FAILED
    contact = Contact.objects.get()
    assert (contact.result, contact.channel) == ("undelivered", "sms")
    assert contact.recorded_by.full_name == "收发系统"
    turns(walk.at)
    assert [one.channel for one in message.errand.messages.order_by("made_at")] == ["sms", "call"]


def test_an_outage_of_a_day_costs_delay_and_of_three_days_ends_with_a_person(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    sms = gateway()
    sms.mood = Mood.BUSY
    message = only(urge(debtor, walk))
    at = turns(walk.at, 24, apart=timedelta(hours=1))
    assert state(message) is MessageState.QUEUED
    assert message.attempts < 12
    turns(at, 1)
    turns(walk.at + GIVE_UP + timedelta(hours=1))
    assert state(message) is MessageState.FAILED
    assert "72小时" in message.note
    assert sms.passed_on == []


def test_during_an_outage_one_message_a_turn_finds_out_and_the_rest_wait(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    sms = gateway()
    sms.mood = Mood.BUSY
    message = only(urge(debtor, walk))
    for number in range(9):
        Message.objects.create(**_like(message, number))
    assert send_due(walk.at) == 1
    assert Message.objects.filter(attempts__gt=0).count() == 1
    sms.mood = Mood.NORMAL
    assert send_due(walk.at + BACKOFF[0], most=4) == 4
    assert len(sms.passed_on) == 4


def _like(message: Message, number: int) -> dict[str, object]:
    names = ("errand", "channel", "point", "address", "person_index", "text", "state")
    more = ("supplier", "made_at", "give_up_at")
    told = {name: getattr(message, name) for name in (*names, *more)}
    return {**told, "next_at": message.next_at + timedelta(seconds=number)}


def test_a_slow_supplier_holds_a_turn_up_no_longer_than_its_time(
    debtor: Party, walk: Walk, gateway: Declare, monkeypatch: pytest.MonkeyPatch
) -> None:
    sms = gateway()
    message = only(urge(debtor, walk))
    for number in range(9):
        Message.objects.create(**_like(message, -number))
    seconds = iter(range(0, 1000, 11))
    monkeypatch.setattr(sending, "time", SimpleNamespace(monotonic=lambda: next(seconds)))

    assert send_due(walk.at) == 2
    assert len(sms.passed_on) == 2
    assert Message.objects.filter(state=MessageState.QUEUED.value, attempts=0).count() == 8


def test_the_lease_of_a_message_runs_from_when_it_was_claimed_not_from_the_turns_beginning(
    debtor: Party, walk: Walk, suppliers: Path, gateway: Declare
) -> None:
    gateway()
    message = only(urge(debtor, walk))
    late = timedelta(seconds=29)
    claiming.claim(walk.at, resting=(), quiet=(), since=late)
    message.refresh_from_db()
    assert message.lease_until == walk.at + late + LEASE


def test_accepted_without_a_receipt_in_three_days_is_in_doubt(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    gateway()
    message = only(urge(debtor, walk))
    turns(walk.at)
    turns(walk.at + RECEIPT_WAIT)
    assert state(message) is MessageState.DOUBTFUL
    assert message.note == "通道接收后72小时没有回执"


def test_nothing_leaves_at_night_although_it_was_due(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    sms = gateway()
    urge(debtor, walk)
    night = walk.at.replace(hour=23)
    turns(night)
    assert sms.passed_on == []
    turns(night + timedelta(hours=9))
    assert len(sms.passed_on) == 1


def test_without_a_supplier_every_message_is_a_persons(
    debtor: Party, walk: Walk, suppliers: Path
) -> None:
    message = only(urge(debtor, walk))
    turns(walk.at, 3)
    assert state(message) is MessageState.QUEUED
    assert not Handover.objects.exists()


def test_only_those_of_the_matter_open_an_errand_and_none_twice(debtor: Party, walk: Walk) -> None:
    urge(debtor, walk)
    with pytest.raises(StepNotAllowed, match="正在进行"):
        urge(debtor, walk)
    for role in (Role.ADMINISTRATOR, Role.POST_ROOM, Role.MEDIATOR):
        with pytest.raises(StepNotAllowed, match="办案人员"):
            errands.open_errand(
                party=debtor, purpose=Purpose.URGING, actor=walk.staff[role], at=walk.at
            )


def test_a_court_without_a_telephone_sends_nothing_that_cannot_be_verified(
    debtor: Party, walk: Walk
) -> None:
    from duly.registry.models import Court

    Court.objects.update(phone="")
    errand = urge(debtor, walk)
    assert not Message.objects.exists()
    assert "法院电话" in errand.reasons[-1]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_message_once(
    debtor: Party, walk: Walk, gateway: Declare, on_disk: None
) -> None:
    sms = gateway()
    message = only(urge(debtor, walk))
    for number in range(11):
        Message.objects.create(**_like(message, -number))

    assert together([lambda: send_due(walk.at)] * 2) == []
    assert len(sms.passed_on) == len(set(sms.passed_on)) == 12
    assert set(Message.objects.values_list("state", "attempts")) == {("accepted", 1)}
