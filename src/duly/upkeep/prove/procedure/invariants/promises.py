"""Temporary repairs: by consent, for days that end, and restored exactly as it was."""

from duly.upkeep.prove.procedure.invariants.evidence import demand, done
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Act, Measure


def a_repair_restores_exactly(matter: Matter, act: Act) -> None:
    """What comes back is what was lifted and has not expired: kind, object, limit, last day."""
    promise = act.course.promise
    if act.step.name != "approve_restore" or promise is None:
        return
    expected = [
        _shape(one)
        for one in promise.lifted
        if one.expires_on is None or one.expires_on >= matter.today
    ]
    demand([_shape(one) for one in promise.restored] == expected, "restored is not what was lifted")
    demand(expected, "restored nothing")
    for one in promise.restored:
        demand(one.released_on is None or done(matter, one.person), "restored and not in force")
    ends = [day for day in (promise.repair_until, promise.promised_on) if day is not None]
    demand(ends and min(ends) < act.on, "restored before the repair was over")


def _shape(one: Measure) -> tuple[object, ...]:
    return one.person, one.kind, one.thing, one.fen, one.has_term, one.expires_on


def a_repair_rests_on_consent(matter: Matter, act: Act) -> None:
    """Nothing is lifted for a time without consent, signature, president and an end."""
    promise = act.course.promise
    if act.step.name != "lift_measures" or promise is None:
        return
    demand(promise.consented_on is not None, "lifted without the applicant's consent")
    demand(promise.signed_on is not None, "lifted without the debtor's promise")
    demand(promise.repair_until is not None, "lifted for ever")
    approved = any(one.name == "approve_repair" for one in act.course.taken)
    demand(approved, "lifted without the president")
    day, first, last = act.answers["done_on"], promise.repair_from, promise.repair_until
    demand(first and last and first <= day <= last, f"lifted on {day}, outside {first} to {last}")
    demand(matter.enforcement_filed, "a repair before enforcement")


def a_promise_is_kept_only_by_performance(matter: Matter, act: Act) -> None:
    """A commitment ends well only where debt or settlement was performed in full."""
    promise = act.course.promise
    if act.step.name == "end_kept" and promise is not None:
        own = promise.agreed is not None and promise.agreed.performed is True
        demand(own or matter.performed(promise.person) is True, "kept without performance")
    if act.step.name == "end_breached" and promise is not None:
        breached = promise.agreed is not None and promise.agreed.performed is False
        demand(breached, "found breached though nothing was breached")
        excused = any(one.name == "find_good_reason" for one in act.course.taken)
        demand(not excused, "found breached though excused")


AFTER_STEP = (
    a_repair_restores_exactly,
    a_repair_rests_on_consent,
    a_promise_is_kept_only_by_performance,
)
