"""Things against which enforcement is stayed: an outsider's objection to them was upheld."""

from duly.law.mechanism.objection_notice.facts import Ruling, object_key
from duly.law.terms import ObjectionKind
from duly.procedure.models import Measure, Objection
from duly.registry.models import Matter
from duly.work.reading import once


def stayed(matter: Matter) -> list[Objection]:
    """Return the upheld objections to things in a matter, their remedies open or over."""
    upheld: list[Objection] = once(
        ("stayed", matter.pk),
        lambda: list(
            Objection.objects.filter(
                matter=matter, kind=ObjectionKind.THING.value, outcome=Ruling.UPHELD.value
            ).select_related("objector", "course__proceeding")
        ),
    )
    return upheld


def stayed_by(matter: Matter, thing: str) -> Objection | None:
    """Return the objection that stays enforcement against a thing; None where none does."""
    key = object_key(thing)
    return next((one for one in stayed(matter) if one.object_key == key), None)


def freed(measure: Measure) -> Objection | None:
    """Return the objection that finally freed the object of a measure, which is to be lifted."""
    return next(
        (
            one
            for one in stayed(measure.matter)
            if one.measure_id == measure.pk and one.ended_date is not None
        ),
        None,
    )
