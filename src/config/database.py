"""Turn the address of a database into Django's settings for it."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# FULL: a power cut must not lose an act that was acknowledged.
# secure_delete: an erased ID number must not stay readable in the file.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    " PRAGMA secure_delete=ON; PRAGMA busy_timeout=20000"
)


class UnknownDatabase(ValueError):
    """The address names no database that Duly runs on."""


def database(url: str, default_file: Path) -> dict[str, Any]:
    """Return the settings for a database address; an empty one is a file on this machine.

    :raises UnknownDatabase: for any other scheme than sqlite and postgresql.
    """
    parts = urlsplit(url)
    if not url:
        return _sqlite(str(default_file))
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path).removeprefix("/") or str(default_file))
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.removeprefix("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": dict(parse_qsl(parts.query)),
        }
    raise UnknownDatabase(f"不认识的数据库地址类型：{parts.scheme or url}")


def _sqlite(name: str) -> dict[str, Any]:
    return {
        "ENGINE": "duly.work.sqlite",
        "NAME": name,
        "CONN_MAX_AGE": None,
        # IMMEDIATE: two writers wait for each other instead of losing an update.
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS},
    }
