"""The holds of a matter (中止、暂缓), as the rules about sanctions see them."""

from duly.law.mechanism.stay import Stay
from duly.law.terms import HoldKind
from duly.procedure.models import Hold
from duly.registry.models import Matter
from duly.work.reading import once


def stays(matter: Matter) -> tuple[Stay, ...]:
    """Return the holds that were not undone, running or ended."""
    holds: list[Hold] = once(
        ("holds", matter.pk), lambda: list(Hold.objects.filter(matter=matter, undone_at=None))
    )
    return tuple(Stay(HoldKind(one.kind), one.start_date, one.end_date) for one in holds)
