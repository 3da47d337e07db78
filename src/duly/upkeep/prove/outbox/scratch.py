"""A court for the proof alone: one matter, one clerk, many messages waiting, one gateway."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from duly.accounts.models import Post, User
from duly.crypto import keyring
from duly.law.terms import Cause, Channel, PartyKind, PartyRole, Purpose, Role
from duly.outreach.models import Errand, Message, MessageState
from duly.outreach.outbox.times import GIVE_UP
from duly.registry.models import Court, Matter, Party

START = datetime(2026, 3, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
CODE, CLERK, SUPPLIER = "粤9901", "证明员", "proof"
# The court of the proof never sleeps: the clock of its worker leaps from life to life.
_LADDER = """
automatic = []
urging = [{ channel = "sms", wait_days = 0 }]
service = []
[quiet]
from = 23:59:59
to = 00:00:00
rest_days = false
[caps]
a_day = 1
a_week = 1
in_all = 1
"""
_SUPPLIER = """
[[supplier]]
name = "{name}"
channels = ["sms"]
adapter = "http"
url = "{url}"
timeout = 5
dedupes_by_id = {dedupes}
can_query_by_id = {answers}
gives_receipts = true
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of gateway: what it can be relied on for."""

    chinese: str
    dedupes: bool = False
    answers: bool = False


KINDS = (
    Kind("按编号去重", dedupes=True),
    Kind("可按编号查询", answers=True),
    Kind("都不能"),
)


@contextmanager
def gateway(kind: Kind, file: Path) -> Iterator[None]:
    """Run a gateway in a process of its own, and declare it as the court's only supplier."""
    key = settings.DULY_KEYS / "shared" / f"supplier-{SUPPLIER}.key"
    keyring.key(key)
    words = ("-m", "duly.upkeep.prove.outbox.gateway", str(file), str(key))
    dedupes = "dedupes" if kind.dedupes else "repeats"
    with subprocess.Popen(
        [sys.executable, *words, dedupes], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            _declare(kind, process.stdout.readline().strip())
            yield
        finally:
            process.kill()


def _declare(kind: Kind, url: str) -> None:
    folder = settings.DULY_HOME / "outreach"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{CODE}.toml").write_text(_LADDER, encoding="utf-8")
    told = {"dedupes": str(kind.dedupes).lower(), "answers": str(kind.answers).lower()}
    text = _SUPPLIER.format(name=SUPPLIER, url=url, **told)
    (folder / "suppliers.toml").write_text(text, encoding="utf-8")


@transaction.atomic
def fill(count: int) -> list[str]:
    """Put so many messages into the outbox. Return their ids."""
    court, _ = Court.objects.get_or_create(code=CODE, defaults={"name": "证明法院"})
    clerk, made = User.objects.get_or_create(username="proof", defaults={"full_name": CLERK})
    if made:
        Post.objects.create(user=clerk, role=Role.TRIAL_CLERK.value, since=date(2020, 1, 1))
    matter = Matter.objects.create(
        court=court, cause="买卖合同纠纷", focus=Cause.COMMERCIAL.value, opened_at=START
    )
    party = Party.objects.create(
        matter=matter,
        role=PartyRole.DEBTOR.value,
        kind=PartyKind.PERSON.value,
        name="陈示例",
    )
    errand = Errand.objects.create(
        matter=matter,
        party=party,
        purpose=Purpose.URGING.value,
        opened_by=clerk,
        opened_at=START,
    )
    made_now = Message.objects.bulk_create(_message(errand, number) for number in range(count))
    return [str(message.pk) for message in made_now]


def _message(errand: Errand, number: int) -> Message:
    return Message(
        errand=errand,
        channel=Channel.SMS.value,
        address=f"1380000{number:04}",
        person_index="proof",
        text=f"第{number}条",
        state=MessageState.QUEUED.value,
        supplier=SUPPLIER,
        made_at=START,
        next_at=START,
        give_up_at=START + GIVE_UP,
    )
