"""The chain of instruments, when it takes effect, and the day due that follows from it."""

from datetime import date

import pytest

from duly.documents.models import Paper
from duly.ledger.models import Obligation
from duly.procedure import queries
from duly.procedure.facts import instrument
from duly.procedure.models import Deadline
from duly.procedure.refusal import Refused, Unanswered
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import CLERK, FILING

SECOND = {
    "number": "（2026）粤01民终9号",
    "court_name": "广州市中级人民法院",
    "kind": "judgment",
    "outcome": "upheld",
    "made_on": "2026-05-06",
}


def appeal(walk: Walk, filed_on: str, by: str = "debtor") -> None:
    walk.take("record", "record_appeal", CLERK, party=walk.party(by), filed_on=filed_on)


def add(walk: Walk, **changes: str) -> None:
    walk.take("record", "add_instrument", CLERK, **{**SECOND, **changes})


def serve(walk: Walk, number: str) -> None:
    standing = walk.matter.instruments.get(number=number)
    for side in ("creditor", "debtor"):
        walk.serve(f"instrument-{standing.pk}", CLERK, to=side)


def test_a_first_instance_judgment_takes_effect_when_the_last_appeal_period_ends(walk: Walk):
    serve(walk, "（2026）粤0117民初100号")
    walk.on = date(2026, 3, 18)
    view = queries.step_view(walk.course("post_judgment"), "start_term", walk.staff[CLERK], walk.at)
    assert any("2026年3月19日才生效" in reason for reason in view.reasons)
    walk.on = date(2026, 3, 19)
    assert instrument.takes_effect(walk.matter, on=walk.on).on == date(2026, 3, 19)


def test_an_appeal_leaves_the_day_due_unknown_until_it_is_decided(walk: Walk):
    walks.to_running(walk)
    assert set(Obligation.objects.values_list("due_date", flat=True)) == {date(2026, 3, 30)}
    with refused(Unanswered, "文书已于2026年3月19日生效，上诉期已过"):
        appeal(walk, "2026-03-20")
    appeal(walk, "2026-03-16")

    assert set(Obligation.objects.values_list("due_date", flat=True)) == {None}
    assert not Deadline.objects.filter(name="performance", stopped_at=None).exists()
    walk.on = date(2026, 5, 8)
    add(walk)
    serve(walk, SECOND["number"])
    assert set(Obligation.objects.values_list("due_date", flat=True)) == {date(2026, 5, 18)}


def test_an_appeal_is_filed_once_a_party_and_not_before_the_judgment(walk: Walk):
    with refused(Unanswered, "不能早于文书作出日期"):
        appeal(walk, "2026-03-01")
    appeal(walk, "2026-03-03")
    with refused(Unanswered, "该当事人的上诉已经登记"):
        appeal(walk, "2026-03-03")


def test_a_judgment_upheld_keeps_its_time_for_performance(walk: Walk):
    appeal(walk, "2026-03-03")
    walk.on = date(2026, 5, 8)
    add(walk)
    standing = instrument.last(walk.matter)
    assert (standing.performance_days, standing.follows) == (10, instrument.first(walk.matter))
    with refused(Unanswered, "沿用原文书"):
        add(walk, number="（2026）粤民再3号", court_name="广东省高级人民法院", performance_days="5")


def test_papers_print_every_number_of_the_chain(walk: Walk):
    appeal(walk, "2026-03-03")
    walk.on = date(2026, 5, 8)
    add(walk, outcome="changed", performance_days="15")
    serve(walk, SECOND["number"])
    walk.on = date(2026, 6, 1)
    walk.take(
        "post_judgment",
        "receive_application",
        FILING,
        applicant=walk.party("creditor"),
        applied_on="2026-06-01",
        request="请求强制执行",
    )
    walks.consent(walk, asked_on="2026-06-01")
    paper = Paper.objects.get(template="urging-application")
    assert "（2026）粤0117民初100号" in paper.text
    assert "（2026）粤01民终9号" in paper.text
    assert queries.find_matters(walk.staff[CLERK], walk.on, "(2026)粤01民终9号").exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"outcome": "first_instance"}, "一审文书在立案登记时填写"),
        ({"made_on": "2026-03-01"}, "不能早于前一文书"),
        ({"number": "（2026）粤0117民初100号"}, "该文书已经登记"),
        ({"number": "（2026）粤01民终09号"}, "不补零"),
        ({"outcome": "changed", "performance_days": "9999"}, "最长3650日"),
        (
            {"outcome": "changed", "performance_days": "9", "performance_date": "2026-06-01"},
            "只能填一项",
        ),
        ({"number": "（2027）粤01民终9号"}, "早于案号的收案年度"),
    ],
)
def test_an_instrument_that_cannot_follow_is_refused(
    walk: Walk, changes: dict[str, str], words: str
):
    walk.on = date(2026, 5, 8)
    with refused(Unanswered, words):
        add(walk, **changes)


def test_an_instrument_is_not_made_tomorrow(walk: Walk):
    with refused(Refused, "晚于今天"):
        add(walk)


def test_a_certificate_of_effect_decides_and_moves_the_day_due(walk: Walk):
    walks.to_running(walk)
    walk.take("record", "record_effect", CLERK, effective_on="2026-03-10", evidence="生效证明第1号")
    running = Deadline.objects.get(name="performance", stopped_at=None)
    assert running.last_date == date(2026, 3, 20)
    assert set(Obligation.objects.values_list("due_date", flat=True)) == {date(2026, 3, 20)}
    with refused(Unanswered, "不能早于文书作出日期"):
        walk.take("record", "record_effect", CLERK, effective_on="2026-03-01", evidence="证明")


def test_service_before_the_instrument_was_made_is_refused(walk: Walk):
    standing = instrument.last(walk.matter)
    with refused(Unanswered, "不能早于该文书的日期2026年3月2日"):
        walk.serve(f"instrument-{standing.pk}", CLERK, on=date(2026, 3, 1))


def test_service_before_the_paper_was_issued_is_refused(walk: Walk):
    walks.to_running(walk)
    paper = Paper.objects.get(template="performance-notice")
    with refused(Unanswered, "不能早于该文书的日期2026年3月3日"):
        walk.serve(f"paper-{paper.pk}", CLERK, on=date(2026, 3, 2))


def test_a_receipt_before_sending_is_refused(walk: Walk):
    standing = instrument.last(walk.matter)
    with refused(Refused, "送达日早于送出之日"):
        walk.take(
            "record",
            "record_service",
            CLERK,
            what=f"instrument-{standing.pk}",
            party=walk.party("debtor"),
            method="postal",
            acted_on="2026-03-03",
            signed_on="2026-03-02",
            evidence="EMS1",
        )


def test_a_mediation_statement_is_never_left(walk: Walk):
    walk.register(
        number="（2026）粤0117民初7号", instrument_kind="mediation_statement", focus="mediated"
    )
    standing = instrument.last(walk.matter)
    with refused(Refused, "调解书不适用留置送达"):
        walk.take(
            "record",
            "record_service",
            CLERK,
            what=f"instrument-{standing.pk}",
            party=walk.party("debtor"),
            method="leaving",
            acted_on="2026-03-03",
            recorded="yes",
            evidence="照片",
        )
