"""Facts for a commitment (信用承诺): the settlement or the repair, and the measures it is about."""

from datetime import date

from django.db.models import QuerySet

from duly.law.mechanism.commitment.facts import Facts, Lifting
from duly.law.terms import CommitmentKind, MeasureKind, RepairScope
from duly.procedure.facts import case_file, debt
from duly.procedure.facts.stays import stays
from duly.procedure.models import Commitment, Course, Measure


def gather(course: Course, on: date) -> Facts:
    """Return what the record shows of consent, signature, performance and measures."""
    promise: Commitment = course.commitment
    matter, party, agreed = course.matter, promise.party, promise.settlement
    corrected = case_file.newest_step(course, "find_corrected")
    return Facts(
        on=on,
        kind=CommitmentKind(promise.kind),
        owing=debt.owing(matter, on, party),
        performed=debt.performed(matter, on, party),
        settlement_performed=agreed.performed if agreed else None,
        settlement_ended=agreed is not None and agreed.performed is not None,
        good_reason=case_file.newest_step(course, "find_good_reason") is not None,
        consented_on=promise.consented_date,
        signed_on=promise.signed_date,
        repair_from=promise.repair_from,
        repair_until=promise.repair_until,
        promised_on=promise.promised_date,
        measures=tuple(_lifting(one) for one in measures(promise)),
        listed=_in_force(promise).filter(kind=MeasureKind.DEFAULTER_LISTING.value).exists(),
        corrected=bool(corrected.answers["corrected"]) if corrected else None,
        stays=stays(matter),
    )


def measures(promise: Commitment) -> list[Measure]:
    """Return the measures lifted for a repair, or before that the ones it asks to lift."""
    lifted = [one.measure for one in promise.lifted.select_related("measure").order_by("pk")]
    if lifted or not promise.measures:
        return lifted
    kinds = [kind.value for kind in RepairScope(promise.measures).kinds]
    return list(_in_force(promise).filter(kind__in=kinds).order_by("pk"))


def restorable(promise: Commitment, on: date) -> list[Measure]:
    """Return the measures lifted of which something is left on a day."""
    return [one for one in measures(promise) if _lifting(one).can_be_restored(on)]


def _in_force(promise: Commitment) -> QuerySet[Measure]:
    return Measure.objects.filter(party=promise.party, released_date=None)


def _lifting(measure: Measure) -> Lifting:
    return Lifting(MeasureKind(measure.kind), measure.has_term, measure.expires_date)
