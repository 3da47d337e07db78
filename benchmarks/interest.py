"""The doubled part of the interest: answers a second of one core, beside the limit of 20,000.

    .venv/bin/python benchmarks/interest.py [--n 100000] [--seed 1]

Three ways to the same answers: the function alone; `duly law interest --jsonl`, which reads and
writes JSON; and the second implementation of `duly prove interest`, which counts day by day.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from random import Random

from duly.law.money import Yuan
from duly.upkeep.prove.figures import commit, machine
from duly.upkeep.prove.interest.proof import Case, draw

LIMIT = 20_000


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of some work and the programs that it starts, in seconds."""
    before = sum(os.times()[:4])
    work()
    return sum(os.times()[:4]) - before


def as_json(case: Case) -> str:
    """Return a case as `duly law interest --jsonl` reads it."""
    principal, due, payments, until, excluded = case.typed()
    return json.dumps(
        {
            "principal": _plain(principal),
            "due": due.isoformat(),
            "payments": [
                {"on": one.on.isoformat(), "amount": _plain(one.amount)} for one in payments
            ],
            "until": until.isoformat(),
            "excluded": [
                {"from": one.start.isoformat(), "to": one.end.isoformat()} for one in excluded
            ],
        }
    )


def _plain(amount: Yuan) -> str:
    return f"{amount.amount:.2f}"


def by_command(lines: str) -> list[int]:
    """Return what the command line answers, in fen."""
    command = [sys.executable, "-m", "duly.cli.main", "law", "interest", "--jsonl"]
    said = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return [Yuan.of(json.loads(line)["doubled"]).fen for line in said.stdout.splitlines()]


def main() -> None:
    """Print the three rates, their ratios to the limit, and whether the answers are the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = Random(arguments.seed)
    cases = [draw(chance) for _ in range(arguments.n)]
    lines = "\n".join(as_json(case) for case in cases)
    answers: dict[str, list[int]] = {}
    ways: dict[str, Callable[[], list[int]]] = {
        "doubled_interest": lambda: [case.product() for case in cases],
        "duly law interest --jsonl": lambda: by_command(lines),
        "day by day": lambda: [case.second() for case in cases],
    }
    print(f"{arguments.n} answers, seed {arguments.seed}, {commit()}, {machine()}")
    for name, way in ways.items():
        took = seconds(lambda way=way, name=name: answers.update({name: way()}))
        rate = arguments.n / took
        print(f"{name:28} {rate:10,.0f} answers/s a core   {rate / LIMIT:6.2f} × the limit")
    print("the same answers:", len({tuple(one) for one in answers.values()}) == 1)


if __name__ == "__main__":
    main()
