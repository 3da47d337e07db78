"""What granting a single permit changes."""

from datetime import date

from duly.procedure.act import Act
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.facts.permit import restriction
from duly.procedure.models import Permit


def grant(act: Act) -> None:
    """Put the permit on record with its days; it lifts nothing else."""
    (paper,) = act.papers
    measure = restriction(debtor(act.course))
    if measure is None:
        return
    Permit.objects.create(
        measure=measure,
        paper=paper,
        purpose=act.given("what"),
        from_date=date.fromisoformat(act.given("permit_from")),
        until_date=date.fromisoformat(act.given("permit_until")),
    )


AFTERMATH = {"grant_permit": grant}
