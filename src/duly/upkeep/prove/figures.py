"""The line under every proof: the figures, and the commit and machine they were measured on."""

import platform
import subprocess
from pathlib import Path

UNKNOWN = "unknown"


def commit() -> str:
    """Return the short hash of the commit that runs, with + where files differ from it."""
    here = Path(__file__).parent
    short = _git(here, "rev-parse", "--short", "HEAD")
    changed = _git(here, "status", "--porcelain", "--untracked-files=no")
    return short if changed in ("", UNKNOWN) else f"{short}+"


def machine() -> str:
    """Return the processor and the version of Python, as the figures depend on them."""
    return f"{_processor()}, Python {platform.python_version()}"


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words], capture_output=True, text=True, check=False
        )
    except OSError:
        return UNKNOWN
    return done.stdout.strip() if done.returncode == 0 else UNKNOWN


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(named)} x {named[0]}" if named else platform.machine()
