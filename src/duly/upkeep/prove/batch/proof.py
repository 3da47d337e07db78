"""Run one batch twice, once in peace and once killed over and over: the same, to the byte."""

import sqlite3
import time
from dataclasses import dataclass
from filecmp import cmpfiles
from functools import partial
from pathlib import Path
from random import Random

from django.conf import settings
from django.db import connection

from duly.batch import working
from duly.batch.models import Batch, Item, Outcome
from duly.batch.output import write
from duly.documents.models import PaperFile
from duly.journal.queries import verify
from duly.procedure.models import StepTaken
from duly.upkeep.prove.batch import scratch
from duly.upkeep.prove.batch.lives import live

# A life is to end within its first few acts, of some 40 statements each.
STATEMENTS, ACTS = 150, 4
FILES = ["print.pdf", "papers.zip", "manifest.json"]


@dataclass(frozen=True, slots=True)
class Proved:
    """What came of the batch that was killed so often."""

    matters: int
    kills_at_statements: int
    kills_at_times: int
    kills_while_printing: int
    lost: int
    twice: int
    intact: bool
    same_bytes: bool
    seconds: float

    @property
    def holds(self) -> bool:
        """Whether nothing was lost, doubled or different."""
        return not self.lost and not self.twice and self.intact and self.same_bytes

    @property
    def line(self) -> str:
        """The figures in a line."""
        kills = (
            f"kill -9 {self.kills_at_statements + self.kills_at_times}次"
            f"（某条SQL语句之前{self.kills_at_statements}，任意时刻{self.kills_at_times}），"
            f"写出打印册时{self.kills_while_printing}次"
        )
        return (
            f"{self.matters}件，{kills}；丢失{self.lost}，重复{self.twice}，"
            f"留痕{'完好' if self.intact else '有误'}，"
            f"打印册、压缩包、清单与未中断的{'逐字节相同' if self.same_bytes else '不同'}，"
            f"{self.seconds:.0f}秒"
        )


def prove(matters: int, kills: int, seed: int) -> Proved:
    """Prove it on the empty SQLite database and in the home of the settings."""
    began = time.monotonic()
    live(partial(scratch.fill, matters))
    home = Path(settings.DULY_HOME)
    in_peace, killed = home / "in-peace", home / "killed"
    started = time.monotonic()
    live(partial(_in_peace, home / "copy.sqlite3", in_peace))
    few_acts = (time.monotonic() - started) * ACTS / matters
    chance = Random(seed)
    statements = sum(
        live(_act, statement=chance.randrange(STATEMENTS)) for _ in range(kills - kills // 2)
    )
    times = sum(live(_act, seconds=chance.random() * few_acts) for _ in range(kills // 2))
    live(_act)
    printing = sum(
        live(partial(_write, killed), seconds=chance.random() * few_acts) for _ in range(kills // 5)
    )
    live(partial(_write, killed))
    taken = list(StepTaken.objects.filter(name=scratch.STEP).values_list("course", flat=True))
    whole = Item.objects.filter(outcome=Outcome.DONE, taken__isnull=False).count()
    printed = PaperFile.objects.filter(paper__template="performance-notice").count()
    same, _, _ = cmpfiles(in_peace, killed, FILES, shallow=False)
    return Proved(
        matters=matters,
        kills_at_statements=statements,
        kills_at_times=times,
        kills_while_printing=printing,
        lost=matters - min(len(set(taken)), whole, printed),
        twice=max(len(taken), printed) - len(set(taken)),
        intact=verify(marks=()).intact,
        same_bytes=same == FILES,
        seconds=time.monotonic() - began,
    )


def _act() -> None:
    working.act(Batch.objects.get().pk, lambda: scratch.AT)


def _write(folder: Path) -> None:
    write(Batch.objects.get(), folder)


def _in_peace(copy: Path, folder: Path) -> None:
    """Run the batch in a copy of the database, in this process, and write it out."""
    connection.ensure_connection()
    with sqlite3.connect(copy) as database:
        connection.connection.backup(database)
    database.close()
    connection.close()
    connection.settings_dict["NAME"] = str(copy)
    _act()
    _write(folder)
