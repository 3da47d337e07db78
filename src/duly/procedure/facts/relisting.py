"""Until when an applicant who consented to a deletion may not ask for listing again."""

from datetime import date

from django.db.models import QuerySet

from duly.law.mechanism.commitment.doors import barred_until
from duly.law.mechanism.listing.facts import DeletionGround
from duly.law.terms import MeasureKind
from duly.procedure.models import Lifted, Measure, StepTaken
from duly.registry.court_files import calendar
from duly.registry.models import Party


def relisting_barred_until(party: Party) -> date | None:
    """Return the last day on which the applicant may not ask for listing again (失信规定 10, 4)."""
    days = [*_deleted_on_consent(party), *_lifted_for_repair(party)]
    return max((barred_until(day, calendar()) for day in days), default=None)


def _deleted_on_consent(party: Party) -> list[date]:
    consented = StepTaken.objects.filter(
        course__party=party,
        name="decide_deletion",
        answers__ground=DeletionGround.ON_CONSENT.value,
    )
    if not consented.exists():
        return []
    return _days(
        Measure.objects.filter(
            party=party,
            kind=MeasureKind.DEFAULTER_LISTING.value,
            has_term=False,
            released_date__isnull=False,
            lifted_for=None,
        )
    )


def _lifted_for_repair(party: Party) -> list[date]:
    lifted = Lifted.objects.filter(
        commitment__party=party,
        measure__kind=MeasureKind.DEFAULTER_LISTING.value,
        measure__has_term=False,
    )
    return _days(Measure.objects.filter(pk__in=lifted.values("measure")))


def _days(measures: QuerySet[Measure]) -> list[date]:
    return [day for day in measures.values_list("released_date", flat=True) if day is not None]
