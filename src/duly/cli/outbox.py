"""`duly outbox`: what waits, send it now, enter the post's tracking file."""

import argparse
import sys
from pathlib import Path

from duly.cli import court


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `outbox status`, `outbox send` and `outbox track` to the command line."""
    parser = commands.add_parser("outbox", help="待发信息：查看、立即发送、登记邮政轨迹")
    acts = parser.add_subparsers(required=True, metavar="status|send|track")
    acts.add_parser("status", help="各种状态的信息条数和最早的一条").set_defaults(run=run_status)
    acts.add_parser("send", help="立即安排和发送到期的信息").set_defaults(run=run_send)
    track = acts.add_parser("track", help="登记邮政轨迹文件（CSV：邮件号,状态,日期,说明）")
    track.add_argument("file", type=Path)
    track.add_argument("--by", required=True, help="登记人的登录名")
    track.set_defaults(run=run_track)


def run_status(arguments: argparse.Namespace) -> int:
    """Print each state with its count and its oldest message. Return 1 while any is in doubt."""
    court.open()
    from duly.outreach import queries
    from duly.outreach.models import MessageState

    counts = queries.counts()
    for one in counts:
        print(f"{one.state.chinese}：{one.count}条，最早{one.oldest:%Y-%m-%d %H:%M}")
    if not counts:
        print("没有信息。")
    return 1 if any(one.state is MessageState.DOUBTFUL for one in counts) else 0


def run_send(arguments: argparse.Namespace) -> int:
    """Take one turn, as the worker does every second."""
    court.open()
    from duly.outreach.turn import turn
    from duly.work import clock

    print(turn(at=clock.now()))
    return 0


def run_track(arguments: argparse.Namespace) -> int:
    """Enter a tracking file in a person's name. Return 1 where a row was refused."""
    court.open()
    from duly.accounts.models import User
    from duly.outreach import tracking
    from duly.work import clock

    actor = User.objects.filter(username=arguments.by, is_active=True).first()
    if actor is None:
        print(f"没有登录名为{arguments.by}的人员", file=sys.stderr)
        return 1
    try:
        with arguments.file.open(encoding="utf-8-sig", newline="") as lines:
            entered = tracking.enter(lines, actor=actor, at=clock.now())
    except (OSError, UnicodeDecodeError, tracking.MalformedTracking) as refused:
        print(refused, file=sys.stderr)
        return 1
    for one in entered:
        print(f"第{one.line}行 {one.number}：{one.sentence}")
    return 1 if any(one.refused for one in entered) else 0
