"""三(一)2: a settlement holds the warning; performed it lifts, breached the warning revives."""

from datetime import date

from duly.law.terms import Role
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import JUDGE


def settle(walk: Walk, **changes: str) -> None:
    answers = {
        "reached_on": walk.on.isoformat(),
        "content": "分两期支付八万元，其余放弃",
        "ends_on": "2026-08-31",
        "evidence": "执行卷第20页",
    }
    walk.take("enforcement", "record_settlement", JUDGE, **{**answers, **changes})


def end(walk: Walk, *, performed: bool) -> None:
    walk.take(
        "enforcement",
        "end_settlement",
        JUDGE,
        performed="yes" if performed else "no",
        reasons="申请执行人确认",
    )


def test_a_running_settlement_holds_the_warning_and_every_step_to_a_listing(walk: Walk):
    walks.to_warned(walk)
    with refused(Refused, "没有正在履行的和解协议"):
        walk.take("defaulter_warning", "hold", JUDGE)
    settle(walk)
    walk.on = date(2026, 6, 18)
    with refused(Refused, "和解协议正在履行"):
        walks.propose(walk)
    walk.take("defaulter_warning", "hold", JUDGE)
    assert walk.course("defaulter_warning").state == "held"
    assert not walk.course("defaulter_warning").deadlines.filter(stopped_at=None).exists()


def test_a_breach_revives_the_held_warning_on_ground_6(walk: Walk):
    walks.to_warned(walk)
    settle(walk)
    walk.take("defaulter_warning", "hold", JUDGE)
    walk.on = date(2026, 9, 1)
    with refused(Refused, "没有认定违反和解协议"):
        walk.take("defaulter_warning", "revive", JUDGE, reasons="未付款", evidence="流水")
    end(walk, performed=False)
    with refused(Unanswered, "请填写"):
        walk.take("defaulter_warning", "revive", JUDGE)
    walk.take("defaulter_warning", "revive", JUDGE, reasons="第一期即未付款", evidence="流水")

    assert walk.matter.facts.get(question="ground_6").holds
    walks.propose(walk)
    assert walk.course("defaulter_warning").state == "proposed"


def test_a_settlement_fully_performed_lifts_and_bars_every_listing(walk: Walk):
    walks.to_warned(walk)
    settle(walk)
    walk.on = date(2026, 8, 31)
    end(walk, performed=True)

    assert [one.deadlines.get().start_date for one in walk.releases()] == [walk.on]
    with refused(Refused, "和解协议已经履行完毕"):
        walks.propose(walk)
    walk.take("defaulter_warning", "end_performed", JUDGE)
    walk.take("certificate", "propose_certificate", JUDGE, reasons="和解协议履行完毕")
    issued = walk.take("certificate", "approve_certificate", Role.BUREAU_HEAD)
    assert issued.papers[0].template == "performance-certificate"
    assert "主动履行完毕双方于2026年6月2日达成的执行和解协议确定的义务。" in issued.papers[0].text
    assert "法律文书确定的义务" not in issued.papers[0].text
    (shield,) = walk.releases()
    walk.take_on(shield, "lift", JUDGE, done_on="2026-08-31", evidence="回执")
    with refused(Refused, "债务没有履行完毕"):
        walk.take("enforcement", "conclude", JUDGE, how="performed")
    walk.take("enforcement", "conclude", JUDGE, how="settled")


def test_a_settlement_reached_is_not_a_settlement_performed(walk: Walk):
    walks.to_warned(walk)
    settle(walk)
    with refused(Refused, "没有履行完毕的和解协议"):
        walk.take("defaulter_warning", "end_performed", JUDGE)
    with refused(Refused, "尚欠"):
        walk.take("certificate", "propose_certificate", JUDGE, reasons="已和解")
    assert walk.releases() == []


def test_one_settlement_runs_at_a_time_and_ends_after_it_is_reached(walk: Walk):
    walks.to_enforcement(walk)
    with refused(Unanswered, "最后一期履行日：不能早于达成日期"):
        settle(walk, ends_on="2026-01-01")
    settle(walk)
    with refused(Refused, "已有正在履行的和解协议"):
        settle(walk)


def test_there_is_no_settlement_to_end_before_one_is_recorded(walk: Walk):
    walks.to_enforcement(walk)
    with refused(StepNotAllowed, "没有需要"):
        end(walk, performed=True)
