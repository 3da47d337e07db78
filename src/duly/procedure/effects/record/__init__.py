"""What entries in a matter's record change, by the noun that they are about."""

from duly.procedure.effects import account
from duly.procedure.effects.record import (
    applications,
    findings,
    holds,
    instruments,
    measures,
    money,
    obligations,
    parties,
    performance,
    reach,
)

EFFECTS = {
    **reach.EFFECTS,
    **performance.EFFECTS,
    **findings.EFFECTS,
    **instruments.EFFECTS,
    **parties.EFFECTS,
    **obligations.EFFECTS,
    **money.EFFECTS,
    **measures.EFFECTS,
    **holds.EFFECTS,
    **applications.EFFECTS,
    **account.EFFECTS,
}
