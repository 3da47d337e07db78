"""执行中督促: filed, noticed, contacted, and warned before listing."""

from collections.abc import Callable
from datetime import date, timedelta

from duly.law.terms import (
    DefaulterGround,
    FactQuestion,
    PartyRole,
    PropertyKind,
    Role,
    ServiceMethod,
)
from duly.simulation.case import Case
from duly.simulation.days import ONE_DAY
from duly.simulation.playing import Act, Story, StoryOf
from duly.simulation.stories.entries import contact, serve
from duly.simulation.stories.pre_enforcement import transferred

Telling = Callable[[Case], Story]
ENFORCEMENT, DEFAULTER_WARNING = "enforcement", "defaulter_warning"
JUDGE, ENFORCEMENT_CLERK = Role.ENFORCEMENT_JUDGE, Role.ENFORCEMENT_CLERK
NOTICE_PAPERS = ("enforcement-notice", "property-report-order", "property-report-form")
TERM = timedelta(days=15)
NOT_BARRED = {
    FactQuestion.SECURITY: "没有提供担保",
    FactQuestion.PRESERVED: "查控财产不足以清偿",
    FactQuestion.LATER_IN_ORDER: "没有履行顺序在先的义务人",
}
FOUND = {
    DefaulterGround.ABLE_BUT_REFUSING: (
        "名下账户近三个月有大额往来，有履行能力而拒不履行",
        "账户流水、房产查询结果",
    ),
    DefaulterGround.PROPERTY_REPORT: (
        "收到报告财产令后，期满未报告财产",
        "送达回证、期满未报告记录",
    ),
}


def filed(case: Case) -> Story:
    """The matter has its 执 number and its own account for the money."""
    yield from transferred(case)
    case.go_workdays(2)
    yield file(case)


def file(case: Case) -> Act:
    """The filing clerk gives the matter its number and its account."""
    return case.take(
        ENFORCEMENT,
        "file",
        Role.FILING_CLERK,
        funds_number=case.card(),
        funds_bank=f"示例银行{case.court.name}案款专户",
    )


def noticed(case: Case, before: Telling = filed) -> Story:
    """The three papers are issued and served, and the debtor has been spoken to."""
    yield from before(case)
    case.go_workdays(2)
    yield contact(case, JUDGE, "首次联系：告知执行案号、应履行的义务和不履行的后果")
    case.go_workdays(1)
    limit = (case.today + TERM).isoformat()
    yield case.take(ENFORCEMENT, "issue_notice", JUDGE, perform_by=limit, report_by=limit)
    case.go_workdays(1)
    for template in NOTICE_PAPERS:
        yield serve(
            case, case.paper(template), ENFORCEMENT_CLERK, method=ServiceMethod(case.service)
        )


def noticed_with_freeze(case: Case) -> Story:
    """The papers are out, and an account is frozen until next year."""
    yield from noticed(case)
    case.go_workdays(1)
    yield case.take(
        "record",
        "impose_measure",
        JUDGE,
        party=case.party(PartyRole.DEBTOR),
        kind=PropertyKind.FREEZE.value,
        object="示例银行尾号0001账户",
        amount=case.form["amount"],
        imposed_on=case.today.isoformat(),
        expires_on=_next_year(case.today).isoformat(),
        evidence="执行裁定书、协助冻结存款通知书",
    )


def called(case: Case, before: Telling = filed) -> Story:
    """The term of the notice is over, and the debtor is called once more."""
    yield from noticed(case, before)
    case.go(case.today + TERM)
    yield contact(case, JUDGE, "催促履行并报告财产，再次告知将被纳入失信名单的后果")


def ground_found(case: Case, ground: DefaulterGround, before: Telling = filed) -> Story:
    """The judge finds a ground for listing."""
    yield from called(case, before)
    case.go_workdays(1)
    reasons, evidence = FOUND[ground]
    yield case.take(
        DEFAULTER_WARNING,
        "find_ground",
        JUDGE,
        ground=ground.value,
        reasons=reasons,
        evidence=evidence,
    )
    if ground is DefaulterGround.ABLE_BUT_REFUSING:
        yield from _not_barred(case)


def warned(case: Case, ground: DefaulterGround, before: Telling = filed) -> StoryOf[date]:
    """The judge finds a ground and warns before listing. Returns the last day of the warning."""
    yield from ground_found(case, ground, before)
    last_day = case.today + TERM
    yield case.take(DEFAULTER_WARNING, "issue_warning", JUDGE, last_day=last_day.isoformat())
    yield serve(
        case,
        case.paper("defaulter-warning"),
        ENFORCEMENT_CLERK,
        method=ServiceMethod(case.service),
    )
    return last_day


def warned_for_no_report(case: Case) -> Story:
    """Warned for withholding the property report; the term runs."""
    yield from warned(case, DefaulterGround.PROPERTY_REPORT)


def _not_barred(case: Case) -> Story:
    for question, reasons in NOT_BARRED.items():
        yield case.take(
            "record",
            "find_fact",
            JUDGE,
            question=question.value,
            party=case.party(PartyRole.DEBTOR),
            holds="no",
            reasons=reasons,
            evidence="财产查控反馈",
        )


def _next_year(day: date) -> date:
    return day + timedelta(days=365) - ONE_DAY
