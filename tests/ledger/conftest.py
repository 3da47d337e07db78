"""A court with one matter: 申请人甲 and 乙 against 被执行人丙 and 丁."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.test import override_settings

from duly.accounts.models import User
from duly.law.terms import PartyRole
from duly.registry.models import Court, Instrument, Matter, Party
from tests.ledger.casebook import AT, Book


@pytest.fixture
def book(db: None, tmp_path: Path) -> Iterator[Book]:
    with override_settings(DULY_LAW=tmp_path):
        yield registered()


def registered() -> Book:
    court = Court.objects.create(code="粤0117", name="示例法院")
    matter = Matter.objects.create(
        court=court, cause="买卖合同纠纷", focus="commercial", opened_at=AT
    )
    instrument = Instrument.objects.create(
        matter=matter,
        kind="judgment",
        outcome="first_instance",
        court_name="示例法院",
        court_code="粤0117",
        number="（2022）粤0117民初1号",
        made_date=date(2022, 1, 1),
    )
    names = {
        "first": ("申请人甲", PartyRole.CREDITOR),
        "second": ("申请人乙", PartyRole.CREDITOR),
        "debtor": ("被执行人丙", PartyRole.DEBTOR),
        "other_debtor": ("被执行人丁", PartyRole.DEBTOR),
    }
    parties = {
        key: Party.objects.create(matter=matter, role=role, kind="person", name=name)
        for key, (name, role) in names.items()
    }
    clerk = User.objects.create_user("clerk", full_name="立案庭王")
    return Book(matter=matter, instrument=instrument, clerk=clerk, **parties)
