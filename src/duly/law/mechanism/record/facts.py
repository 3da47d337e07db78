"""What the rules about a matter's record need to know, and who may add to it."""

from dataclasses import dataclass
from datetime import date

from duly.law.finding import Finding, all_of, ground
from duly.law.sources import clause
from duly.law.terms import Role, Term


class State(Term):
    """A matter's record is open until the matter is archived."""

    OPEN = "open", "在办"
    CLOSED = "closed", "已归档"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules about the record need to know.

    `held_since` is the first day of a hold that runs; `has_holds` tells of any that stands.
    `rest_left` is that urging ended with a part unperformed and nothing pursues it;
    `fee_unset` that enforcement is filed and no enforcement fee on record. `closed_unpaid`
    names the stage that closed as performed though the debt is owed again. `keeps_account`
    is that the payee account is the record's to keep: no post-judgment urging is open.
    """

    on: date
    open_courses: int
    releases_owed: int
    held_since: date | None = None
    has_holds: bool = False
    rest_left: bool = False
    fee_unset: bool = False
    closed_unpaid: str = ""
    keeps_account: bool = False
    account_complete: bool = False
    account_change_pending: bool = False
    account_held_until: date | None = None


OPEN = frozenset({State.OPEN})
TRIAL = frozenset({Role.TRIAL_CLERK, Role.TRIAL_JUDGE})
FILING = frozenset({Role.FILING_CLERK, Role.FILING_HEAD})
JUDGES = frozenset({Role.ENFORCEMENT_JUDGE})
DIVISIONS = TRIAL | FILING | JUDGES | {Role.ENFORCEMENT_CLERK}
EMERGENCY_FINDERS = JUDGES | FILING


def nothing_left_to_do(facts: Facts) -> Finding:
    """Return whether a matter may be archived: no running course, no release owed."""
    basis = clause("三(六)2")
    return all_of(
        "是否可以归档",
        (
            ground(
                basis,
                facts.open_courses == 0,
                met="各项程序均已办结",
                not_met=f"还有{facts.open_courses}项程序没有办结",
                unknown="",
                change="先办结各项程序",
            ),
            ground(
                basis,
                facts.releases_owed == 0,
                met="没有待解除的措施",
                not_met=f"还有{facts.releases_owed}项措施没有解除",
                unknown="",
                change="先解除各项措施",
            ),
        ),
    )
