"""在册之后: a listing corrected, contested, deleted, deferred; one act of consumption."""

from datetime import timedelta

from duly.law.terms import DefaulterGround
from duly.simulation.case import Case
from duly.simulation.playing import Act, Story
from duly.simulation.stories import direct, enforcement, objection, release, repair
from duly.simulation.stories.enforcement import (
    DEFAULTER_WARNING,
    ENFORCEMENT_CLERK,
    JUDGE,
    Telling,
)
from duly.simulation.stories.entries import pay_everything
from duly.simulation.stories.listing import decided, published_for

LISTING = "listing"


def listed(case: Case) -> Story:
    """Listed for two years, for failing to report property."""
    yield from published_for(case, DefaulterGround.PROPERTY_REPORT, direct.filed)
    case.go_workdays(5)


def sought(case: Case) -> Story:
    """The debtor asks to be struck off; fifteen days run. His repair was refused before."""
    yield from repair.refused_then_printed(case)
    case.go_workdays(1)
    yield _seek(case, "to_be_deleted")


def dismissed(case: Case) -> Story:
    """Dismissed, and the decision not served yet. A repair is signed meanwhile."""
    yield from repair.ready(case)
    case.go_workdays(1)
    yield _seek(case, "wrongly_listed")
    case.go_workdays(3)
    yield _dismiss(case)


def served(case: Case) -> Story:
    """The dismissal is served and ten days run; a single flight waits for the president."""
    yield from _served(case)
    yield case.take(
        "permit",
        "propose_permit",
        JUDGE,
        applied_on=case.today.isoformat(),
        need="前往北京参加项目投标",
        what="乘坐广州至北京的飞机往返各一次",
        permit_from=(case.on + timedelta(days=7)).isoformat(),
        permit_until=(case.on + timedelta(days=9)).isoformat(),
        evidence="申请书、招标文件，执行卷第60页",
    )


def reconsidered(case: Case) -> Story:
    """The court above has the dismissal before it; a repair waits for the president."""
    yield from _served(case, repair.before_the_president)
    case.go_workdays(2)
    day = case.today.isoformat()
    yield case.take(
        LISTING,
        "seek_reconsideration",
        ENFORCEMENT_CLERK,
        sought_on=day,
        received_on=day,
        evidence="复议申请书，执行卷第62页",
    )


def rectifying(case: Case) -> Story:
    """What was published is wrong in a detail, to be put right in three working days.

    A repair was approved meanwhile, and is still to be carried out.
    """
    yield from repair.to_be_lifted(case)
    yield _seek(case, "inaccurate")
    case.go_workdays(2)
    yield case.take(LISTING, "uphold_inaccurate", JUDGE, reasons="住所地登记有误，应当更正")


def deleting(case: Case) -> Story:
    """The court finds that the listing should not have been; its deletion is owed."""
    yield from listed(case)
    yield case.take(LISTING, "find_wrong", JUDGE, reasons="报告财产令没有送达本人，不应纳入")


def a_minor(case: Case) -> Story:
    """A ground is found, but the debtor is a minor, who is never listed."""
    yield from enforcement.ground_found(case, DefaulterGround.PROPERTY_REPORT, direct.filed)


def in_grace(case: Case) -> Story:
    """Decided with a month of grace, which runs; the debtor's objection was dismissed."""
    yield from _graced(case)
    case.go_workdays(1)
    yield from objection.to_served(case, "限期报告财产的命令", kind="act")


def paid_in_grace(case: Case) -> Story:
    """Paid within the grace: not published; lifting the consumption order is signed."""
    yield from _graced(case)
    case.go_workdays(5)
    yield from pay_everything(case)
    yield case.take(DEFAULTER_WARNING, "close_unpublished", JUDGE)
    yield from release.signed(case)
    yield from release.finished(case)


def _graced(case: Case) -> Story:
    yield from decided(case, DefaulterGround.PROPERTY_REPORT, direct.filed, grace="1")


def _served(case: Case, before: Telling = listed) -> Story:
    yield from before(case)
    yield _seek(case, "to_be_deleted")
    case.go_workdays(3)
    yield _dismiss(case)
    case.go_workdays(1)
    yield case.take(
        LISTING,
        "serve_dismissal",
        ENFORCEMENT_CLERK,
        served_on=case.today.isoformat(),
        evidence="送达回证",
    )


def _seek(case: Case, correction: str) -> Act:
    return case.take(
        LISTING,
        "seek_correction",
        ENFORCEMENT_CLERK,
        correction=correction,
        applied_on=case.today.isoformat(),
        evidence="纠正申请书，执行卷第58页",
    )


def _dismiss(case: Case) -> Act:
    return case.take(LISTING, "dismiss_correction", JUDGE, reasons="债务没有履行，申请不能成立")
