"""移送拒执罪: by the judge with the president's approval; it bars the certificate, no release."""

from datetime import date

from duly.documents.models import Paper
from duly.procedure import queries
from duly.procedure.models import Course, Misconduct, Referral
from duly.procedure.refusal import Refused, StepNotAllowed
from duly.registry.models import Fact
from tests.procedure import sanctioning, walks
from tests.procedure.conftest import Walk
from tests.procedure.sanctioning import FINE, fine
from tests.procedure.untouched import refused
from tests.procedure.walks import JUDGE, PRESIDENT


def letter(act: Misconduct, **changes: str) -> dict[str, str]:
    answers = {
        "police": "广州市公安局从化区分局",
        "act": str(act.pk),
        "suspicion": "有能力履行，经罚款后仍拒不履行，情节严重",
        "materials": "（2026）粤0117民初100号判决书复印件\n罚款决定书及送达回证复印件",
    }
    return {**answers, **changes}


def to_fined(walk: Walk) -> tuple[Misconduct, Misconduct]:
    """The debtor was fined for one act, and another is found."""
    first = sanctioning.to_run_out(walk, FINE)
    second = sanctioning.find(
        walk, FINE, ground="property_report", report_breach="false", committed_on="2026-06-10"
    )
    walk.take(FINE, "propose_fine", JUDGE, **fine(first))
    walk.take(FINE, "approve_fine", PRESIDENT)
    return first, second


def refer(walk: Walk, act: Misconduct) -> None:
    walk.take("referral", "propose_referral", JUDGE, **letter(act))
    walk.take("referral", "approve_referral", PRESIDENT)


def test_a_referral_lists_the_sanctions_and_bars_the_certificate_but_no_release(walk: Walk):
    act, _ = to_fined(walk)
    staff, course = walk.staff[JUDGE], walk.course("referral")
    step = queries.step_view(course, "propose_referral", staff, walk.at).step
    text = str(next(iter(queries.preview(course, step, letter(act), staff, walk.at).values())))
    assert "对陈示例罚款5,000.00元" in text
    assert "发出《预罚款通知书》" in text
    refer(walk, act)

    assert Fact.objects.get(question="referred", withdrawn_at=None).holds
    assert Paper.objects.filter(matter=walk.matter, title="移送公安函").exists()
    walks.pay_all(walk)
    with refused(Refused, "被本院移送拒执罪"):
        walk.take("certificate", "propose_certificate", JUDGE, reasons="全部履行")
    assert Course.objects.filter(matter=walk.matter, mechanism="release").exists()


def test_an_act_that_is_with_the_police_is_not_sanctioned_unless_they_decline(walk: Walk):
    _, second = to_fined(walk)
    refer(walk, second)
    walk.on = date(2026, 6, 19)
    detention = sanctioning.DETENTION
    with refused(Refused, "没有新的行为"):
        walk.take(detention, "issue_warning", JUDGE, last_day="2026-07-03")
    walk.take(
        "referral",
        "record_declined",
        JUDGE,
        answered_on="2026-06-19",
        answer="不予立案通知书",
    )
    assert Referral.objects.get().accepted is False
    assert walk.course("referral").state == "open"
    walk.take(detention, "issue_warning", JUDGE, last_day="2026-07-03")


def test_a_report_or_consumption_act_is_referred_only_after_a_sanction(walk: Walk):
    sanctioning.to_found(walk, FINE)
    act = sanctioning.find(walk, FINE, ground="consumption", committed_on="2026-06-01")
    with refused(Refused, "没有采取过罚款、拘留等强制措施"):
        walk.take("referral", "propose_referral", JUDGE, **letter(act))


def test_a_debtor_who_pays_while_the_referral_waits_is_not_referred(walk: Walk):
    act = sanctioning.to_found(walk, FINE)
    walk.take("referral", "propose_referral", JUDGE, **letter(act))
    walk.on = date(2026, 6, 3)
    walks.pay_all(walk)
    with refused(Refused, "债务已经履行完毕"):
        walk.take("referral", "approve_referral", PRESIDENT)
    with refused(StepNotAllowed):
        walk.take("referral", "approve_referral", JUDGE)
    walk.take("referral", "drop_referral", JUDGE, reasons="已履行完毕")
    assert walk.course("referral").state == "open"
