"""`duly law`: the law's reckonings for people (a worksheet) and other systems (--jsonl)."""

from duly.cli.groups import Commands
from duly.cli.law import case_number, cite, fee, interest, load, period
from duly.cli.law.command import Command, add_command

COMMANDS: tuple[Command, ...] = (interest, fee, period, cite, case_number)


def register(commands: Commands) -> None:
    """Add the group `law` to the `duly` command."""
    parser = commands.add_parser("law", help="法律计算", description="法律计算")
    kinds = parser.add_subparsers(metavar="计算", required=True)
    for command in COMMANDS:
        add_command(kinds, command)
    load.register(kinds)
