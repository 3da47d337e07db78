"""The way to a listing without a term, and to the proposal of its temporary repair."""

from datetime import date

from duly.law.terms import Role
from duly.procedure.models import Course
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.walks import JUDGE, PRESIDENT

CLERK = Role.ENFORCEMENT_CLERK


@walks.way
def list_on_ability(walk: Walk) -> None:
    """List on ground (一) alone: the listing has no term."""
    walks.to_enforcement(walk)
    walk.on = date(2026, 6, 2)
    walk.take(
        "defaulter_warning",
        "find_ground",
        JUDGE,
        ground="1",
        reasons="有银行存款而拒不履行",
        evidence="查询结果",
    )
    for question in ("security", "preserved", "later_in_order"):
        walk.take(
            "record",
            "find_fact",
            JUDGE,
            question=question,
            party=walk.party("debtor"),
            holds="no",
            reasons="经审查没有这一情形",
        )
    walk.take("defaulter_warning", "issue_warning", JUDGE, last_day="2026-06-17")
    walk.serve_paper("defaulter-warning", JUDGE)
    walk.on = date(2026, 6, 18)
    walk.take(
        "defaulter_warning",
        "propose_listing",
        JUDGE,
        reasons="名下有存款，经本院责令仍未履行",
        extra_years="0",
        grace_months="0",
    )
    walk.take("defaulter_warning", "approve_listing", PRESIDENT)
    walk.take("defaulter_warning", "publish", JUDGE, evidence="名单库流水号440199001")


def ask_for_repair(walk: Walk, **changes: str) -> Course:
    told = {
        "party": walk.party("debtor"),
        "applied_on": walk.on.isoformat(),
        "reason": "承接政府采购项目需要参加投标",
        "measures": "both",
        "repair_from": "2026-07-01",
        "repair_until": "2026-08-31",
        "promised_on": "2026-08-31",
        "evidence": "执行卷第30页",
        **changes,
    }
    walk.take("record", "receive_repair", CLERK, **told)
    return walk.course("commitment")


def to_proposal(walk: Walk, course: Course) -> None:
    day = walk.on.isoformat()
    walk.take_on(course, "record_consent", CLERK, consented_on=day, evidence="书面同意，第31页")
    walk.take_on(course, "print_repair", CLERK)
    walk.take_on(course, "sign_repair", CLERK, signed_on=day, evidence="承诺书，第32页")
