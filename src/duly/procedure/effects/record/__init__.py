"""What entries in a matter's record change, by the noun that they are about."""

from duly.procedure.effects.record import (
    applications,
    findings,
    holds,
    instruments,
    measures,
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
    **measures.EFFECTS,
    **holds.EFFECTS,
    **applications.EFFECTS,
}
