"""Installing a court: once, with what it sets for itself, on record."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from duly.journal.models import Entry
from duly.law.terms import ProceedingKind
from duly.registry.court_setup import AlreadyInstalled, NewCourt, NewSetting, establish_court
from duly.registry.models import Court

COURT = NewCourt("粤0117", "广州市从化区人民法院")
AT = datetime(2026, 1, 5, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def _establish() -> Court:
    return establish_court(
        court=COURT,
        type_codes={ProceedingKind.URGING: "执诉前调"},
        settings=(NewSetting("small_claim_threshold", "100000.00", "审委会纪要"),),
        since=date(2026, 1, 1),
        at=AT,
    )


def test_a_court_has_only_the_codes_and_settings_that_were_given(db: None):
    court = _establish()
    assert {one.kind: one.code for one in court.type_codes.all()} == {"urging": "执诉前调"}
    assert [(one.value, one.source) for one in court.settings.all()] == [
        ("100000.00", "审委会纪要")
    ]


def test_the_installation_is_on_record(db: None):
    _establish()
    entry = Entry.objects.get(act="establish_court")
    assert entry.detail["type_codes"] == {"urging": "执诉前调"}


def test_a_court_is_installed_once(db: None):
    _establish()
    with pytest.raises(AlreadyInstalled, match="广州市从化区人民法院"):
        _establish()
    assert Court.objects.count() == 1


def test_an_installation_serves_several_courts(db: None):
    _establish()
    other = NewCourt("粤0118", "广州市增城区人民法院")
    establish_court(court=other, type_codes={}, settings=(), since=date(2026, 1, 1), at=AT)
    assert set(Court.objects.values_list("code", flat=True)) == {"粤0117", "粤0118"}
