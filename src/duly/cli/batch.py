"""`duly batch`: one step for many matters, and its papers in one file to print."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from duly.cli import court

if TYPE_CHECKING:
    from duly.accounts.models import User
    from duly.batch.models import Batch
    from duly.registry.models import Court

Arguments = argparse.Namespace
REFUSED = 1


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `batch` and what stands under it to the command line."""
    parser = commands.add_parser("batch", help="批次：成批办理、打印文书")
    acts = parser.add_subparsers(required=True, metavar="list|new|show|run|stop|resume|print")
    acts.add_parser("list", help="列出全部批次").set_defaults(run=_refusing(_list))
    _register_new(acts.add_parser("new", help="按条件选取事项，逐件检查，尚不办理"))
    for name, summary, command in (
        ("show", "逐件显示将制作的文书、不能办理的原因、结果", _show),
        ("run", "办理待办理的各件", _run),
        ("stop", "停止办理（已办理的不变）", _stop),
        ("resume", "重新检查不能办理的各件，接着办理", _resume),
        ("print", "写出打印册、文书压缩包和清单", _print),
    ):
        act = acts.add_parser(name, help=summary)
        act.add_argument("batch", type=int, metavar="批次")
        act.set_defaults(run=_refusing(command))
        if command in (_run, _resume):
            _processes(act)
            act.add_argument("--queued", action="store_true", help="交给后台任务办理")
        if command is _print:
            act.add_argument("--to", type=Path, help="写到哪个文件夹（默认在数据文件夹中）")


def _register_new(new: argparse.ArgumentParser) -> None:
    new.add_argument("mechanism", metavar="机制", help="如 post_judgment")
    new.add_argument("step", metavar="步骤", help="如 issue_notice")
    new.add_argument("--by", required=True, metavar="用户名", help="以谁的名义办理")
    new.add_argument("--court", metavar="代字", help="哪个法院（只有一个法院时不必写）")
    new.add_argument("--state", default="", help="只选处于这一状态的")
    new.add_argument("--due-by", type=date.fromisoformat, help="只选有期限于该日或者之前届满的")
    new.add_argument("--focus", default="", help="只选这一案件类别的")
    new.add_argument("--division", default="", help="只选该部门的人办理过的")
    new.add_argument(
        "--answer", action="append", default=[], metavar="名称=内容", help="步骤所问，各件相同"
    )
    _processes(new)
    new.set_defaults(run=_refusing(_new))


def _processes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--processes", type=int, choices=range(1, 33), default=1, metavar="进程数")


def _refusing(command: Callable[[Arguments], int]) -> Callable[[Arguments], int]:
    def run(arguments: Arguments) -> int:
        court.open()
        from duly.batch.refusal import BatchRefused

        try:
            return command(arguments)
        except BatchRefused as refused:
            print(refused.message, file=sys.stderr)
            return REFUSED

    return run


def _list(_: Arguments) -> int:
    from duly.batch.models import Batch

    for batch in Batch.objects.select_related("court", "made_by"):
        print(f"{batch}　{_sentence(batch)}")
    return 0


def _new(arguments: Arguments) -> int:
    from duly.batch import actions, processes
    from duly.batch.choosing import Choice
    from duly.work import clock

    batch = actions.make(
        Choice(
            mechanism=arguments.mechanism,
            step=arguments.step,
            state=arguments.state,
            due_by=arguments.due_by,
            focus=arguments.focus,
            division=arguments.division,
        ),
        court=_court(arguments.court),
        answers=dict(one.partition("=")[::2] for one in arguments.answer),
        by=_person(arguments.by),
        at=clock.now(),
    )
    whole = processes.work_together(batch.pk, arguments.processes)
    return _told(batch, whole)


def _show(arguments: Arguments) -> int:
    from duly.batch import queries

    batch = queries.known(arguments.batch)
    for item in queries.rows(batch):
        numbers = item.course.matter.numbers.split()
        what = "；".join(item.reasons) or "、".join(f"《{title}》" for title in item.papers)
        party = item.course.party.name if item.course.party else ""
        print(
            "　".join(
                part
                for part in (str(item.place), numbers[-1], party, item.get_outcome_display(), what)
                if part
            )
        )
    return _told(batch, True)


def _run(arguments: Arguments) -> int:
    return _set_going(arguments, again=False)


def _resume(arguments: Arguments) -> int:
    return _set_going(arguments, again=True)


def _set_going(arguments: Arguments, *, again: bool) -> int:
    from duly.batch import actions, jobs, processes, queries
    from duly.work import clock

    made_by = queries.known(arguments.batch).made_by
    batch = actions.start(arguments.batch, by=made_by, at=clock.now(), again=again)
    if arguments.queued:
        print(f"{batch}已交给后台，共{jobs.enqueue(batch)}个任务。")
        return 0
    return _told(batch, processes.work_together(batch.pk, arguments.processes))


def _stop(arguments: Arguments) -> int:
    from duly.batch import actions, queries
    from duly.work import clock

    batch = queries.known(arguments.batch)
    return _told(actions.stop(batch.pk, by=batch.made_by, at=clock.now()), True)


def _print(arguments: Arguments) -> int:

    from duly.batch import queries
    from duly.batch.output import folder_of, write

    batch = queries.known(arguments.batch)
    written = write(batch, arguments.to or folder_of(batch))
    print(f"{written.letters}封信、{written.pages}页，已写到{written.folder}。")
    return 0


def _court(code: str | None) -> "Court":
    from duly.batch.refusal import BatchRefused
    from duly.registry.models import Court

    found = list(Court.objects.filter(code=code) if code else Court.objects.all()[:2])
    if len(found) != 1:
        raise BatchRefused(f"没有代字为{code}的法院" if code else "请用 --court 写明法院代字")
    return found[0]


def _person(username: str) -> "User":
    from duly.accounts.models import User
    from duly.batch.refusal import BatchRefused

    found = User.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise BatchRefused(f"没有用户名为{username}的人")
    return found


def _sentence(batch: "Batch") -> str:
    from duly.batch import queries

    known = queries.progress(batch)
    counts = (
        f"共{known.items}件：已办理{known.done}，待办理{known.ready}，"
        f"不能办理{known.blocked}，待检查{known.chosen}"
    )
    return f"{queries.what(batch)}　{counts}{'' if batch.running else '（未在办理）'}"


def _told(batch: "Batch", whole: bool) -> int:
    print(f"{batch}　{_sentence(batch)}")
    if not whole:
        print("有进程中途结束；再次执行即从未办理的各件接着办理。", file=sys.stderr)
    return 0 if whole else REFUSED
