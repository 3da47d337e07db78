"""`duly prove`: show that rules and figures hold over histories that nobody thought of."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from duly.cli import court

HOW_MANY = 100_000


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the proofs to the command line."""
    parser = commands.add_parser(
        "prove", help="证明：程序规则不破，利息分文不差，信息和批次不丢不重"
    )
    proofs = parser.add_subparsers(required=True, metavar="procedure|interest|outbox|batch")
    procedure = proofs.add_parser("procedure", help="在随机历史中逐步核对程序的不变规则")
    procedure.add_argument("--events", type=_count, default=HOW_MANY, help="事件数")
    _shared(procedure)
    procedure.add_argument(
        "--replay", type=int, metavar="事件", help="重演该事件所在的案件，至该事件为止"
    )
    procedure.set_defaults(run=run_procedure)
    interest = proofs.add_parser("interest", help="加倍部分债务利息与逐日计算的第二种实现核对")
    interest.add_argument("--n", type=_count, default=HOW_MANY, help="核对的件数")
    _shared(interest)
    interest.set_defaults(run=run_interest)
    outbox = proofs.add_parser("outbox", help="发送一批信息，在许多时刻以 kill -9 中断后台任务")
    outbox.add_argument("--messages", type=_count, default=1_000, help="每种通道的信息条数")
    outbox.add_argument("--kills", type=_count, default=200, help="每种通道的中断次数")
    outbox.add_argument("--seed", type=int, default=1, help="种子")
    outbox.add_argument("--database", default="", help="空的数据库的地址（默认临时的SQLite文件）")
    outbox.set_defaults(run=run_outbox)
    batch = proofs.add_parser("batch", help="办理一个批次，在许多时刻以 kill -9 中断")
    batch.add_argument("--matters", type=_count, default=150, help="批次的件数")
    batch.add_argument("--kills", type=_count, default=60, help="办理中的中断次数")
    batch.add_argument("--seed", type=int, default=1, help="种子")
    batch.set_defaults(run=run_batch)


def _shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=1, help="种子：相同的种子，相同的历史")
    here = len(os.sched_getaffinity(0))
    parser.add_argument("--processes", type=_count, default=here, help="进程数（默认全部处理器）")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("应当是大于零的整数")
    return number


def run_procedure(arguments: argparse.Namespace) -> int:
    """Print progress, steps, refusals and the figures. Return 1 where something does not hold."""
    from duly.upkeep.prove.procedure import proof, report
    from duly.upkeep.prove.procedure.refusal import Unmodelled

    try:
        if arguments.replay is not None:
            print("\n".join(report.replayed(arguments.replay, arguments.seed)))
            return 0
        proved = proof.prove(
            arguments.events,
            arguments.seed,
            processes=arguments.processes,
            progress=lambda tally, seconds: print(
                report.progress(tally, seconds, arguments.events), file=sys.stderr, flush=True
            ),
        )
    except Unmodelled as new:
        print(new, file=sys.stderr)
        return 1
    print("\n".join(report.lines(proved)))
    return 0 if proved.holds else 1


def run_interest(arguments: argparse.Namespace) -> int:
    """Print the differences and the figures. Return 1 where one answer differs."""
    from duly.upkeep.prove.interest import proof

    compared = proof.prove(arguments.n, arguments.seed, processes=arguments.processes)
    for one in compared.differences:
        print(one)
    print(compared.line)
    return 1 if compared.differences else 0


def run_outbox(arguments: argparse.Namespace) -> int:
    """Print a row for each kind of gateway. Return 1 where a message was lost or repeated."""
    with _scratch_court(arguments.database) as vendor:
        if vendor is None:
            return 1
        from duly.upkeep.prove import figures
        from duly.upkeep.prove.outbox import proof

        holds = True
        for outcome in proof.prove(arguments.messages, arguments.kills, arguments.seed):
            print(outcome.line, flush=True)
            holds = holds and outcome.holds
    print(f"{figures.commit()}, {vendor}, {figures.machine()}, seed {arguments.seed}")
    return 0 if holds else 1


def run_batch(arguments: argparse.Namespace) -> int:
    """Print the figures. Return 1 where an act was lost or doubled, or a byte differs."""
    with _scratch_court("") as vendor:
        from duly.upkeep.prove import figures
        from duly.upkeep.prove.batch import proof

        proved = proof.prove(arguments.matters, arguments.kills, arguments.seed)
    print(proved.line)
    print(f"{figures.commit()}, {vendor}, {figures.machine()}, seed {arguments.seed}")
    return 0 if proved.holds else 1


@contextmanager
def _scratch_court(database: str) -> Iterator[str | None]:
    """Open an empty court in a folder of its own; the answer is its kind of database.

    None where something is kept in the database: a proof fills and kills.
    """
    with tempfile.TemporaryDirectory() as home:
        os.environ["DULY_HOME"], os.environ["DULY_DATABASE_URL"] = home, database
        court.open()
        from django.core.management import call_command
        from django.db import connection

        if connection.introspection.table_names():
            print("该数据库不是空的，未作任何改动。", file=sys.stderr)
            yield None
            return
        call_command("migrate", verbosity=0)
        yield connection.vendor
