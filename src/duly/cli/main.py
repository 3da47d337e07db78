"""Entry point of the `duly` command."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from io import TextIOWrapper

from duly.cli.groups import GROUPS, register

USAGE_ERROR = 2
INTERRUPTED = 130
READER_GONE = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: done; 1: refused, with the reason; 2: the arguments were not understood.
    """
    _never_fail_to_print()
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = ArgumentParser(prog="duly", description="督履：督促自动履行生效法律文书")
    commands = parser.add_subparsers(metavar="命令", required=True)
    register(GROUPS, commands, arguments)
    try:
        options = parser.parse_args(arguments)
        status: int = options.run(options)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE_ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone: nothing more to say, and nowhere for Python to say so on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    return status


def _never_fail_to_print() -> None:
    """Show a character that the terminal's encoding lacks by its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    raise SystemExit(main())
