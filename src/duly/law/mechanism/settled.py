"""What a settlement does to a fine or detention warning: reaching it is enough, breach undoes it.

三(二)2 and 三(三)2 speak of a settlement *reached* (达成和解协议), unlike 三(一)2, which wants
it performed. A breached one takes the warning with it: a new warning is needed.
"""

from duly.law.calendar import in_digits
from duly.law.finding import Ground, ground
from duly.law.mechanism.warning import Settlement, Warning
from duly.law.sources import clause


def reached_in_term(
    settlement: Settlement | None, warning: Warning | None, reference: str
) -> Ground:
    """Return the ground that a settlement, not breached, was reached within the term."""
    standing = settlement is not None and settlement.performed is not False
    in_time = settlement is not None and (
        warning is None or settlement.reached_on <= warning.last_day
    )
    return ground(
        clause(reference),
        standing and in_time,
        met=f"已于{in_digits(settlement.reached_on)}达成和解协议" if settlement else "",
        not_met=f"{in_digits(settlement.reached_on)}才达成和解协议，限期已经届满"
        if settlement and standing
        else "没有达成和解协议，或者已认定违反",
        unknown="",
        change="协议履行完毕后办结" if standing else "在限期内达成和解协议并登记",
    )


def none_runs(settlement: Settlement | None, reference: str) -> Ground:
    """Return the ground that no settlement is running."""
    return ground(
        clause(reference),
        settlement is None or settlement.performed is not None,
        met="没有正在履行的和解协议",
        not_met="和解协议正在履行",
        unknown="",
        change="等到协议履行完毕或者认定违反协议",
    )


def leaves_warning(
    settlement: Settlement | None, warning: Warning | None, reference: str
) -> Ground:
    """Return the ground that no breached settlement has used up the warning."""
    spent = (
        settlement is not None
        and warning is not None
        and settlement.performed is False
        and (
            settlement.reached_on >= warning.issued_on
            or (settlement.ended_on is not None and settlement.ended_on > warning.issued_on)
        )
    )
    return ground(
        clause(reference),
        not spent,
        met="提醒之后没有达成又违反的和解协议",
        not_met="提醒之后达成的和解协议已被违反，原提醒不再作为处罚的依据",
        unknown="",
        change="重新发出提醒，另定期限",
    )
