"""What must hold after every event, written from the record alone and never by asking a rule."""

from collections.abc import Callable

from duly.upkeep.prove.procedure.driver import Event
from duly.upkeep.prove.procedure.invariants import (
    certificates,
    measures,
    money,
    order,
    promises,
    sanctions,
)
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Act

Check = Callable[[Matter, Act], None]

AFTER_STEP: tuple[Check, ...] = (
    *order.AFTER_STEP,
    *sanctions.AFTER_STEP,
    *certificates.AFTER_STEP,
    *measures.AFTER_STEP,
    *promises.AFTER_STEP,
    *money.AFTER_STEP,
)
ALWAYS: tuple[Callable[[Matter], None], ...] = (measures.no_release_is_late_unseen,)
AT_TIMES: tuple[Callable[[Matter], None], ...] = (
    money.paid_and_owing_make_due,
    order.every_open_course_has_a_next_step,
)
AT_TIMES_OF = 25


def hold(matter: Matter, event: Event) -> None:
    """See that every invariant holds after an event. Raises Violation."""
    if event.act is not None:
        for check in AFTER_STEP:
            check(matter, event.act)
    for always in ALWAYS:
        always(matter)
    if matter.version % AT_TIMES_OF == 0:
        for at_times in AT_TIMES:
            at_times(matter)
