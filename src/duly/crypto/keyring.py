"""Keys kept as files that only the owner may read; each is made when first asked for."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path


def text(path: Path, make: Callable[[], str]) -> str:
    """Return the text kept at a path; the first caller makes it, everybody reads the same."""
    if not path.exists():
        _write_once(path, make())
    return path.read_text(encoding="ascii")


def key(path: Path) -> bytes:
    """Return the 32-byte key kept at a path, made at random when first asked for."""
    return bytes.fromhex(text(path, lambda: secrets.token_hex(32)))


def numbered(folder: Path) -> dict[str, bytes]:
    """Return the keys of a folder by id (k1, k2, …); the first is made when there is none."""
    if not any(folder.glob("k*.key")):
        key(folder / "k1.key")
    return {path.stem: key(path) for path in folder.glob("k*.key")}


def add(folder: Path) -> str:
    """Make the next key of a folder, which seals or signs from now on. Return its id."""
    taken = [int(key_id[1:]) for key_id in numbered(folder)]
    key_id = f"k{max(taken) + 1}"
    key(folder / f"{key_id}.key")
    return key_id


def _write_once(path: Path, content: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)
    # A link never replaces a key that another process has just made.
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
