"""`duly seed`: a synthetic court of any size, to measure by."""

import argparse
import sys
import time
from datetime import date

from duly.cli import court

SMALLEST = 100


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `seed` to the command line."""
    parser = commands.add_parser("seed", help="在空库中装入任意规模的合成法院，供测量用")
    parser.add_argument("--matters", type=int, required=True, help=f"件数，至少{SMALLEST}")
    parser.add_argument("--seed", type=int, default=1, help="随机种子；同一种子同一法院")
    parser.add_argument(
        "--on", type=date.fromisoformat, help="以哪一天为今天，如 2026-11-24（默认今天）"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Seed the court. Return 1 if there is a court already, or the day is too early."""
    court.open()
    from django.utils import timezone

    from duly.registry.court_setup import AlreadyInstalled
    from duly.simulation.matters import TooEarly
    from duly.simulation.scale.seeding import seed_court

    if arguments.matters < SMALLEST:
        print(f"件数至少{SMALLEST}。", file=sys.stderr)
        return 1
    began = time.monotonic()
    try:
        seeded = seed_court(
            matters=arguments.matters,
            seed=arguments.seed,
            on=arguments.on or timezone.localdate(),
            tell=lambda line: print(f"{line}（{time.monotonic() - began:.0f}秒）", flush=True),
        )
    except (AlreadyInstalled, TooEarly) as refused:
        print(f"没有装入：{refused}。", file=sys.stderr)
        return 1
    print(
        f"已装入{seeded.matters}件（{seeded.prototypes}件原型，{seeded.variants}种时间），"
        f"用时{time.monotonic() - began:.0f}秒。"
    )
    return 0
