"""What the court has registered already, by the numbers of its instruments."""

from collections import defaultdict
from collections.abc import Collection

from duly.registry.models import Court, Instrument, Matter


def registered_under(numbers: Collection[str], court: Court) -> dict[int, set[str]]:
    """Return the matters of a court that have one of these instruments, and which of them.

    The instruments are looked up first, and alone: asked for a court's instruments by number,
    a database may walk all matters of the court.
    """
    found: defaultdict[int, set[str]] = defaultdict(set)
    for matter_id, number in Instrument.objects.filter(number__in=numbers).values_list(
        "matter_id", "number"
    ):
        found[matter_id].add(number)
    courts = Matter.objects.filter(pk__in=found).values_list("pk", "court_id")
    return {matter_id: found[matter_id] for matter_id, held in courts if held == court.pk}
