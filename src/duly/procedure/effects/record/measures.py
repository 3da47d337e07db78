"""What entries about measures against property change."""

from duly.law.terms import MeasureKind
from duly.procedure.act import Act
from duly.procedure.models import Measure
from duly.procedure.refusal import Unanswered


def impose_measure(act: Act) -> None:
    """Record a preservation measure with its object and last day."""
    given = act.answers
    if given["expires_on"] <= given["imposed_on"]:
        raise Unanswered({"expires_on": "届满日期：应晚于起始日期"})
    Measure.objects.create(
        matter=act.matter,
        party=given["party"],
        kind=MeasureKind(given["kind"].value).value,
        object=given["object"],
        amount_fen=given["amount"].fen if given["amount"] else None,
        imposed_date=given["imposed_on"],
        expires_date=given["expires_on"],
        has_term=True,
        evidence=given["evidence"],
    )


EFFECTS = {"impose_measure": impose_measure}
