"""Several debtors and creditors: who joins later, who answers for what, who is freed when."""

from datetime import date

import pytest

from duly.documents.models import Paper
from duly.law.terms import MeasureKind
from duly.ledger.models import Obligation
from duly.procedure import queries
from duly.procedure.facts import debt
from duly.procedure.models import Course, Measure
from duly.procedure.refusal import Unanswered
from duly.registry.models import Party
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import CLERK, JUDGE

GUARANTOR = "440199198501010019"


def add(walk: Walk, role: str = "debtor", name: str = "李保证", **changes: str) -> Party:
    answers = {"role": role, "kind": "person", "name": name, "joint": "yes"}
    if role != "debtor":
        answers["joint"] = ""
    walk.take("record", "add_party", CLERK, **{**answers, **changes})
    return walk.matter.parties.get(name=name)


def owe(walk: Walk, debtor: Party, /, **changes: str) -> Obligation:
    answers = {
        "duty_kind": "money",
        "duty": "保证责任",
        "debtor": str(debtor.pk),
        "creditor": walk.party("creditor"),
        "amount": "20000",
        "interest_kind": "none",
    }
    walk.take("record", "add_obligation", CLERK, **{**answers, **changes})
    return Obligation.objects.order_by("-pk")[0]


def enforce(walk: Walk, *debtors: Party) -> None:
    """File for enforcement with everybody served with the instrument."""
    instrument = f"instrument-{walk.matter.instruments.get().pk}"
    for party in walk.matter.parties.all():
        walk.take(
            "record",
            "record_service",
            CLERK,
            what=instrument,
            party=str(party.pk),
            method="personal",
            acted_on="2026-03-03",
            signed_on="2026-03-03",
            evidence="送达回证",
        )
    walk.on = date(2026, 4, 7)
    walk.take(
        "post_judgment",
        "receive_application",
        walks.FILING,
        applicant=walk.party("creditor"),
        applied_on="2026-04-07",
        request="请求强制执行",
    )
    walk.take("pre_enforcement", "file_directly", walks.FILING, reason="declined", reasons="不同意")
    walks.file(walk)


def test_a_joint_debtor_answers_for_every_duty_and_is_found_by_name(walk: Walk):
    guarantor = add(walk)

    assert set(Obligation.objects.values_list("liability", flat=True)) == {"joint"}
    assert debt.owing(walk.matter, walk.on, guarantor) == debt.owing(walk.matter, walk.on)
    assert queries.find_matters(walk.staff[JUDGE], walk.on, "李保证").get() == walk.matter
    assert Course.objects.get(mechanism="certificate", party=guarantor).state == "open"


def test_a_debtor_s_own_share_is_an_obligation_of_its_own(walk: Walk):
    other = add(walk, joint="")
    owe(walk, other)
    enforce(walk)

    lines = debt.statement(walk.matter, walk.on).lines
    (own,) = (line for line in lines if line.description == "保证责任")
    assert (own.amount.amount, own.debtor_ids) == (20000, {other.pk})
    (goods,) = (line for line in lines if line.description == "货款")
    assert other.pk not in goods.debtor_ids
    assert set(Measure.objects.values_list("party__name", flat=True)) == {"陈示例", "李保证"}


def test_who_has_paid_his_share_is_released_while_the_other_still_owes(walk: Walk):
    other = add(walk, joint="", identifier=GUARANTOR)
    owe(walk, other)
    enforce(walk)
    share = debt.statement(walk.matter, walk.on).owed_by(other.pk)
    walk.pay(f"{share.amount:.2f}", JUDGE, payer=str(other.pk))

    (release,) = walk.releases()
    assert release.party == other
    assert debt.performed(walk.matter, walk.on) is False


def test_joint_debtors_are_each_released_when_one_pays_all(walk: Walk):
    add(walk)
    enforce(walk)
    walks.pay_all(walk)
    assert {one.party.name for one in walk.releases()} == {"陈示例", "李保证"}


def test_a_debtor_who_answers_for_nothing_on_record_is_freed_with_the_rest(walk: Walk):
    add(walk, joint="")
    enforce(walk)
    walks.pay_all(walk)
    assert {one.party.name for one in walk.releases()} == {"陈示例", "李保证"}


def test_evidence_of_one_debtor_s_payment_does_not_perform_for_the_others(walk: Walk):
    other = add(walk, joint="")
    owe(walk, other)
    enforce(walk)
    walk.find("performed_on_evidence", holds=True, party=str(other.pk))

    assert debt.performed(walk.matter, walk.on, other) is True
    assert debt.performed(walk.matter, walk.on) is False


def test_a_debtor_who_joins_after_filing_is_warned_and_shielded_like_the_first(walk: Walk):
    enforce(walk)
    late = add(walk)

    opened = Course.objects.filter(party=late).values_list("mechanism", flat=True)
    assert {"certificate", "defaulter_warning"} <= set(opened)
    assert Measure.objects.get(party=late).kind == MeasureKind.CASE_PUBLICITY.value


def test_everybody_gets_his_own_papers(walk: Walk):
    add(walk, identifier=GUARANTOR)
    enforce(walk)
    walk.take("enforcement", "issue_notice", JUDGE, perform_by="2026-05-01", report_by="2026-05-01")
    notices = Paper.objects.filter(template="enforcement-notice")
    assert {paper.recipient.name for paper in notices} == {"陈示例", "李保证"}


def test_a_paper_is_served_only_on_whom_it_is_made_out_to(walk: Walk):
    other = add(walk, identifier=GUARANTOR)
    enforce(walk)
    walk.take("enforcement", "issue_notice", JUDGE, perform_by="2026-05-01", report_by="2026-05-01")
    paper = Paper.objects.get(template="enforcement-notice", recipient=other)
    service = {
        "what": f"paper-{paper.pk}",
        "method": "personal",
        "acted_on": "2026-04-07",
        "signed_on": "2026-04-07",
        "evidence": "送达回证",
    }
    debtor = str(walk.matter.parties.get(name="陈示例").pk)
    with refused(Unanswered, "受送达人：该文书是给李保证的"):
        walk.take("record", "record_service", JUDGE, party=debtor, **service)
    walk.take("record", "record_service", JUDGE, party=str(other.pk), **service)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "陈示例"}, "履行义务人陈示例已经登记"),
        ({"identifier": "440199199003070013"}, "同一证件号码的履行义务人已经登记"),
        (
            {"role": "creditor", "identifier": "440199199003070013", "joint": ""},
            "不能是同一人",
        ),
        ({"role": "third_party"}, "只有履行义务人才承担"),
        ({"identifier": "440199198501010011"}, "校验码"),
        ({"kind": "unit", "identifier": GUARANTOR}, "证件号码"),
        ({"role": "judge"}, "没有这一项"),
    ],
)
def test_a_party_who_cannot_join_is_refused(walk: Walk, changes: dict[str, str], words: str):
    answers = {"role": "debtor", "kind": "person", "name": "李保证", "joint": "yes", **changes}
    with refused(Unanswered, words):
        walk.take("record", "add_party", CLERK, **answers)


def test_a_payment_names_its_creditor_where_several_have_accounts(walk: Walk):
    second = add(walk, "creditor", "王债权")
    debtor = walk.matter.parties.get(role="debtor")
    first = walk.matter.parties.get(name="喆淼商贸有限公司")
    owe(walk, debtor, creditor=str(second.pk), duty="违约金", amount="500")
    with refused(Unanswered, "有几名债权人，应当写明款项到达谁的账户") as caught:
        walk.pay("500", CLERK, arrival="creditor")
    assert "creditor" in caught.value.errors
    walk.pay("500", CLERK, arrival="creditor", creditor=str(second.pk))

    assert walk.matter.payments.get().creditor == second
    lines = {line.creditor_id: line for line in debt.statement(walk.matter, walk.on).lines}
    assert lines[second.pk].paid.amount == 500
    assert lines[first.pk].paid.amount == 0


def test_an_obligation_without_creditor_amount_or_debtor_is_refused(walk: Walk):
    debtor = walk.matter.parties.get(role="debtor")
    for changes, field in (
        ({"creditor": ""}, "creditor"),
        ({"amount": ""}, "amount"),
        ({"debtor": walk.party("creditor")}, "debtor"),
        ({"interest_kind": "yearly"}, "interest_rate"),
    ):
        with refused(Unanswered) as caught:
            owe(walk, debtor, **changes)
        assert field in caught.value.errors


def test_a_withdrawn_obligation_stays_on_record_and_is_owed_no_more(walk: Walk):
    fee = Obligation.objects.get(kind="court_fee")
    before = debt.statement(walk.matter, walk.on).known
    walk.take(
        "record", "withdraw_obligation", CLERK, obligation=str(fee.pk), reason="二审改判由原告负担"
    )
    assert (before - debt.statement(walk.matter, walk.on).known).amount == 2300
    assert Obligation.objects.filter(pk=fee.pk).exists()


def test_an_agent_is_recorded_and_his_number_sealed(walk: Walk):
    walk.take(
        "record",
        "record_agent",
        CLERK,
        party=walk.party("creditor"),
        name="赵代理",
        phone="13800000005",
        special_authority="yes",
        evidence="正卷第12页",
    )
    agent = walk.matter.parties.get(role="creditor").agents.get()
    assert (agent.name, agent.phone, agent.special_authority) == ("赵代理", "13800000005", True)
    assert "phone" not in walk.course("record").steps_taken.get().answers


def test_the_address_confirmation_is_printed_for_signature(walk: Walk):
    given = {
        "party": walk.party("debtor"),
        "address": "广州市从化区示例路1号",
        "receiver": "陈示例",
        "phone": "13800000002",
        "electronic_consent": "yes",
    }
    with refused(Unanswered, "《送达地址确认书》", "电子送达地址"):
        walk.take("record", "print_address_confirmation", CLERK, **given)
    printed = walk.take(
        "record", "print_address_confirmation", CLERK, **given, electronic_address="13800000002"
    )
    (paper,) = printed.papers
    assert (paper.title, paper.recipient.name) == ("送达地址确认书", "陈示例")
    assert "同意电子送达" in paper.text
    assert set(printed.step.answers) == {"party", "receiver", "electronic_consent"}


def test_the_service_receipt_is_printed_for_any_instrument_or_paper(walk: Walk):
    instrument = walk.matter.instruments.get()
    printed = walk.take(
        "record",
        "print_service_receipt",
        CLERK,
        what=f"instrument-{instrument.pk}",
        copies="1",
        party=walk.party("debtor"),
        address="广州市从化区示例路1号",
        method="personal",
        server="职员甲、职员乙",
    )
    (paper,) = printed.papers
    assert paper.title == "送达回证"
    assert "（2026）粤0117民初100号判决书" in paper.text


def test_who_pays_before_enforcement_gets_the_neutral_confirmation_and_no_certificate(walk: Walk):
    walks.to_running(walk)
    walk.pay("100000.00", CLERK, arrival="creditor")
    walk.pay("2300.00", CLERK, arrival="court_fees")
    walk.take("post_judgment", "note_performed", CLERK)

    view = queries.step_view(
        walk.course("certificate"), "propose_certificate", walk.staff[JUDGE], walk.at
    )
    assert not view.permitted
    assert "案件没有进入执行阶段" in view.reasons[0]
    confirmed = walk.take(
        "certificate", "confirm_performance", walks.Role.TRIAL_JUDGE, requested_on="2026-03-20"
    )
    (paper,) = confirmed.papers
    assert paper.title == "履行完毕证明"
    assert "（2026）粤0117民初100号" in paper.text
