"""Facts for single permits under a consumption restriction (单次准许消费)."""

from datetime import date

from duly.law.mechanism.permit import Facts
from duly.law.terms import MeasureKind
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.facts.listing import newest
from duly.procedure.models import Course


def gather(course: Course, on: date) -> Facts:
    """Return whether the restriction stands."""
    order = newest(debtor(course), MeasureKind.CONSUMPTION_RESTRICTION)
    return Facts(on=on, in_force=order is not None and order.released_date is None)
