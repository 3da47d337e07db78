"""`duly manage`: Django's own commands (migrate, collectstatic, …) with the court's settings."""

import argparse
import os


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `manage` to the command line; everything after it is Django's."""
    parser = commands.add_parser("manage", help="数据库升级等维护命令", add_help=False)
    parser.add_argument("words", nargs=argparse.REMAINDER)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Hand the words to Django."""
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(["duly manage", *arguments.words])
    return 0
