"""What the rules of each mechanism are told, read from the record on a day."""

from collections.abc import Callable
from datetime import date
from typing import Any

from duly.procedure.facts import (
    certificate,
    commitment,
    defaulter_warning,
    detention_warning,
    enforcement,
    fine_warning,
    listing,
    objection_notice,
    payout,
    permit,
    post_judgment,
    pre_enforcement,
    record,
    referral,
    release,
    revocation,
)
from duly.procedure.models import Course
from duly.work.reading import one_reading

_GATHER: dict[str, Callable[[Course, date], Any]] = {
    "record": record.gather,
    "post_judgment": post_judgment.gather,
    "pre_enforcement": pre_enforcement.gather,
    "enforcement": enforcement.gather,
    "defaulter_warning": defaulter_warning.gather,
    "fine_warning": fine_warning.gather,
    "detention_warning": detention_warning.gather,
    "referral": referral.gather,
    "certificate": certificate.gather,
    "payout": payout.gather,
    "release": release.gather,
    "objection_notice": objection_notice.gather,
    "commitment": commitment.gather,
    "listing": listing.gather,
    "permit": permit.gather,
    "revocation": revocation.gather,
}


def gather(course: Course, on: date) -> Any:
    """Return the facts of a course's mechanism, as the record shows them on a day."""
    with one_reading():
        return _GATHER[course.mechanism](course, on)
