"""Import registers what the form would, all of it or nothing, and never twice."""

from duly.ledger.models import Obligation
from duly.procedure.models import Course
from duly.registry.models import Matter
from tests.intake.conftest import Desk, matter, told


def test_first(desk: Desk):
    report = desk.take_in([matter(100), matter(101)])
    assert told(report) == []
    assert report.stored == 2
