"""拘留之后: sought, in custody, released early or at the end, not carried out."""

from datetime import timedelta

from duly.simulation.case import Case
from duly.simulation.playing import Act, Story
from duly.simulation.stories import fine, objection, sanctions
from duly.simulation.stories.enforcement import ENFORCEMENT_CLERK, JUDGE
from duly.simulation.stories.entries import pay_everything
from duly.simulation.stories.sanctions import DAYS, DETENTION, PRESIDENT

SHORT = 5


def sought(case: Case) -> Story:
    """Decided, the person cannot be found: the police are asked, and the act is referred."""
    yield from sanctions.decided(case, DETENTION)
    case.go_workdays(2)
    yield case.take(
        DETENTION,
        "propose_police_request",
        JUDGE,
        police=fine.POLICE,
        cause="被拘留人下落不明，拘留决定尚未执行",
        until=(case.today + timedelta(days=180)).isoformat(),
        plate="粤A00000",
        vehicle="示例牌小型轿车，白色",
    )
    yield case.take(DETENTION, "approve_police_request", PRESIDENT)
    yield from fine.referred(case)


def in_custody(case: Case) -> Story:
    """Taken two workdays ago, the family told; the days run."""
    yield from sanctions.decided(case, DETENTION)
    case.be_on(case.before_demo(2))
    yield from _taken(case, DAYS)


def early_release_proposed(case: Case) -> Story:
    """In custody he repents; the judge asks the president to release him early."""
    yield from sanctions.decided(case, DETENTION)
    case.be_on(case.before_demo(3))
    yield from _taken(case, DAYS)
    case.be_on(case.before_demo(1))
    yield _propose_release(case)
    yield from objection.to_withdrawn(case, "拘留决定", kind="act")


def released_early(case: Case) -> Story:
    """Released by the president before the days were over."""
    yield from sanctions.decided(case, DETENTION)
    case.go_workdays(1)
    yield from _taken(case, DAYS)
    case.go_workdays(3)
    yield _propose_release(case)
    yield case.take(DETENTION, "approve_early_release", PRESIDENT)
    yield from objection.to_remedy(case, "示例五路55号车位", name="靳某示例")


def ended(case: Case) -> Story:
    """The days were served, nobody applied above, and the file on them is closed."""
    yield from sanctions.decided(case, DETENTION, days=SHORT)
    case.go_workdays(1)
    yield from _taken(case, SHORT)
    case.go(case.today + timedelta(days=SHORT))
    yield case.take(
        DETENTION,
        "end_custody",
        ENFORCEMENT_CLERK,
        ended_on=case.today.isoformat(),
        evidence="解除拘留证明",
    )
    case.go_workdays(2)
    yield case.take(DETENTION, "close_detention", ENFORCEMENT_CLERK)
    yield from objection.to_filed(case, "示例三路33号房屋", name="包某示例")


def not_carried_out(case: Case) -> Story:
    """He pays before he is found: the president decides that he is not detained any more."""
    yield from sanctions.decided(case, DETENTION)
    case.go_workdays(1)
    yield from pay_everything(case)
    yield case.take(DETENTION, "end_unexecuted", PRESIDENT, reasons="已履行完毕，不再需要执行拘留")


def _taken(case: Case, days: int) -> Story:
    yield case.take(
        DETENTION,
        "take_into_custody",
        ENFORCEMENT_CLERK,
        taken_on=case.today.isoformat(),
        taken_time="09:05",
        until=(case.today + timedelta(days=days)).isoformat(),
        place="广州市示例拘留所",
        evidence="执行拘留回执",
    )
    yield case.take(
        DETENTION,
        "notify_family",
        JUDGE,
        family="家属示例",
        told_on=case.today.isoformat(),
        told_time="11:00",
        how="电话通知并邮寄通知书",
    )


def _propose_release(case: Case) -> Act:
    day = case.today.isoformat()
    return case.take(
        DETENTION,
        "propose_early_release",
        JUDGE,
        repentance="于拘留期间具结悔过，承认并改正错误，已报告财产",
        evidence="具结悔过书，执行卷第40页",
        release_on=day,
    )
