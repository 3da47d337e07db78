"""Money through the door: joint debtors, instalments, plans, pay-outs, refunds, what is left."""

from datetime import date, timedelta

import pytest

from duly.law.finding import Outcome
from duly.law.money import Yuan
from duly.law.terms import ObligationKind, Role
from duly.ledger import funds
from duly.ledger.models import Obligation, Payout
from duly.procedure import plans, queries
from duly.procedure.facts import debt
from duly.procedure.models import Course, SettlementPlan
from duly.procedure.queries import money
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from duly.registry.models import Party
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import CLERK, FILING, JUDGE

HEAD, ENFORCEMENT_CLERK = Role.BUREAU_HEAD, Role.ENFORCEMENT_CLERK
WORDS = "任何一期未按期足额支付，剩余款项全部到期"


def join(walk: Walk, name: str, identifier: str) -> Party:
    walk.take(
        "record",
        "add_party",
        CLERK,
        role="debtor",
        kind="person",
        name=name,
        identifier=identifier,
        joint="yes",
    )
    return walk.matter.parties.get(name=name)


def settle(walk: Walk, rows: str, *, waives: str = "yes", paid_to: str = "creditor") -> None:
    walk.take(
        "enforcement",
        "record_settlement",
        JUDGE,
        reached_on=walk.on.isoformat(),
        content="分期支付80000元，其余免除",
        ends_on=rows.split("\n")[-1].split()[0],
        evidence="正卷第40页",
    )
    walk.take(
        "enforcement",
        "record_plan",
        JUDGE,
        instalments=rows,
        paid_to=paid_to,
        waives=waives,
        evidence="和解协议第二条",
    )


def end(walk: Walk, performed: str) -> None:
    walk.take("enforcement", "end_settlement", JUDGE, performed=performed, reasons="经审查认定")


def pay_out(walk: Walk, amount: str, reference: str = "OUT1") -> None:
    walk.take("payout", "propose_pay_out", JUDGE, amount=amount, reasons="全部发放")
    walk.take("payout", "approve_pay_out", HEAD)
    walk.take(
        "payout",
        "pay_out",
        ENFORCEMENT_CLERK,
        paid_on=walk.on.isoformat(),
        reference=reference,
    )


def test_s_145_three_joint_debtors_of_whom_one_pays_all(walk: Walk):
    walks.to_enforcement(walk)
    others = [
        join(walk, "李保证", "440199198501010019"),
        join(walk, "王共同", "440199198801010010"),
    ]
    walk.pay("40000.00", JUDGE, payer=str(others[0].pk))
    shown = debt.statement(walk.matter, walk.on)
    debtors = list(walk.matter.parties.filter(role="debtor"))
    assert len({shown.owed_by(one.pk) for one in debtors}) == 1
    assert walk.releases() == []

    walks.pay_all(walk)
    assert {one.party.name for one in walk.releases()} == {"陈示例", "李保证", "王共同"}
    assert all(debt.performed(walk.matter, walk.on, one) for one in debtors)
    for one in debtors:
        course = Course.objects.get(matter=walk.matter, mechanism="certificate", party=one)
        walk.take_on(course, "propose_certificate", JUDGE, reasons="全部履行")
        walk.take_on(course, "approve_certificate", HEAD)
    issued = Course.objects.filter(mechanism="certificate", state="issued")
    assert issued.count() == 3


def test_the_enforcement_fee_is_registered_at_filing_and_holds_no_release_up(walk: Walk):
    walks.to_enforcement(walk)
    fee = walk.matter.obligations.get(kind=ObligationKind.ENFORCEMENT_FEE.value)
    assert Yuan(fee.amount_fen or 0) == Yuan.of("1400")
    assert "执行后交纳" in fee.due_reason

    owed = debt.statement(walk.matter, walk.on)
    walk.pay(f"{owed.total.amount - owed.court_fees_owed.amount:.2f}", JUDGE)
    walk.pay("2300.00", JUDGE, arrival="court_fees")
    assert debt.performed(walk.matter, walk.on) is True
    assert debt.owing(walk.matter, walk.on) == Yuan.of("1400")
    assert len(walk.releases()) == 1


def test_the_judge_changes_or_remits_the_enforcement_fee_with_a_reason(walk: Walk):
    walks.to_enforcement(walk)
    fee = walk.matter.obligations.get(kind="enforcement_fee")
    with refused(Unanswered, "理由：请填写"):
        walk.take("record", "set_amount", JUDGE, obligation=str(fee.pk), amount="700")
    walk.take("record", "set_amount", JUDGE, obligation=str(fee.pk), amount="700", reason="减半")
    assert debt.statement(walk.matter, walk.on).court_fees_owed == Yuan.of("3000")

    new = walk.matter.obligations.get(kind="enforcement_fee", withdrawn_at=None)
    walk.take("record", "set_amount", JUDGE, obligation=str(new.pk), reason="免交")
    assert debt.statement(walk.matter, walk.on).court_fees_owed == Yuan.of("2300")


def test_a_judgment_in_instalments_is_registered_as_typed_and_accelerated_by_its_words(
    walk: Walk,
):
    walk.register(
        number="（2026）粤0117民初101号",
        instalments="2026-04-10 40000.00\n2026-05-10 30000\n2026-06-10 30000",
        acceleration=WORDS,
    )
    obligation = Obligation.objects.get(matter=walk.matter, kind="money")
    assert [one.due_date.month for one in obligation.instalments.all()] == [4, 5, 6]

    walk.on = date(2026, 4, 10)
    found = {"obligation": str(obligation.pk), "fell_due": "2026-04-10", "reason": "第1期未付"}
    with refused(Refused, "没有逾期未履行的期次"):
        walk.take("record", "accelerate", Role.TRIAL_JUDGE, **found)
    walk.on = date(2026, 4, 20)
    with refused(Unanswered, "不能早于未履行的一期的届满日"):
        walk.take("record", "accelerate", Role.TRIAL_JUDGE, **{**found, "fell_due": "2026-04-09"})
    walk.take("record", "accelerate", Role.TRIAL_JUDGE, **found)

    line = debt.statement(walk.matter, walk.on).lines[0]
    assert line.doubled_left == Yuan.of("175.00")
    assert line.accelerated_date == date(2026, 4, 10)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2026-04-10 99999.99", "各期合计99,999.99元，与义务金额100,000.00元不一致"),
        ("2026-04-10 100000美元", "外币（美元）"),
        ("一期付清", "第1行"),
    ],
)
def test_instalments_that_do_not_make_up_the_amount_are_refused(walk: Walk, typed: str, words: str):
    with refused(Unanswered, words) as caught:
        walk.register(number="（2026）粤0117民初101号", instalments=typed)
    assert set(caught.value.errors) == {"instalments"}


def test_an_obligation_in_instalments_is_added_later_too(walk: Walk):
    given = {
        "duty_kind": "money",
        "duty": "违约金",
        "debtor": walk.party("debtor"),
        "creditor": walk.party("creditor"),
        "amount": "3000",
        "interest_kind": "none",
        "instalments": "2026-05-10 1000\n2026-06-10 2000",
    }
    walk.take("record", "add_obligation", CLERK, **given)
    assert Obligation.objects.get(description="违约金").instalments.count() == 2
    with refused(Unanswered, "由法院确定，不在这里登记"):
        walk.take("record", "add_obligation", CLERK, **{**given, "duty_kind": "enforcement_fee"})


def test_a_foreign_currency_is_refused_by_name_in_every_field_of_money(walk: Walk):
    with refused(Unanswered, "外币（美元）") as caught:
        walk.register(number="（2026）粤0117民初101号", amount="US$5000", court_fee="50美元")
    assert set(caught.value.errors) == {"amount", "court_fee"}


def test_a_settlement_that_is_kept_closes_with_the_rest_waived(walk: Walk):
    walks.to_enforcement(walk)
    start = walk.on
    first, last = start + timedelta(days=10), start + timedelta(days=40)
    settle(walk, f"{first} 50000\n{last} 30000")
    walk.on = first
    walk.pay("50000.00", JUDGE, arrival="creditor")
    with refused(Refused, "已付50,000.00元，尚未付清"):
        end(walk, "yes")
    with refused(Refused, "没有逾期未履行的期次"):
        end(walk, "no")
    walk.on = last
    walk.pay("30000.00", JUDGE, arrival="creditor")
    end(walk, "yes")

    shown = debt.statement(walk.matter, walk.on)
    assert shown.known == shown.court_fees_owed == Yuan.of("3700")
    assert shown.waived > Yuan.of("20000")
    assert shown.paid == Yuan.of("80000")


def test_a_kept_settlement_without_a_waiver_shows_what_remains(walk: Walk):
    walks.to_enforcement(walk)
    settle(walk, f"{walk.on} 80000", waives="no")
    walk.pay("80000.00", JUDGE, arrival="creditor")
    end(walk, "yes")

    shown = debt.statement(walk.matter, walk.on)
    assert shown.waived == Yuan(0)
    assert shown.known > Yuan.of("23000")


def test_s_128_a_missed_instalment_is_found_on_the_day_after_and_put_before_the_judge(
    walk: Walk,
):
    walks.to_enforcement(walk)
    first = walk.on + timedelta(days=10)
    settle(walk, f"{first} 50000\n{first + timedelta(days=30)} 30000")
    walk.on = first
    walk.pay("20000.00", JUDGE, arrival="creditor")
    assert plans.standing(walk.matter, first).missed == ()

    walk.on = first + timedelta(days=1)
    prepared = plans.prepared(walk.matter, walk.on)
    assert prepared.outcome is Outcome.UNDECIDED
    assert "已付20,000.00元，尚差30,000.00元" in prepared.grounds[0].because
    view = queries.step_view(
        walk.course("enforcement"), "end_settlement", walk.staff[JUDGE], walk.at
    )
    assert view.permitted
    end(walk, "no")

    payees = walk.matter.obligations.filter(kind="money").values_list("payee", flat=True)
    assert set(payees) == {"enforcement_funds"}
    assert debt.statement(walk.matter, walk.on).waived == Yuan(0)


def test_what_is_seized_while_a_plan_is_paid_to_the_creditor_still_arrives_at_the_court(
    walk: Walk,
):
    walks.to_enforcement(walk)
    settle(walk, "2026-09-01 80000")
    walk.pay("30000.00", JUDGE)

    assert money.funds(walk.matter).payable_to(int(walk.party("creditor"))) == Yuan.of("30000")
    assert plans.standing(walk.matter, walk.on).paid == Yuan.of("30000")


def test_a_plan_ends_on_the_last_day_of_its_settlement_and_is_recorded_once(walk: Walk):
    walks.to_enforcement(walk)
    with refused(StepNotAllowed, "没有需要"):
        walk.take("enforcement", "record_plan", JUDGE, instalments="2026-09-01 1")
    settle(walk, "2026-09-01 1000")
    with refused(StepNotAllowed, "没有需要"):
        walk.take("enforcement", "record_plan", JUDGE, instalments="2026-09-01 1")
    assert SettlementPlan.objects.count() == 1


def test_article_10_money_at_the_court_has_thirty_days_and_goes_to_the_confirmed_account(
    walk: Walk,
):
    walks.to_enforcement(walk)
    arrived = walk.on
    walk.pay("30000.00", JUDGE)
    course = walk.course("payout")
    assert course.party.role == "creditor"
    limit = course.deadlines.get()
    assert (limit.start_date, limit.chinese) == (arrived, "发放案款（三十日内）")
    assert limit.last_date >= arrived + timedelta(days=30)

    with refused(Refused, r"30,000.01元超过可以发放的30,000.00元"):
        walk.take("payout", "propose_pay_out", JUDGE, amount="30000.01", reasons="发放")
    pay_out(walk, "30000.00")
    assert walk.course("payout").state == "paid"
    assert limit.course.deadlines.filter(stopped_at=None).count() == 0
    assert Payout.objects.get().account.holder == "喆淼商贸有限公司"
    assert money.funds(walk.matter).held == Yuan(0)


def test_what_is_paid_out_in_part_opens_the_rest_with_a_clock_of_its_own(walk: Walk):
    walks.to_enforcement(walk)
    walk.pay("30000.00", JUDGE)
    pay_out(walk, "10000.00")

    rest = walk.course("payout")
    assert rest.state == "held"
    assert rest.deadlines.filter(stopped_at=None).count() == 1


def test_a_reversal_cancels_what_was_to_be_paid_out(walk: Walk):
    walks.to_enforcement(walk)
    walk.pay("30000.00", JUDGE)
    walk.take("payout", "propose_pay_out", JUDGE, amount="30000.00", reasons="发放")
    payment = walk.matter.payments.get()
    walk.take("record", "reverse_payment", JUDGE, payment=str(payment.pk), reason="退票")

    assert walk.course("payout").state == "cancelled"
    assert Payout.objects.get().state == "refused"


def test_a_pay_out_sent_back_by_the_bank_waits_again(walk: Walk):
    walks.to_enforcement(walk)
    walk.pay("30000.00", JUDGE)
    pay_out(walk, "30000.00")
    walk.take(
        "record",
        "return_payout",
        JUDGE,
        payout=str(Payout.objects.get().pk),
        returned_on=walk.on.isoformat(),
        reason="户名不符",
    )
    assert walk.course("payout").state == "held"
    pay_out(walk, "30000.00", "OUT2")


def test_a_surplus_is_refunded_by_two_people(walk: Walk):
    walks.to_enforcement(walk)
    owed = debt.statement(walk.matter, walk.on)
    principal = owed.total.amount - owed.court_fees_owed.amount
    walk.pay(f"{principal + 500:.2f}", JUDGE)
    assert debt.statement(walk.matter, walk.on).surplus == Yuan.of("500")

    back = Course.objects.get(mechanism="payout", party__role="debtor")
    account = {"holder": "陈示例", "number": "4401990012345678", "bank": "示例银行"}
    walk.take_on(back, "propose_refund", JUDGE, reasons="原路退回", **account)
    walk.take_on(back, "approve_pay_out", HEAD)
    walk.take_on(back, "pay_out", ENFORCEMENT_CLERK, paid_on=walk.on.isoformat(), reference="BACK1")
    assert debt.statement(walk.matter, walk.on).surplus == Yuan(0)
    assert funds.of(walk.matter.pk).refunded == Yuan.of("500")


def test_s_48_a_plan_agreed_during_urging_is_on_record_and_weighed_by_its_days(walk: Walk):
    walks.to_urging(walk)
    start = walk.on
    with refused(Unanswered, "第1行"):
        walk.take(
            "pre_enforcement",
            "record_plan",
            Role.MEDIATOR,
            agreed_on=start.isoformat(),
            instalments="下月付清",
            evidence="笔录",
        )
    walk.take(
        "pre_enforcement",
        "record_plan",
        Role.MEDIATOR,
        agreed_on=start.isoformat(),
        instalments=f"{start + timedelta(days=5)} 40000\n{start + timedelta(days=20)} 60000",
        evidence="笔录",
    )
    walk.on = start + timedelta(days=5)
    walk.pay("40000.00", FILING, arrival="creditor")

    standing = money.urging_plan(walk.matter, start + timedelta(days=21))
    assert [one.state.value for one in standing.instalments] == ["kept", "missed"]
    assert money.settlement_plan(walk.matter, walk.on) is None


def test_clause_2_2_2_part_performance_says_that_the_rest_may_be_applied_for(walk: Walk):
    walks.to_urging(walk)
    walk.pay("40000.00", FILING, arrival="creditor")
    walk.take(
        "pre_enforcement",
        "close_performed",
        FILING,
        confirmed="yes",
        confirmed_on=walk.on.isoformat(),
        evidence="申请人确认书",
    )
    proceeding = walk.matter.proceedings.get(kind="urging")
    assert "不影响另行申请执行，时效至2028年" in proceeding.outcome
    taken = walk.course("pre_enforcement").steps_taken.get(name="close_performed")
    assert "不影响就未履行部分另行申请执行" in str(taken.findings)

    walk.take(
        "record",
        "apply_for_rest",
        FILING,
        applicant=walk.party("creditor"),
        applied_on=walk.on.isoformat(),
        request="请求执行未履行的部分",
    )
    assert walk.course("pre_enforcement").state == "applied"
    with refused(StepNotAllowed, "没有需要"):
        walk.take("record", "apply_for_rest", FILING)


def test_article_264_the_judge_sets_a_penalty_for_an_act_and_an_act_has_an_agreed_value(
    walk: Walk,
):
    walk.register(
        number="（2026）粤0117民初101号", duty_kind="act", duty="返还车辆", amount="", court_fee=""
    )
    act = Obligation.objects.get(matter=walk.matter)
    walk.take(
        "record",
        "value_act",
        CLERK,
        obligation=str(act.pk),
        amount="80000",
        agreed_on=walk.on.isoformat(),
        reason="双方约定",
        evidence="笔录",
    )
    assert debt.statement(walk.matter, walk.on).known == Yuan(0)

    penalty = {
        "obligation": str(act.pk),
        "debtor": walk.party("debtor"),
        "creditor": walk.party("creditor"),
        "reckoned": "daily",
        "amount": "200",
        "reason": "没有造成损失，依案情确定",
    }
    with refused(Unanswered, "按日计算的填写"):
        walk.take("record", "set_delay_penalty", JUDGE, **penalty)
    since = walk.on.isoformat()
    walk.take("record", "set_delay_penalty", JUDGE, **penalty, daily_from=since)
    assert debt.owing(walk.matter, walk.on + timedelta(days=10)) == Yuan.of("2000")
