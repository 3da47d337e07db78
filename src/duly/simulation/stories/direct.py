"""直接立案: the applicant does not agree to urging, and the matter is filed at once."""

from duly.law.terms import PartyRole, Role
from duly.simulation.case import Case
from duly.simulation.days import ONE_DAY
from duly.simulation.playing import Act, Story
from duly.simulation.stories import enforcement
from duly.simulation.stories.post_judgment import account_confirmed, due_day, instrument_served
from duly.simulation.stories.pre_enforcement import FILING, PRE_ENFORCEMENT, application

DECLINED = ("declined", "申请人当面表示不同意执前督促，要求立即立案执行")


def applied(case: Case) -> Story:
    """Served, effective, not performed; the creditor applies for enforcement."""
    yield from account_confirmed(case)
    case.go_workdays(2)
    served_on = case.today
    yield from instrument_served(case)
    case.go(due_day(case, served_on) + ONE_DAY)
    case.go_workdays(1)
    yield from application(case)


def declined(case: Case) -> Story:
    """Asked, the applicant declines; the matter goes to be filed for enforcement."""
    yield from applied(case)
    yield file_directly(case, *DECLINED)


def filed(case: Case) -> Story:
    """The matter has its 执 number."""
    yield from declined(case)
    case.go_workdays(1)
    yield enforcement.file(case)


def called(case: Case) -> Story:
    """The notice is out and its term over, the debtor called twice."""
    yield from enforcement.called(case, filed)


def file_directly(case: Case, reason: str, reasons: str) -> Act:
    """The filing clerk files for enforcement without urging."""
    return case.take(PRE_ENFORCEMENT, "file_directly", FILING, reason=reason, reasons=reasons)


def joined(case: Case, name: str, identifier: str, phone: str) -> Act:
    """A further debtor, who answers jointly, is put on record."""
    return case.take(
        "record",
        "add_party",
        Role.TRIAL_CLERK,
        role=PartyRole.DEBTOR.value,
        kind="person",
        name=name,
        identifier=identifier,
        phone=phone,
        address=case.form["debtor_address"],
        joint="yes",
    )
