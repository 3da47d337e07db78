"""A demo court's day moves forward; a real court's is the day."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from duly.work import clock

TODAY = timezone.localdate


@pytest.fixture
def demo(settings: Any, tmp_path: Path) -> None:
    settings.DULY_DEMO_CLOCK = tmp_path / "demo-clock"


def test_a_real_court_has_no_other_day(settings: Any):
    assert settings.DULY_DEMO_CLOCK is None
    with pytest.raises(clock.NotMoved):
        clock.move_to(TODAY() + timedelta(days=1))
    assert clock.today() == TODAY()


def test_a_demo_court_goes_on_from_the_day_it_was_moved_to(demo: None):
    before = clock.now()
    clock.move_to(TODAY() + timedelta(days=40))
    assert clock.today() == TODAY() + timedelta(days=40)
    assert timedelta(days=40) <= clock.now() - before < timedelta(days=40, minutes=1)


@pytest.mark.parametrize("days", [39, -1, 3 * 366 + 1])
def test_a_demo_court_never_goes_back_nor_too_far(demo: None, days: int):
    clock.move_to(TODAY() + timedelta(days=40))
    with pytest.raises(clock.NotMoved):
        clock.move_to(TODAY() + timedelta(days=days))
    assert clock.today() == TODAY() + timedelta(days=40)


def test_no_day_is_read_from_a_damaged_file(demo: None, settings: Any):
    Path(settings.DULY_DEMO_CLOCK).write_text("tomorrow", encoding="ascii")
    with pytest.raises(ValueError, match="tomorrow"):
        clock.today()


def test_days_are_court_days():
    assert isinstance(clock.today(), date)
    assert str(clock.now().tzinfo) == "Asia/Shanghai"
