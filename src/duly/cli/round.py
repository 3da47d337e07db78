"""`duly round`: run the nightly round of a day by hand."""

import argparse
from datetime import date

from duly.cli import court


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `round` to the command line."""
    parser = commands.add_parser("round", help="手动执行某一日的每日例行")
    parser.add_argument("--on", type=date.fromisoformat, help="日期，如 2026-10-08（默认今天）")
    parser.add_argument("--again", action="store_true", help="已完成的也再执行一次")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the round once. Return 1 if a part of it failed."""
    court.open()
    from duly.work import clock, nightly

    at = clock.now()
    on = arguments.on or at.date()
    done = nightly.run(on=on, at=at, again=arguments.again)
    if done is None:
        print(f"{on}：已经执行，或者正在执行。")
        return 0
    for line in done.lines:
        print(f"{'完成' if line['done'] else '失败'}  {line['part']}：{line['answer']}")
    return 0 if all(line["done"] for line in done.lines) else 1
