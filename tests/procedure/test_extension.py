"""An enforcement proceeding runs three months longer where the president lets it."""

from datetime import date

from duly.procedure.models import Deadline
from duly.procedure.refusal import Refused, StepNotAllowed
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.test_holds import hold, resume
from tests.procedure.untouched import refused
from tests.procedure.walks import JUDGE, PRESIDENT


def conclusion(walk: Walk) -> Deadline:
    return Deadline.objects.get(matter=walk.matter, name="conclusion", stopped_at=None)


def propose(walk: Walk) -> None:
    walk.take("enforcement", "propose_extension", JUDGE, reasons="评估拍卖尚未完成")


def test_the_president_extends_by_three_months_once(walk: Walk):
    walks.to_enforcement(walk)
    assert conclusion(walk).last_date == date(2026, 11, 9)
    with refused(StepNotAllowed, "没有需要"):
        walk.take("enforcement", "approve_extension", PRESIDENT)
    propose(walk)
    with refused(StepNotAllowed, "由院长办理"):
        walk.take("enforcement", "approve_extension", JUDGE)
    walk.take("enforcement", "approve_extension", PRESIDENT)

    assert conclusion(walk).last_date == date(2027, 2, 9)
    assert "延长三个月" in conclusion(walk).chinese
    with refused(Refused, "已经延长过一次三个月", "层报高级人民法院"):
        propose(walk)


def test_a_refused_proposal_leaves_the_day_and_may_be_made_again(walk: Walk):
    walks.to_enforcement(walk)
    propose(walk)
    walk.take("enforcement", "refuse_extension", PRESIDENT, reasons="抓紧办理")

    assert conclusion(walk).last_date == date(2026, 11, 9)
    propose(walk)


def test_nothing_is_extended_after_its_end(walk: Walk):
    walks.to_enforcement(walk)
    walk.on = date(2026, 11, 10)
    with refused(Refused, "已于2026年11月9日届满"):
        propose(walk)


def test_a_hold_after_the_extension_moves_the_longer_term_by_the_days_held(walk: Walk):
    walks.to_enforcement(walk)
    propose(walk)
    walk.take("enforcement", "approve_extension", PRESIDENT)
    walk.on = date(2026, 6, 1)
    hold(walk, "2026-06-01")
    resume(walk, date(2026, 6, 11))
    assert conclusion(walk).last_date == date(2027, 2, 19)


def test_nothing_is_extended_while_the_time_does_not_run(walk: Walk):
    walks.to_enforcement(walk)
    walk.on = date(2026, 6, 1)
    hold(walk, "2026-06-01")
    walk.on = date(2026, 6, 5)
    with refused(Refused, "期限停止计算，不需要延长"):
        propose(walk)
    resume(walk, date(2026, 6, 11))
    propose(walk)
    walk.take("enforcement", "approve_extension", PRESIDENT)
    assert conclusion(walk).last_date == date(2027, 2, 19)
