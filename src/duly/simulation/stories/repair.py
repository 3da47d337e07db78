"""临时修复信用: asked for, refused, signed, approved, running, restored, lapsed."""

from datetime import date, timedelta

from duly.law.terms import DefaulterGround, PartyRole
from duly.simulation.case import Case
from duly.simulation.days import ONE_DAY
from duly.simulation.playing import Act, Story
from duly.simulation.stories import direct
from duly.simulation.stories.enforcement import ENFORCEMENT_CLERK, JUDGE
from duly.simulation.stories.listing import published_for
from duly.simulation.stories.sanctions import PRESIDENT
from duly.simulation.stories.settlement import COMMITMENT

NEED = "承接政府采购项目需要参加投标"
MONTHS = timedelta(days=60)
WEEKS = timedelta(days=21)
# A listing of two years ends between these days after publication.
ALMOST_TWO_YEARS, TWO_YEARS_OVER = timedelta(days=715), timedelta(days=745)


def listed(case: Case) -> Story:
    """Listed for refusing though able: a listing without a term."""
    yield from published_for(case, DefaulterGround.ABLE_BUT_REFUSING, direct.filed)
    case.go_workdays(3)


def asked(case: Case, until: date, *, measures: str = "both") -> Story:
    """The debtor asks for a repair from today until a day."""
    yield case.take(
        "record",
        "receive_repair",
        ENFORCEMENT_CLERK,
        party=case.party(PartyRole.DEBTOR),
        applied_on=case.today.isoformat(),
        reason=NEED,
        measures=measures,
        repair_from=case.today.isoformat(),
        repair_until=until.isoformat(),
        promised_on=until.isoformat(),
        evidence="临时修复信用申请书，执行卷第30页",
    )


def printed(case: Case, until: date, *, measures: str = "both") -> Story:
    """The applicant consents, and the promise is printed."""
    yield from asked(case, until, measures=measures)
    yield case.take(
        COMMITMENT,
        "record_consent",
        ENFORCEMENT_CLERK,
        consented_on=case.today.isoformat(),
        evidence="申请执行人书面同意，执行卷第31页",
    )
    yield case.take(COMMITMENT, "print_repair", ENFORCEMENT_CLERK)


def signed(case: Case, until: date, *, measures: str = "both") -> Story:
    """The debtor has signed the promise."""
    yield from printed(case, until, measures=measures)
    yield case.take(
        COMMITMENT,
        "sign_repair",
        ENFORCEMENT_CLERK,
        signed_on=case.today.isoformat(),
        evidence="信用承诺书，执行卷第32页",
    )


def proposed(case: Case, until: date, *, measures: str = "both") -> Story:
    """The judge asks the president."""
    yield from signed(case, until, measures=measures)
    yield case.take(
        COMMITMENT, "propose_repair", JUDGE, reasons="投标属生产经营所需，申请执行人同意"
    )


def approved(case: Case, until: date, *, measures: str = "both") -> Story:
    """The president approves the same day."""
    yield from proposed(case, until, measures=measures)
    yield case.take(COMMITMENT, "approve_repair", PRESIDENT)


def lifted(case: Case, until: date, *, measures: str = "both") -> Story:
    """The measures are lifted for a time."""
    yield from approved(case, until, measures=measures)
    yield lift(case)


def lift(case: Case) -> Act:
    """Return the act by which the measures are lifted today."""
    return case.take(
        COMMITMENT,
        "lift_measures",
        ENFORCEMENT_CLERK,
        done_on=case.today.isoformat(),
        evidence="名单库删除回执、协助解除通知书回执",
    )


def refused_then_printed(case: Case) -> Story:
    """Refused without the applicant's consent; asked again with it."""
    yield from listed(case)
    yield from asked(case, case.today + MONTHS)
    yield case.take(COMMITMENT, "refuse_repair", JUDGE, reasons="申请执行人不同意")
    case.go_workdays(3)
    yield from printed(case, case.on + MONTHS)


def ready(case: Case) -> Story:
    """Signed, and not yet before the president."""
    yield from listed(case)
    yield from signed(case, case.on + MONTHS)


def before_the_president(case: Case) -> Story:
    """Proposed, and waiting for the president."""
    yield from listed(case)
    yield from proposed(case, case.on + MONTHS)


def to_be_lifted(case: Case) -> Story:
    """Approved; the measures are to be lifted within three working days."""
    yield from listed(case)
    yield from approved(case, case.on + MONTHS)


def running(case: Case) -> Story:
    """The repair runs."""
    yield from listed(case)
    yield from lifted(case, case.on + MONTHS)


def restore_proposed(case: Case) -> Story:
    """The repair is over, nothing was paid, and restoring waits for the president."""
    yield from _over(case)


def restored(case: Case) -> Story:
    """The very measures that were lifted are in force again."""
    yield from _over(case)
    case.go_workdays(1)
    yield case.take(COMMITMENT, "approve_restore", PRESIDENT)


def lapsed(case: Case) -> Story:
    """The listing of two years ran out while it was lifted: nothing is left to restore."""
    yield from published_for(case, DefaulterGround.PROPERTY_REPORT, direct.filed)
    published = case.today
    case.go(published + ALMOST_TWO_YEARS)
    over = published + TWO_YEARS_OVER
    yield from signed(case, over, measures="listing")
    yield case.take(
        COMMITMENT,
        "find_corrected",
        JUDGE,
        corrected="yes",
        reasons="已补充报告财产，主动说明收入情况",
    )
    yield case.take(COMMITMENT, "propose_repair", JUDGE, reasons="投标属生产经营所需")
    yield case.take(COMMITMENT, "approve_repair", PRESIDENT)
    yield lift(case)
    case.go(over + ONE_DAY)
    yield case.take(COMMITMENT, "end_lapsed", JUDGE)


def _over(case: Case) -> Story:
    yield from listed(case)
    until = case.today + WEEKS
    yield from lifted(case, until)
    case.go(until + ONE_DAY)
    yield case.take(COMMITMENT, "propose_restore", JUDGE, reasons="修复期内分文未付")
