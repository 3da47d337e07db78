"""What arrives, what is left, and what is paid too much; the account changes by two people."""

from datetime import date
from fractions import Fraction

import pytest

from duly.documents.models import Paper
from duly.law.mechanism import MECHANISMS
from duly.law.terms import Role
from duly.ledger.queries import allocations
from duly.procedure import account_change, queries
from duly.procedure.facts import debt
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from duly.registry.court_settings import SettingName
from duly.registry.models import CourtSetting, PayeeAccount
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import CLERK, JUDGE

CHANGED = {
    "holder": "喆淼商贸有限公司",
    "number": "4401990099999999",
    "bank": "示例银行广州分行",
    "route": "confirmation",
    "evidence": "变更申请书",
}
CHECKED = {"confirmed": "yes", "reasons": "已电话联系债权人原预留号码核实"}


def change_account(walk: Walk, role: Role = CLERK, **changes: str) -> None:
    answers = {"creditor": walk.party("creditor"), **CHANGED, **changes}
    walk.take("post_judgment", "propose_account", role, **answers)


def test_one_reference_is_registered_once(walk: Walk):
    walks.to_enforcement(walk)
    walk.pay("1000", JUDGE, reference="SL-1")
    with refused(Unanswered, "流水号SL-1已于2026年5月8日登记过", "不能重复登记") as caught:
        walk.pay("2000", JUDGE, reference="SL-1")
    assert set(caught.value.errors) == {"reference"}


def test_a_reference_is_free_again_after_its_reversal(walk: Walk):
    walks.to_enforcement(walk)
    walk.pay("1000", JUDGE, reference="SL-1")
    payment = walk.matter.payments.get()
    walk.take("record", "reverse_payment", JUDGE, payment=str(payment.pk), reason="金额有误")
    walk.pay("1100", JUDGE, reference="SL-1")
    assert debt.paid(walk.matter, walk.on).amount == 1100


def test_a_reversed_payment_is_not_reversed_again(walk: Walk):
    walks.to_enforcement(walk)
    walk.pay("1000", JUDGE)
    payment = str(walk.matter.payments.get().pk)
    walk.take("record", "reverse_payment", JUDGE, payment=payment, reason="退票")
    with refused(Unanswered, "没有这一项"):
        walk.take("record", "reverse_payment", JUDGE, payment=payment, reason="退票")


def test_what_is_paid_too_much_is_surplus_and_paid_and_owing_make_up_the_due(walk: Walk):
    walks.to_enforcement(walk)
    owed = debt.statement(walk.matter, walk.on)
    walk.pay("150000.00", JUDGE)
    walks.pay_fees(walk)

    after = debt.statement(walk.matter, walk.on)
    assert after.is_performed
    assert after.surplus.amount == 150000 + owed.court_fees_owed.amount - owed.total.amount
    assert after.paid.fen == sum(line.paid.fen for line in after.lines) + after.surplus.fen
    assert sum(row.amount_fen for row in allocations(walk.matter.pk)) == after.paid.fen


def test_money_at_an_account_to_which_nothing_is_payable_is_refused(walk: Walk):
    walks.to_running(walk)
    with refused(Unanswered, "没有应当付入该账户的义务"):
        walk.pay("1000", CLERK, arrival="enforcement_funds")


def test_a_payment_does_not_arrive_tomorrow(walk: Walk):
    walks.to_running(walk)
    with refused(Refused, "到账日期2026年3月21日晚于今天"):
        walk.pay("1000", CLERK, arrival="creditor", paid_on="2026-03-21")


def test_interest_runs_by_the_day_at_1_75_in_ten_thousand(walk: Walk):
    walks.to_enforcement(walk)
    assert debt.statement(walk.matter, walk.on).per_day == Fraction("17.5")


def test_the_first_account_is_confirmed_and_a_change_waits_for_a_second_person(walk: Walk):
    walks.to_running(walk)
    change_account(walk)
    assert list(PayeeAccount.objects.order_by("version").values_list("state", flat=True)) == [
        "confirmed",
        "proposed",
    ]
    with refused(StepNotAllowed, "提出人不能复核自己提出的事项"):
        walk.take("post_judgment", "confirm_account_change", CLERK, **CHECKED)
    with refused(Refused, "收款账户正在变更，等待另一人复核"):
        walk.take("post_judgment", "reissue_notice", CLERK)
    with refused(StepNotAllowed, "已有一项账户变更等待复核"):
        change_account(walk)


def test_a_change_waits_three_working_days_and_is_refused_without_waiting(walk: Walk):
    walks.to_running(walk)
    change_account(walk)
    walk.on = date(2026, 3, 25)
    with refused(Refused, "等待期至2026年3月25日届满"):
        walk.take("post_judgment", "confirm_account_change", Role.TRIAL_JUDGE, **CHECKED)
    no = {"confirmed": "no", "reasons": "债权人称没有申请变更"}
    walk.take("post_judgment", "confirm_account_change", Role.TRIAL_JUDGE, **no)
    assert PayeeAccount.objects.get(state="confirmed").version == 1


@pytest.mark.parametrize(("days", "waits"), [("0", False), ("4", True)])
def test_how_long_a_change_waits_is_the_courts_to_set(walk: Walk, days: str, waits: bool):
    walks.to_running(walk)
    CourtSetting.objects.create(
        court=walk.court,
        name=SettingName.ACCOUNT_HOLD.value,
        value=days,
        source="审委会纪要5号",
        since=walk.on,
    )
    change_account(walk)
    walk.on = date(2026, 3, 26) if waits else walk.on
    if waits:
        with refused(Refused, "等待期至2026年3月26日届满"):
            walk.take("post_judgment", "confirm_account_change", Role.TRIAL_JUDGE, **CHECKED)
    else:
        walk.take("post_judgment", "confirm_account_change", Role.TRIAL_JUDGE, **CHECKED)
        assert PayeeAccount.objects.get(state="confirmed").version == 2


def test_papers_that_told_the_old_account_are_listed_until_they_go_out_again(walk: Walk):
    walks.to_running(walk)
    assert account_change.told_the_old(walk.matter) == []
    change_account(walk)
    told = [paper.template for paper in account_change.told_the_old(walk.matter)]
    assert told == ["payee-account-confirmation", "performance-notice"]
    walk.on = date(2026, 3, 26)
    walk.take("post_judgment", "confirm_account_change", Role.TRIAL_JUDGE, **CHECKED)
    assert "performance-notice" in [p.template for p in account_change.told_the_old(walk.matter)]
    walk.on = date(2026, 3, 27)
    walk.take("post_judgment", "reissue_notice", CLERK)
    left = [paper.template for paper in account_change.told_the_old(walk.matter)]
    assert left == ["payee-account-confirmation"]


def test_a_confirmed_change_takes_the_place_of_the_old_account_in_a_new_notice(walk: Walk):
    walks.to_running(walk)
    change_account(walk)
    walk.on = date(2026, 3, 26)
    walk.take("post_judgment", "confirm_account_change", Role.TRIAL_JUDGE, **CHECKED)
    walk.take("post_judgment", "reissue_notice", CLERK)

    old, new = Paper.objects.filter(template="performance-notice").order_by("pk")
    assert "4401990012345678" in old.text
    assert "4401990099999999" in new.text
    assert PayeeAccount.objects.get(state="superseded").version == 1


def test_a_refused_change_leaves_the_old_account(walk: Walk):
    walks.to_running(walk)
    change_account(walk)
    walk.take(
        "post_judgment",
        "confirm_account_change",
        Role.TRIAL_JUDGE,
        confirmed="no",
        reasons="债权人称没有申请变更",
    )
    assert PayeeAccount.objects.get(state="confirmed").version == 1
    with refused(StepNotAllowed, "没有需要"):
        walk.take("post_judgment", "confirm_account_change", Role.TRIAL_JUDGE, **CHECKED)


def test_after_filing_the_debt_is_paid_to_the_court_s_account(walk: Walk):
    walks.to_enforcement(walk)
    payees = walk.matter.obligations.filter(kind="money").values_list("payee", flat=True)
    assert set(payees) == {"enforcement_funds"}
    assert "4401990087654321" in Paper.objects.get(template="enforcement-notice").text


def test_what_reached_the_creditor_himself_counts_in_enforcement_as_well(walk: Walk):
    walks.to_enforcement(walk)
    walk.pay("1000", JUDGE, arrival="creditor")
    assert debt.paid(walk.matter, walk.on).amount == 1000


def test_an_act_performed_ends_an_act(walk: Walk):
    walk.register(
        number="（2026）粤0117民初8号",
        duty_kind="act",
        duty="腾退广州市从化区示例路2号房屋",
        amount="",
        court_fee="",
        focus="act",
    )
    (act,) = walk.matter.obligations.all()
    with refused(Unanswered, "没有应当付入该账户的义务"):
        walk.pay("1000", CLERK, arrival="creditor")
    walk.take(
        "record",
        "record_act_performed",
        CLERK,
        obligation=str(act.pk),
        performed_on="2026-03-03",
        evidence="现场笔录",
    )
    assert debt.performed(walk.matter, walk.on) is True
    asked = MECHANISMS["record"].step("record_act_performed")
    assert queries.fields(walk.course("record"), asked, walk.at)[0].options == ()
