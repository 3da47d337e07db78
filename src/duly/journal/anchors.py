"""Signed marks of the chain's end, kept as files outside the database.

Copy the folder to another machine or medium: whoever rewrites the database cannot
rewrite those copies, and up to the last of them every change shows.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from duly.crypto import provider
from duly.journal.canonical import spelled


@dataclass(frozen=True, slots=True)
class Anchor:
    """The chain's end at a moment: `hash` of entry `seq`, under this court's signature."""

    seq: int
    hash: str
    at: str
    signature: str

    @property
    def genuine(self) -> bool:
        """Whether the signature is this court's and covers this end of the chain."""
        return provider.verify(_signed(self.seq, self.hash, self.at), self.signature)


def make(*, seq: int, head_hash: str, at: datetime) -> Anchor:
    """Return a signed anchor for the end of the chain."""
    moment = at.isoformat()
    return Anchor(seq, head_hash, moment, provider.sign(_signed(seq, head_hash, moment)))


def keep(anchor: Anchor, folder: Path) -> Path:
    """Write an anchor to its own file, once; an anchor for the same end is kept as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"anchor-{anchor.seq:012d}-{anchor.hash[:12]}.json"
    if path.exists():
        return path
    draft = path.with_suffix(f".{os.getpid()}.draft")
    draft.write_text(json.dumps(_fields(anchor), ensure_ascii=False, indent=1), encoding="utf-8")
    draft.replace(path)
    return path


def read(folder: Path) -> tuple[Sequence[Anchor], Sequence[Path]]:
    """Return the anchors of a folder, oldest first, and the files that cannot be read as one."""
    anchors, spoilt = [], []
    for path in sorted(folder.glob("anchor-*.json")):
        try:
            anchors.append(Anchor(**json.loads(path.read_text(encoding="utf-8"))))
        except (ValueError, TypeError):
            spoilt.append(path)
    return sorted(anchors, key=lambda anchor: anchor.seq), spoilt


def _fields(anchor: Anchor) -> dict[str, str | int]:
    return {
        "seq": anchor.seq,
        "hash": anchor.hash,
        "at": anchor.at,
        "signature": anchor.signature,
    }


def _signed(seq: int, head_hash: str, at: str) -> bytes:
    return spelled({"seq": seq, "hash": head_hash, "at": at})
