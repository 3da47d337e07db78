"""What every reckoning of `duly law` has in common: arguments for people, lines for systems."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from duly.cli.groups import Commands
from duly.cli.law import jsonl
from duly.cli.law.court import Court, CourtRefused
from duly.cli.law.question import Unanswered
from duly.law.money import Refused

REFUSED = 1


class Command(Protocol):
    """A module that answers one kind of question."""

    NAME: str
    SUMMARY: str

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments for people, none of them required by the parser."""

    def question(self, options: Namespace) -> dict[str, Any]:
        """Return the question that the arguments ask, as a line would ask it."""

    def solve(self, question: object, court: Court) -> Any:
        """Return the result. Raises Unanswered, or money's Refused."""

    def as_json(self, result: Any) -> dict[str, Any]:
        """Return the result as a line gives it."""

    def as_lines(self, result: Any) -> Iterable[str]:
        """Return the result as a worksheet."""


def add_command(commands: Commands, command: Command) -> None:
    """Add one reckoning, which can be asked in either way."""
    parser = commands.add_parser(command.NAME, help=command.SUMMARY, description=command.SUMMARY)
    command.add_arguments(parser)
    parser.add_argument(
        "--jsonl", action="store_true", help="从标准输入逐行读JSON对象，逐行输出结果"
    )
    parser.add_argument("--court", type=Path, metavar="目录", help="本院自行载入的数据目录")
    parser.set_defaults(run=partial(_run, command))


def _run(command: Command, options: Namespace) -> int:
    try:
        court = Court.opened(options.court)
    except CourtRefused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    if options.jsonl:
        reply = partial(answer, command, court)
        return jsonl.run(reply, sys.stdin.buffer, sys.stdout.buffer)
    return _print(command, options, court)


def answer(command: Command, court: Court, question: object) -> dict[str, Any]:
    """Return the answer to one line. Raises Unanswered."""
    return command.as_json(_solved(command, question, court))


def _solved(command: Command, question: object, court: Court) -> Any:
    try:
        return command.solve(question, court)
    except Refused as refusal:
        raise Unanswered(refusal.field or None, refusal.message) from refusal


def _print(command: Command, options: Namespace, court: Court) -> int:
    try:
        given = {key: value for key, value in command.question(options).items() if value != ""}
        result = _solved(command, given, court)
    except Unanswered as refusal:
        place = f"（{refusal.field}）" if refusal.field else ""
        usage = f"用法：duly law {command.NAME} --help"
        print(f"不能计算：{refusal.message}{place}\n{usage}", file=sys.stderr)
        return REFUSED
    for line in command.as_lines(result):
        print(line)
    return 0
