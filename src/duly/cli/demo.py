"""`duly demo`: load the demo court, and show its log-ins."""

import argparse
import sys
import time
from datetime import date
from unicodedata import east_asian_width

from duly.cli import court

HEAD = ("岗位", "姓名", "用户名", "密码", "法院")


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `demo load` and `demo logins` to the command line."""
    parser = commands.add_parser("demo", help="示范法院：装入数据，列出登录账号")
    acts = parser.add_subparsers(required=True, metavar="load|logins")
    load = acts.add_parser("load", help="装入示范法院（已装入的不变），列出登录账号")
    load.add_argument(
        "--on", type=date.fromisoformat, help="示范数据以哪一天为今天，如 2026-11-24（默认今天）"
    )
    load.set_defaults(run=run_load)
    acts.add_parser("logins", help="列出示范账号").set_defaults(run=run_logins)


def run_load(arguments: argparse.Namespace) -> int:
    """Load the demo court and show its log-ins.

    Return 1 if there is another court, the day is too early, or no log-ins were kept.
    """
    court.open()
    from django.conf import settings
    from django.utils import timezone

    from duly.outreach.suppliers import console
    from duly.registry.court_setup import AlreadyInstalled
    from duly.simulation.matters import TooEarly, load_demo_court

    began = time.monotonic()
    try:
        loaded = load_demo_court(on=arguments.on or timezone.localdate(), sealed=True)
    except (AlreadyInstalled, TooEarly) as refused:
        print(f"没有装入示范法院：{refused}。", file=sys.stderr)
        return 1
    if not loaded.acts:
        print(f"示范法院已在库中（{loaded.matters}件），没有改动。")
        return run_logins(arguments)
    console.declare(settings.DULY_HOME)
    took = time.monotonic() - began
    print(
        f"已装入示范法院{'、'.join(loaded.courts)}：{loaded.matters}件，"
        f"{loaded.acts}个办理步骤，用时{took:.1f}秒。"
    )
    return run_logins(arguments)


def run_logins(arguments: argparse.Namespace) -> int:
    """Print the demo log-ins as a table. Return 1 if none were kept."""
    court.open()
    from duly.simulation import logins

    kept = logins.read()
    if not kept:
        print("没有示范账号：先执行 duly demo load。", file=sys.stderr)
        return 1
    rows = [
        HEAD,
        *((one.post, one.full_name, one.username, one.password, one.court) for one in kept),
    ]
    widths = [max(_columns(row[place]) for row in rows) for place in range(len(HEAD))]
    for row in rows:
        line = "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True))
        print(line.rstrip())
    return 0


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _columns(text))


def _columns(text: str) -> int:
    """Return how wide a text stands in a terminal: a Chinese character takes two columns."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
