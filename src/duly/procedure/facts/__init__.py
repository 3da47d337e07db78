"""What the rules of each mechanism are told, read from the record on a day."""

from collections.abc import Callable
from datetime import date
from typing import Any

from duly.procedure.facts import (
    certificate,
    debt,
    defaulter_warning,
    enforcement,
    post_judgment,
    pre_enforcement,
    record,
    release,
)
from duly.procedure.models import Course

_GATHER: dict[str, Callable[[Course, date], Any]] = {
    "record": record.gather,
    "post_judgment": post_judgment.gather,
    "pre_enforcement": pre_enforcement.gather,
    "enforcement": enforcement.gather,
    "defaulter_warning": defaulter_warning.gather,
    "certificate": certificate.gather,
    "release": release.gather,
}


def gather(course: Course, on: date) -> Any:
    """Return the facts of a course's mechanism, as the record shows them on a day."""
    with debt.one_reading():
        return _GATHER[course.mechanism](course, on)
