"""判后督促: from the judgment to the day on which it was to be performed."""

from datetime import date, timedelta

from duly.law import effect
from duly.law.terms import (
    AccountRoute,
    InstrumentKind,
    InstrumentOutcome,
    PartyKind,
    PartyRole,
    Role,
    ServiceMethod,
)
from duly.simulation import identities
from duly.simulation.case import Case
from duly.simulation.days import ONE_DAY
from duly.simulation.playing import Act, Story, StoryOf
from duly.simulation.stories.entries import post, serve

POST_JUDGMENT = "post_judgment"
CLERK = Role.TRIAL_CLERK
FAR = timedelta(days=90)
SURETY, SURETY_BORN = 901, date(1975, 8, 16)


def registered(case: Case) -> Story:
    """The matter is registered; nobody has asked the creditor for an account."""
    yield case.register()


def account_confirmed(case: Case) -> Story:
    """The account was asked for at the hearing, or the creditor signed a confirmation."""
    yield from registered(case)
    yield _account(case, "confirm_account")


def account_changed(case: Case) -> Story:
    """The account is confirmed, then changed, and a second person has checked the change.

    The representative of the debtor stood surety, and answers jointly.
    """
    yield from registered(case)
    yield _surety(case)
    yield _account(case, "confirm_account")
    case.go_workdays(1)
    yield _account(case, "propose_account")
    # The wait of three working days, and the day after it.
    case.go_workdays(4)
    yield case.take(
        POST_JUDGMENT,
        "confirm_account_change",
        Role.TRIAL_JUDGE,
        confirmed="yes",
        reasons="已按债权人原预留号码电话核实，变更属实",
    )


def notice_issued(case: Case) -> Story:
    """The notice goes with the instrument."""
    yield from account_confirmed(case)
    yield case.take(POST_JUDGMENT, "issue_notice", CLERK)


def notice_posted(case: Case) -> Story:
    """Instrument and notice are in the mail; the creditor has his, the debtor has not signed."""
    yield from notice_issued(case)
    case.go_workdays(1)
    yield serve(case, case.instrument(), CLERK, to=PartyRole.CREDITOR)
    yield post(case, case.instrument(), CLERK)
    yield post(case, case.paper("performance-notice"), CLERK)


def running(case: Case) -> StoryOf[date]:
    """Both sides are served, the instrument takes effect, the time for performance runs.

    Returns the last day to perform.
    """
    yield from notice_issued(case)
    case.go_workdays(2)
    served_on = case.today
    yield serve(case, case.paper("performance-notice"), CLERK, method=_method(case))
    yield from instrument_served(case)
    case.go(effective_day(case, served_on))
    yield case.take(POST_JUDGMENT, "start_term", CLERK)
    return due_day(case, served_on)


def overdue(case: Case) -> Story:
    """The last day passes, and the clerk notes that nothing came."""
    due = yield from running(case)
    case.go(due + ONE_DAY)
    yield case.take(POST_JUDGMENT, "note_overdue", CLERK)


def instrument_served(case: Case) -> Story:
    """Both sides have the instrument today."""
    yield serve(case, case.instrument(), CLERK, to=PartyRole.CREDITOR)
    yield serve(case, case.instrument(), CLERK, method=_method(case))


def effective_day(case: Case, served_on: date) -> date:
    """Return the day on which the instrument takes effect, served on both sides on a day."""
    known = effect.takes_effect(
        effect.Instrument(
            kind=InstrumentKind(case.form["instrument_kind"]),
            outcome=InstrumentOutcome.FIRST_INSTANCE,
            made_on=date.fromisoformat(case.form["made_on"]),
            served={"双方": served_on},
        ),
        on=served_on + FAR,
        calendar=case.calendar,
    )
    if known.on is None:
        raise LookupError(f"{served_on}送达的文书何时生效，不能算出")
    return known.on


def due_day(case: Case, served_on: date) -> date:
    """Return the last day to perform an instrument that was served on both sides on a day."""
    days, fixed = case.form.get("performance_days"), case.form.get("performance_date")
    return effect.due_date(
        effective_day(case, served_on),
        days=int(days) if days else None,
        fixed=date.fromisoformat(fixed) if fixed else None,
        calendar=case.calendar,
    ).last_day


def _method(case: Case) -> ServiceMethod:
    """A mediation statement is signed for in person; others are served as the matter allows."""
    if case.form["instrument_kind"] == InstrumentKind.MEDIATION_STATEMENT:
        return ServiceMethod.PERSONAL
    return ServiceMethod(case.service)


def _surety(case: Case) -> Act:
    return case.take(
        "record",
        "add_party",
        CLERK,
        role=PartyRole.DEBTOR.value,
        kind=PartyKind.PERSON.value,
        name=case.form["debtor_representative"],
        identifier=identities.resident_id(SURETY_BORN, SURETY),
        phone=identities.mobile(SURETY),
        address=case.form["debtor_address"],
        joint="yes",
    )


def _account(case: Case, step: str) -> Act:
    asked = case.turn % 2 == 0 and step == "confirm_account"
    made_on = case.form["made_on"]
    return case.take(
        POST_JUDGMENT,
        step,
        CLERK,
        creditor=case.party(PartyRole.CREDITOR),
        holder=case.form["creditor_name"],
        number=case.card(),
        bank="示例银行广州从化支行",
        route=(AccountRoute.HEARING if asked else AccountRoute.CONFIRMATION).value,
        evidence=f"{made_on}庭审笔录第5页" if asked else "收款账户确认书",
    )
