"""The demo log-ins: one random password, made when the court is loaded and kept in one file."""

import os
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from duly.simulation.staff import Member

# Without what is easily taken for something else: 0 O o, 1 l I.
LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 3, 4
OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class Login:
    """One line of the table: the post, who holds it, what he types, and his court."""

    post: str
    full_name: str
    username: str
    password: str
    court: str = ""


def make_password() -> str:
    """Return a random password that is easily typed: three groups of four, 60 bits."""
    return "-".join(
        "".join(secrets.choice(LETTERS) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS)
    )


def keep(password: str, members: Iterable[Member]) -> None:
    """Write the table of log-ins for the owner of the data folder alone."""
    lines = [
        "\t".join((member.role.chinese, member.full_name, member.username, password, member.court))
        for member in members
    ]
    handle = os.open(_path(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), OWNER_ONLY)
        file.write("\n".join(lines) + "\n")


def read() -> Sequence[Login]:
    """Return the log-ins that were kept, in the order of the posts; none before loading."""
    if not _path().exists():
        return ()
    lines = _path().read_text(encoding="utf-8").splitlines()
    return tuple(Login(*line.split("\t")) for line in lines)


def _path() -> Path:
    home: Path = settings.DULY_HOME
    return home / "demo-logins.txt"
