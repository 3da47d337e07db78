"""Facts for single permits under a consumption restriction (单次准许消费)."""

from datetime import date

from duly.law.mechanism.permit import Facts
from duly.law.terms import MeasureKind
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.models import Course, Measure
from duly.registry.models import Party


def gather(course: Course, on: date) -> Facts:
    """Return whether the restriction stands."""
    return Facts(on=on, in_force=restriction(debtor(course)) is not None)


def restriction(party: Party) -> Measure | None:
    """Return the newest consumption restriction of a debtor that stands."""
    orders = Measure.objects.filter(party=party, released_date=None)
    return orders.filter(kind=MeasureKind.CONSUMPTION_RESTRICTION.value).order_by("-pk").first()
