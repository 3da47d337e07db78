"""`duly journal`: verify the record of acts, and anchor its end."""

import argparse
from pathlib import Path

from duly.cli import court


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `journal verify` and `journal anchor` to the command line."""
    parser = commands.add_parser("journal", help="核对留痕、锚定留痕")
    acts = parser.add_subparsers(required=True, metavar="verify|anchor")
    verify = acts.add_parser("verify", help="核对全部留痕")
    verify.add_argument("--anchors", type=Path, help="锚文件夹（默认用本机的）")
    verify.set_defaults(run=run_verify)
    acts.add_parser("anchor", help="立即锚定").set_defaults(run=run_anchor)


def run_verify(arguments: argparse.Namespace) -> int:
    """Print what was found. Return 1 if the journal is not what was written."""
    court.open()
    from duly.journal import anchors, queries

    marks = anchors.read(arguments.anchors)[0] if arguments.anchors else None
    answer = queries.verify(marks)
    print(f"留痕{answer.entries}条，已锚定至第{answer.anchored}条；此后的截去无从发现。")
    for found in answer.breaks:
        print(f"第{found.seq}条：{found.because}")
    print("完好。" if answer.intact else f"发现{len(answer.breaks)}处问题。")
    return 0 if answer.intact else 1


def run_anchor(arguments: argparse.Namespace) -> int:
    """Anchor the end of the journal now."""
    court.open()
    from duly.journal import actions
    from duly.work import clock

    at = clock.now()
    print(actions.anchor_daily(on=at.date(), at=at))
    return 0
