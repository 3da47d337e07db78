"""The ferry (摆渡): signed, numbered files in two folders, for machines that must not connect.

Somebody, or a one-way device, carries the files of one side's `out` into the other side's `into`.
A file holds one line of JSON and one line with its authentication code under the shared key. Each
side takes the other's files in the order of their numbers, each once; a file that is altered,
repeated, missing, or its own is not taken.
"""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Max

from duly.crypto import provider
from duly.outreach import signing
from duly.outreach.models import FerryBatch, Way

Item = Mapping[str, Any]


class FerryRefused(ValueError):
    """The next file is not what the other side wrote; nothing after it is taken."""


@dataclass(frozen=True, slots=True)
class Ferry:
    """One side of a ferry. `side` names this one; the other side's name differs."""

    name: str
    side: str
    out: Path
    into: Path

    @property
    def key(self) -> str:
        """The name of the key that both sides hold."""
        return f"ferry-{self.name}"


@transaction.atomic
def put(ferry: Ferry, items: Sequence[Item], *, at: datetime) -> int:
    """Give the next number to a batch, in the transaction of what it tells of. Return it.

    `flush` writes it out once that is committed.
    """
    number = _last(ferry, Way.OUT) + 1
    content = {
        "ferry": ferry.name,
        "from": ferry.side,
        "number": number,
        "at": at.isoformat(),
        "items": list(items),
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    FerryBatch.objects.create(**_own(ferry, Way.OUT), number=number, content=text, at=at)
    return number


def flush(ferry: Ferry) -> int:
    """Write every batch that is not in the folder yet, in order. Return how many.

    It may be repeated after a crash: a file has the same bytes each time.
    """
    waiting = FerryBatch.objects.filter(**_own(ferry, Way.OUT), written=False)
    written = 0
    for batch in waiting.order_by("number"):
        body = batch.content.encode()
        _write(ferry.out / _file(batch.number), body, provider.mac(body, ferry.key))
        batch.content, batch.written = "", True
        batch.save(update_fields=["content", "written"])
        written += 1
    return written


def take(ferry: Ferry, receive: Callable[[Sequence[Item]], object], *, at: datetime) -> int:
    """Take in the files that follow, in order, each in one transaction. Return how many.

    :raises FerryRefused: at the first that is not what the other side wrote.
    """
    taken = 0
    while True:
        with transaction.atomic():
            number = _last(ferry, Way.IN) + 1
            path = ferry.into / _file(number)
            if not path.exists():
                return taken
            items = _read(ferry, number, path.read_bytes())
            FerryBatch.objects.create(**_own(ferry, Way.IN), number=number, written=True, at=at)
            receive(items)
        taken += 1


def _own(ferry: Ferry, way: Way) -> dict[str, str]:
    return {"ferry": ferry.name, "side": ferry.side, "way": way.value}


def _last(ferry: Ferry, way: Way) -> int:
    rows = FerryBatch.objects.filter(**_own(ferry, way))
    # Two writers wait for each other here; the first number of all is guarded by its constraint.
    list(rows.select_for_update().order_by("-number")[:1])
    return rows.aggregate(last=Max("number"))["last"] or 0


def _file(number: int) -> str:
    return f"{number:08d}.json"


def _write(path: Path, body: bytes, mac: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    with draft.open("wb") as file:
        file.write(body + b"\n" + mac.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _read(ferry: Ferry, number: int, content: bytes) -> Sequence[Item]:
    body, _, code = content.rstrip(b"\n").rpartition(b"\n")
    if not signing.matches(body, key=ferry.key, signature=code.decode("ascii", "replace")):
        raise FerryRefused(f"摆渡文件{_file(number)}的签名不符，未予接收")
    told = json.loads(body)
    if (told["ferry"], told["number"]) != (ferry.name, number) or told["from"] == ferry.side:
        raise FerryRefused(f"摆渡文件{_file(number)}不是对方的第{number}号文件，未予接收")
    items: Sequence[Item] = told["items"]
    return items
