"""罚款、拘留: an act found, the warning, the proposal, the decision."""

from datetime import date, timedelta

from duly.law.terms import Role
from duly.simulation.case import Case
from duly.simulation.days import ONE_DAY
from duly.simulation.playing import Act, Story, StoryOf
from duly.simulation.stories import direct
from duly.simulation.stories.enforcement import ENFORCEMENT_CLERK, JUDGE, TERM
from duly.simulation.stories.entries import serve

FINE, DETENTION = "fine_warning", "detention_warning"
PRESIDENT = Role.PRESIDENT
WARNING = {FINE: "fine-warning", DETENTION: "detention-warning"}
DECISION = {FINE: "fine-decision", DETENTION: "detention-decision"}
FACTORS = {
    "nature": "有履行能力而拒不履行生效判决",
    "gravity": "经多次督促仍不履行",
    "consequences": "申请执行人的债权未能实现",
    "local_economy": "当地城镇居民人均可支配收入中等",
}
DAYS = 15


def find(case: Case, mechanism: str = FINE, **changes: str) -> Act:
    """The judge finds an act: by default that the debtor is able and refuses."""
    answers = {
        "ground": "able_but_refusing",
        "committed_on": case.today.isoformat(),
        "facts": "名下账户有大额进出，有履行能力，经传唤仍拒不履行",
        "evidence": "银行流水，执行卷第30页",
        **changes,
    }
    return case.take(mechanism, "find_misconduct", JUDGE, **answers)


def found(case: Case) -> Story:
    """An act is found; nobody has been warned yet."""
    yield from direct.called(case)
    case.go_workdays(1)
    yield find(case)


def warn(case: Case, mechanism: str) -> Story:
    """The warning is issued today with a term of fifteen days, and served."""
    last_day = (case.today + TERM).isoformat()
    yield case.take(mechanism, "issue_warning", JUDGE, last_day=last_day)
    yield serve(case, case.paper(WARNING[mechanism]), ENFORCEMENT_CLERK)


def warned(case: Case, *mechanisms: str) -> StoryOf[date]:
    """Warned of one or of both. Returns the last day of the warning."""
    yield from found(case)
    last_day = case.today + TERM
    for mechanism in mechanisms:
        yield from warn(case, mechanism)
    return last_day


def propose(case: Case, mechanism: str, *, days: int = DAYS) -> Act:
    """The judge asks the president for the fine or the detention."""
    asked = {"target": "person", "act": case.misconduct(), **FACTORS}
    if mechanism == FINE:
        pay_by = (case.today + timedelta(days=30)).isoformat()
        return case.take(FINE, "propose_fine", JUDGE, amount="5000.00", pay_by=pay_by, **asked)
    return case.take(DETENTION, "propose_detention", JUDGE, days=str(days), **asked)


def proposed(case: Case, *mechanisms: str, days: int = DAYS) -> Story:
    """The warnings have run out, and the president is asked."""
    last_day = yield from warned(case, *mechanisms)
    case.go(last_day + ONE_DAY)
    for mechanism in mechanisms:
        yield propose(case, mechanism, days=days)


def decided(case: Case, *mechanisms: str, days: int = DAYS) -> Story:
    """The president decides, for one act on one day, and the decisions are served."""
    yield from proposed(case, *mechanisms, days=days)
    case.go_workdays(1)
    for mechanism in mechanisms:
        what = {FINE: "approve_fine", DETENTION: "approve_detention"}[mechanism]
        yield case.take(mechanism, what, PRESIDENT)
    for mechanism in mechanisms:
        yield serve(case, case.paper(DECISION[mechanism]), ENFORCEMENT_CLERK)
