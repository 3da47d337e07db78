"""A matter with a debtor to be reached, suppliers that carry, and a worker's turn."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from duly.crypto import keyring
from duly.law.terms import Purpose, Role
from duly.outreach import errands, turn
from duly.outreach.models import Errand, Message
from duly.registry.models import ContactPoint, ContactPointKind, Court, Party
from duly.upkeep.prove.outbox.gateway import Gateway
from tests.procedure.conftest import Walk, court, laid, on_disk, staff, walk

__all__ = ["court", "laid", "on_disk", "staff", "walk"]

FOLDER = "outreach"
HTTP = """
[[supplier]]
name = "{name}"
channels = ["sms"]
adapter = "http"
url = "{url}"
timeout = 2
dedupes_by_id = {dedupes}
can_query_by_id = {queries}
gives_receipts = true
"""

Declare = Callable[..., Gateway]


@pytest.fixture
def suppliers(tmp_path: Path, settings: Any) -> Path:
    """The file in which the court of this test declares its suppliers."""
    file = tmp_path / FOLDER / "suppliers.toml"
    file.parent.mkdir()
    file.write_text("supplier = []\n", encoding="utf-8")
    settings.DULY_HOME = tmp_path
    return file


@pytest.fixture
def gateway(suppliers: Path, tmp_path: Path) -> Iterator[Declare]:
    """Start a gateway and declare it, after those that were declared before."""
    started = []

    def start(name: str = "sms-a", *, dedupes: bool = False, queries: bool = False) -> Gateway:
        key = keyring.key(settings.DULY_KEYS / "shared" / f"supplier-{name}.key")
        one = Gateway(tmp_path / f"{name}.txt", key, dedupes=dedupes).start()
        started.append(one)
        text = suppliers.read_text(encoding="utf-8").replace("supplier = []\n", "")
        told = {"dedupes": str(dedupes).lower(), "queries": str(queries).lower()}
        suppliers.write_text(text + HTTP.format(name=name, url=one.url, **told), encoding="utf-8")
        return one

    yield start
    for one in started:
        one.stop()


@pytest.fixture
def debtor(walk: Walk) -> Party:
    """The debtor of a registered matter, whose court can be telephoned."""
    Court.objects.update(phone="020-87000000", address="广州市从化区示例路9号")
    return walk.matter.parties.get(role="debtor")


def mail_of(party: Party, *, consent: bool = True) -> ContactPoint:
    return ContactPoint.objects.create(
        party=party,
        kind=ContactPointKind.EMAIL.value,
        value="chen@example.invalid",
        value_index="-",
        source="送达地址确认书",
        confirmed_for_service=consent,
        electronic_consent=consent,
        recorded_at=datetime(2026, 3, 2, 12).astimezone(),
    )


def urge(party: Party, walk: Walk) -> Errand:
    return errands.open_errand(
        party=party, purpose=Purpose.URGING, actor=walk.staff[Role.TRIAL_CLERK], at=walk.at
    )


def only(errand: Errand) -> Message:
    return Message.objects.get(errand=errand)


def turns(at: datetime, count: int = 1, *, apart: timedelta = timedelta(minutes=3)) -> datetime:
    """Let the worker take its turns; return the moment of the last."""
    for number in range(count):
        turn.turn(at=at + number * apart)
    return at + (count - 1) * apart
