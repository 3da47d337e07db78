"""Courts of some sizes, seeded once in a folder: files of SQLite, or a PostgreSQL of their own."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ON = "2026-11-24"
PROJECT = Path(__file__).resolve().parents[1]
DULY = (sys.executable, "-m", "duly.cli.main")
PROGRAMS = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), Path())
START_SECONDS = 120
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Seeded:
    """A court in its folder: the environment of every command that is to work on it."""

    matters: int
    home: Path
    url: str

    @property
    def environment(self) -> dict[str, str]:
        """The environment that leads to this court."""
        address = {"DULY_DATABASE_URL": self.url} if self.url else {}
        return {
            **os.environ,
            "DULY_HOME": str(self.home),
            "DJANGO_SETTINGS_MODULE": "config.settings",
            **address,
        }


def court(folder: Path, matters: int, postgres: str, name: str = "court") -> Seeded:
    """Return a court of so many matters: the one that the folder has, or one seeded now."""
    kind = "postgresql" if postgres else "sqlite"
    home = folder / f"{kind}-{name}-{matters}"
    url = f"postgresql://duly@/{name}_{matters}?host={postgres}" if postgres else ""
    seeded = Seeded(matters, home, url)
    if (home / "seeded").exists():
        return seeded
    home.mkdir(parents=True)
    if postgres:
        subprocess.run(
            [PROGRAMS / "createdb", "-h", postgres, "-U", "duly", f"{name}_{matters}"], check=True
        )
    for words in (
        ("manage", "migrate", "-v0"),
        ("manage", "collectstatic", "--noinput", "-v0"),
        ("seed", "--matters", str(matters), "--seed", "1", "--on", ON),
    ):
        subprocess.run([*DULY, *words], env=seeded.environment, check=True)
    (home / "seeded").touch()
    return seeded


def password(seeded: Seeded) -> str:
    """Return the password of everybody in a seeded court."""
    return (seeded.home / "demo-logins.txt").read_text().splitlines()[0].split("\t")[3]


@contextmanager
def served(seeded: Seeded) -> Iterator[tuple[int, int]]:
    """Serve a court as `duly serve` does, with two processes. Yield the port and the process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [*DULY, "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=seeded.environment, stdout=subprocess.DEVNULL)
    try:
        _await(port)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(START_SECONDS)


def processor_seconds(pid: int) -> float:
    """Return the processor time of a process and of all that descend from it."""
    parents, used = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
        used[int(stat.parent.name)] = (int(fields[11]) + int(fields[12])) / TICKS
    family = {pid}
    while more := {one for one, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(used[one] for one in family if one in used)


def _await(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not answer")


@contextmanager
def databases(folder: Path, *, postgres: bool) -> Iterator[str]:
    """Yield the socket folder of a PostgreSQL whose data lie in a folder; empty for SQLite."""
    if not postgres:
        yield ""
        return
    data = folder / "postgresql"
    who = _as_postgres()
    if not data.exists():
        data.mkdir(parents=True)
        if who:
            shutil.chown(data, "postgres", "postgres")
        initdb = ["-D", data / "data", "-U", "duly", "-A", "trust", "-E", "UTF8"]
        subprocess.run([*who, PROGRAMS / "initdb", *initdb, "--locale=C.UTF-8"], check=True)
    options = f"-c listen_addresses='' -k {data} -c shared_buffers=1GB -c max_wal_size=8GB"
    control = [*who, PROGRAMS / "pg_ctl", "-D", data / "data", "-w"]
    subprocess.run([*control, "-l", data / "log", "-o", options, "start"], check=True)
    try:
        yield str(data)
    finally:
        subprocess.run([*control, "-m", "fast", "stop"], check=True)


def _as_postgres() -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
