"""触达随案件而动：签发即送，取得联系、已经履行即停；人办的记入后即排下一步。"""

from datetime import date, timedelta
from importlib import resources
from pathlib import Path

import pytest

from duly.journal.models import Entry
from duly.law.terms import Channel, Purpose, Role
from duly.outreach import post_room, queries
from duly.outreach.checks import files_can_be_read
from duly.outreach.models import Errand, Message, MessageState
from duly.outreach.outbox.receipts import Told, receive
from duly.outreach.suppliers import MalformedSuppliers
from duly.procedure.models import Alarm, StepTaken
from duly.procedure.refusal import StepNotAllowed
from duly.registry.models import Party
from tests.outreach.conftest import Declare, mail_of, only, turns, urge
from tests.outreach.test_service import ACCOUNT
from tests.procedure import walks
from tests.procedure.conftest import Walk

CALLED = {
    "channel": "call",
    "told_consequences": "yes",
    "told_benefits": "yes",
    "note": "电话联系",
}


def call(walk: Walk, result: str) -> None:
    walk.take(
        "record",
        "record_contact",
        Role.TRIAL_CLERK,
        party=walk.party("debtor"),
        on=walk.on.isoformat(),
        result=result,
        **CALLED,
    )


def test_a_paper_that_the_court_serves_by_itself_opens_its_errand_when_it_is_issued(
    debtor: Party, walk: Walk, suppliers: Path
) -> None:
    text = (resources.files("duly.outreach.ladder") / "ladder.toml").read_text(encoding="utf-8")
    own = text.replace("automatic = []", 'automatic = ["performance-notice"]')
    (suppliers.parent / "粤0117.toml").write_text(own, encoding="utf-8")
    mail_of(debtor)
    creditor = walk.party("creditor")
    walk.take("post_judgment", "confirm_account", Role.TRIAL_CLERK, creditor=creditor, **ACCOUNT)
    assert not Errand.objects.exists()
    walk.take("post_judgment", "issue_notice", Role.TRIAL_CLERK)

    errand = Errand.objects.get()
    assert (errand.party, errand.purpose) == (debtor, Purpose.SERVICE.value)
    assert errand.paper is not None
    assert errand.paper.template == "performance-notice"
    assert only(errand).channel == Channel.EMAIL.value


def test_a_creditor_is_alerted_where_he_was_before_his_account_is_changed(
    debtor: Party, walk: Walk, suppliers: Path
) -> None:
    creditor = Party.objects.get(pk=walk.party("creditor"))
    given = {"creditor": str(creditor.pk), **ACCOUNT}
    walk.take("post_judgment", "confirm_account", Role.TRIAL_CLERK, **given)
    old = creditor.contact_points.get()
    new = {"value": "13800000077", "value_index": "-", "source": "来电自称债权人"}
    walk.on = date(2026, 3, 4)
    creditor.contact_points.create(kind="phone", recorded_at=walk.at, **new)
    walk.on = date(2026, 3, 5)
    walk.take("post_judgment", "propose_account", Role.TRIAL_CLERK, **given)

    errand = Errand.objects.get(purpose=Purpose.ALERT.value)
    alert = only(errand)
    assert (errand.party, alert.channel, alert.point) == (creditor, "sms", old)
    assert "有人提出变更" in alert.text
    assert "4401" not in alert.text
    checked = {"confirmed": "no", "reasons": "债权人称没有申请变更"}
    walk.take("post_judgment", "confirm_account_change", Role.TRIAL_JUDGE, **checked)
    errand.refresh_from_db()
    assert errand.closed_because == "账户变更已经复核"


def test_who_was_reached_is_not_urged_any_more(debtor: Party, walk: Walk, gateway: Declare) -> None:
    sms = gateway()
    message = only(urge(debtor, walk))
    call(walk, "promised")
    message.refresh_from_db()
    message.errand.refresh_from_db()
    assert (message.state, message.note) == ("cancelled", "已与本人取得联系")
    assert message.errand.closed_because == "已与本人取得联系"
    turns(walk.at, 3)
    assert sms.passed_on == []


def test_a_call_without_answer_is_no_contact_and_the_ladder_goes_on(
    debtor: Party, walk: Walk, suppliers: Path
) -> None:
    errand = urge(debtor, walk)
    Message.objects.update(channel="call")
    call(walk, "no_answer")
    first, second = errand.messages.order_by("made_at", "next_at")
    assert (first.state, second.channel) == ("failed", "sms")
    errand.refresh_from_db()
    assert errand.closed_at is None


def test_who_has_performed_is_not_urged_any_more(
    debtor: Party, walk: Walk, suppliers: Path
) -> None:
    walks.to_running(walk)
    errand = urge(debtor, walk)
    for amount, arrival in (("100000.00", "creditor"), ("2300.00", "court_fees")):
        errand.refresh_from_db()
        assert errand.closed_at is None
        walk.pay(amount, Role.TRIAL_CLERK, arrival)
    errand.refresh_from_db()
    assert errand.closed_because == "义务已经履行"


def test_at_the_end_of_the_ladder_a_person_is_called_by_name_until_he_acts(
    debtor: Party, walk: Walk, suppliers: Path
) -> None:
    debtor.contact_points.filter(kind="address").delete()
    errand = urge(debtor, walk)
    for _ in range(9):
        errand.messages.filter(state="queued").update(state="failed", ended_at=walk.at)
        Errand.objects.filter(pk=errand.pk).update(next_at=walk.at)
        turns(walk.at)
    alarm = Alarm.objects.get(kind="message", cleared_at=None)
    assert alarm.sentence == "对陈示例的督促联系没有下一渠道，由业务庭书记员职员甲处理"
    call(walk, "reached")
    assert not Alarm.objects.filter(kind="message", cleared_at=None).exists()


def test_the_post_room_takes_its_steps_by_the_table_and_none_besides(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    gateway()
    message = only(urge(debtor, walk))
    turns(walk.at)
    receive(Told(str(message.pk), True, walk.at), supplier="sms-a", at=walk.at)
    taken = StepTaken.objects.latest("pk")
    assert (taken.name, taken.post) == ("record_contact", Role.POST_ROOM.value)
    entry = Entry.objects.get(seq=taken.entry_seq)
    assert (entry.actor_name, entry.post) == ("收发系统", "post_room")
    with pytest.raises(StepNotAllowed, match=r"由.*办理"):
        post_room.take(walk.matter, "record_payment", {}, at=walk.at)


def test_what_the_door_refuses_does_not_undo_what_happened_outside(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    gateway()
    message = only(urge(debtor, walk))
    turns(walk.at)
    close_record(walk)
    receive(Told(str(message.pk), True, walk.at), supplier="sms-a", at=walk.at)
    message.refresh_from_db()
    assert message.state == MessageState.DELIVERED.value
    assert message.note.startswith("未能记入案件")


def close_record(walk: Walk) -> None:
    course = walk.course("record")
    course.state, course.closed_at = "closed", walk.at
    course.save()


def test_an_arrival_without_an_answer_leads_on_after_its_wait(
    debtor: Party, walk: Walk, gateway: Declare
) -> None:
    gateway()
    errand = urge(debtor, walk)
    turns(walk.at)
    receive(Told(str(only(errand).pk), True, walk.at), supplier="sms-a", at=walk.at)
    turns(walk.at)
    following = errand.messages.get(channel="call")
    assert following.next_at == walk.at + timedelta(days=2)


def test_a_ladder_that_cannot_be_read_is_told_at_start_and_holds_no_paper_up(
    debtor: Party, walk: Walk, suppliers: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (suppliers.parent / "粤0117.toml").write_text("quiet = 1", encoding="utf-8")
    creditor = walk.party("creditor")
    walk.take("post_judgment", "confirm_account", Role.TRIAL_CLERK, creditor=creditor, **ACCOUNT)
    walk.take("post_judgment", "issue_notice", Role.TRIAL_CLERK)
    assert "cannot be read" in caplog.text
    assert [one.id for one in files_can_be_read()] == ["outreach.W002"]


def test_suppliers_that_cannot_be_read_stop_sending_and_no_page(
    debtor: Party, walk: Walk, suppliers: Path
) -> None:
    message = only(urge(debtor, walk))
    suppliers.write_text("[[supplier]]\nname = 1", encoding="utf-8")
    with pytest.raises(MalformedSuppliers):
        turns(walk.at)
    message.refresh_from_db()
    assert message.state == MessageState.QUEUED.value
    ((_, lines),) = queries.errands_of(walk.matter)
    assert [line.by_hand for line in lines] == [True]
    assert [one.id for one in files_can_be_read()] == ["outreach.W001"]
