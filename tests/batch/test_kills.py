"""A batch killed at any instant and gone on with: none lost, none doubled, the same bytes."""

import json
import shutil
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from django.conf import settings

from duly.batch.models import Batch
from duly.batch.output import write
from duly.documents.sealing import demo, key_files
from tests.batch.conftest import make, more_matters, run
from tests.procedure.conftest import Walk
from tests.processes import answer, environment, start

PRINTS = True
pytestmark = pytest.mark.django_db(transaction=True)

BEGIN = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
import django; django.setup()
from duly.batch import actions, working
from duly.batch.models import Batch
batch = Batch.objects.get()
now = lambda: datetime.fromisoformat(sys.argv[1])
if not batch.running:
    actions.start(batch.pk, by=batch.made_by, at=now())
"""
RUN = "working.act(batch.pk, now)\n"
KILLED_BEFORE_THE_ROW_IS_MARKED = """
take_step, left = working.take_step, [2]
def counted(**act):
    taken = take_step(**act)
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    return taken
working.take_step = counted
"""
KILLED_AFTER_THE_COMMIT = """
working.act(batch.pk, now, most=1)
os.kill(os.getpid(), signal.SIGKILL)
"""
SHOWN = """
import json
from duly.batch.output import write
from duly.documents.models import PaperFile
from duly.journal.models import Entry
from duly.journal.queries import verify
from duly.procedure.models import StepTaken
written = write(batch, Path(sys.argv[2]))
print(json.dumps({
    "taken": list(StepTaken.objects.filter(name="issue_notice").order_by("course")
        .values_list("course", flat=True)),
    "entries": Entry.objects.filter(act="post_judgment.issue_notice").count(),
    "rows": list(batch.items.order_by("place").values_list("outcome", flat=True)),
    "intact": verify(marks=()).intact,
    "signed": PaperFile.objects.filter(
        paper__template="performance-notice", unsigned_sha256__isnull=False
    ).count(),
}))
"""
KILL = -signal.SIGKILL.value


@pytest.fixture
def seal(walk: Walk) -> Iterator[None]:
    """The court has a seal, for the processes of this test alone."""
    court = walk.matter.court
    demo.make(court.code, court.name)
    yield
    shutil.rmtree(key_files.folder_of(court.code))


@pytest.mark.usefixtures("seal")
def test_killed_twice_and_finished_by_two_processes_at_once(walk: Walk, tmp_path: Path):
    more_matters(walk, 4)
    make(walk)
    at = walk.at.isoformat()
    env = {**environment(tmp_path), "DULY_HOME": str(settings.DULY_HOME)}

    answer(env, "-c", BEGIN + KILLED_BEFORE_THE_ROW_IS_MARKED + RUN, at, ends=KILL)
    answer(env, "-c", BEGIN + KILLED_AFTER_THE_COMMIT, at, ends=KILL)
    together = [start(env, "-c", BEGIN + RUN, at) for _ in range(2)]
    assert [(process.communicate()[0], process.returncode) for process in together] == [("", 0)] * 2
    shown = _shown(env, at, tmp_path / "killed")

    assert len(shown["taken"]) == len(set(shown["taken"])) == shown["entries"] == 4
    assert shown["rows"] == ["done"] * 4
    assert shown["intact"]
    assert shown["signed"] == 4
    assert _files(tmp_path / "killed") == _files(_at_one_go(walk, tmp_path))


def _at_one_go(walk: Walk, tmp_path: Path) -> Path:
    """Run the batch in this process and write it out.

    In an SQLite database, of which the other processes had a copy, nothing was done yet; on
    PostgreSQL everything is done, and is written a second time.
    """
    batch = Batch.objects.get()
    run(walk, batch)
    write(batch, tmp_path / "whole")
    return tmp_path / "whole"


def _shown(env: Mapping[str, str], at: str, folder: Path) -> dict[str, object]:
    told: dict[str, object] = json.loads(answer(env, "-c", BEGIN + SHOWN, at, str(folder)))
    return told


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
