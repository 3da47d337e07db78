"""`duly batch`: made, looked at, run, stopped and printed from the command line."""

from pathlib import Path

import pytest

from duly.batch import processes, working
from duly.batch.models import Batch
from duly.cli.main import main
from duly.work import clock, worker
from tests.batch.conftest import CLERK
from tests.procedure.conftest import Walk

PRINTS = True
pytestmark = pytest.mark.django_db

Said = pytest.CaptureFixture[str]
COUNTS = "共3件：已办理{},待办理{},不能办理{},待检查0".replace(",", "，")


@pytest.fixture(autouse=True)
def in_this_process(three: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spawned processes would not see the database of a test."""

    def work(batch_id: int, _: int) -> bool:
        working.examine(batch_id, clock.now)
        working.act(batch_id, clock.now)
        return True

    monkeypatch.setattr(clock, "now", lambda: three.at)
    monkeypatch.setattr(processes, "work_together", work)


@pytest.fixture
def made(three: Walk, capsys: Said) -> str:
    """The number of a batch that was just made."""
    by = three.staff[CLERK].username
    assert main(["batch", "new", "post_judgment", "issue_notice", "--by", by]) == 0
    assert COUNTS.format(0, 3, 0) in capsys.readouterr().out
    return str(Batch.objects.get().pk)


def test_a_clerk_sees_what_will_be_made_then_runs_and_prints_it(
    made: str, capsys: Said, tmp_path: Path
):
    assert main(["batch", "show", made]) == 0
    assert capsys.readouterr().out.count("待办理　《自动履行告知书》") == 3
    assert main(["batch", "run", made]) == 0
    assert COUNTS.format(3, 0, 0) in capsys.readouterr().out
    assert main(["batch", "print", made, "--to", str(tmp_path / "out")]) == 0
    assert "3封信、16页" in capsys.readouterr().out
    assert (tmp_path / "out" / "print.pdf").stat().st_size > 1000


@pytest.mark.django_db(transaction=True)
def test_queued_it_is_done_by_the_worker(made: str, three: Walk, capsys: Said):
    assert main(["batch", "run", made, "--queued"]) == 0
    assert "共1个任务" in capsys.readouterr().out
    worker.turn(at=three.at)
    main(["batch", "list"])
    assert COUNTS.format(3, 0, 0) in capsys.readouterr().out


def test_what_is_stopped_says_so_and_is_resumed(made: str, three: Walk, capsys: Said):
    three.contact(CLERK)
    main(["batch", "run", made])
    main(["batch", "stop", made])
    said = capsys.readouterr().out
    assert COUNTS.format(2, 0, 1) in said
    assert "（未在办理）" in said
    main(["batch", "resume", made])
    assert COUNTS.format(3, 0, 0) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (("new", "post_judgment", "issue_notice", "--by", "nobody"), "没有用户名为nobody的人"),
        (("new", "x", "y", "--by", "trial_clerk"), "没有名为x的机制"),
        (("new", "post_judgment", "issue_notice", "--by", "trial_clerk", "--court", "粤9"), "粤9"),
        (("run", "99"), "没有第99批"),
    ],
)
def test_a_refusal_is_a_sentence(words: tuple[str, ...], because: str, capsys: Said):
    assert main(["batch", *words]) == 1
    assert because in capsys.readouterr().err
