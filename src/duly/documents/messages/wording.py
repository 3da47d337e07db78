"""Reads the wording of a message, and refuses one that lacks or holds what it must not."""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from duly.documents.templates import BlankKind, Standing, declared
from duly.law.terms import Channel, Purpose

HOLE = re.compile(r"\{\{([^{}]+)\}\}")
# Who sends it, to whom by name, and how to verify it.
ADDRESSEE = frozenset({"履行义务人", "受送达人", "债权人"})
ASKED = frozenset({"法院名称", "法院电话", "法院地址"})
# As little about a person as will do: whoever holds the phone may read it.
CODE = frozenset({"验证码", "验证码用途", "验证码时限"})
ALLOWED = ADDRESSEE | ASKED | CODE | {"称谓", "案号", "联系人", "送达文书"}
_FORBIDDEN = re.compile(r"https?:|www\.|[a-z0-9-]+\.(cn|com|net|org)\b|账号|户名|扫码|二维码", re.I)


class MalformedMessage(ValueError):
    """The wording of a message does not keep to the form."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of one message. `version` is the SHA-256 of its file."""

    id: str
    channel: Channel
    purpose: Purpose
    clause: str
    standing: Standing
    subject: str
    text: str
    version: str

    @property
    def blanks(self) -> tuple[str, ...]:
        """The blanks that a caller gives, in order of appearance."""
        names = dict.fromkeys(HOLE.findall(self.subject + self.text))
        return tuple(name for name in names if declared()[name].kind is not BlankKind.BUILT_IN)


@cache
def wording_ids() -> tuple[str, ...]:
    """Return the id of every message, in alphabetical order."""
    names = (file.name for file in resources.files(__package__).iterdir())
    return tuple(sorted(n.removesuffix(".txt") for n in names if n.endswith(".txt")))


@cache
def load(wording_id: str) -> Wording:
    """Return the wording of a message. Raises MalformedMessage."""
    file = resources.files(__package__) / f"{wording_id}.txt"
    return read(file.read_text(encoding="utf-8"))


def wording_for(channel: Channel, purpose: Purpose) -> Wording | None:
    """Return what is said through a channel for a purpose; None where nothing is."""
    every = (load(wording_id) for wording_id in wording_ids())
    return next((one for one in every if (one.channel, one.purpose) == (channel, purpose)), None)


def read(text: str) -> Wording:
    """Return the wording that a file holds. Raises MalformedMessage."""
    parts = text.split("+++\n")
    if len(parts) != 3 or parts[0].strip():
        raise MalformedMessage("信息样式须以两行+++括住的说明开头")
    told = tomllib.loads(parts[1])
    subject, wording = str(told["subject"]), parts[2].strip()
    _check(subject + wording)
    return Wording(
        id=told["id"],
        channel=Channel(told["channel"]),
        purpose=Purpose(told["purpose"]),
        clause=told["clause"],
        standing=Standing(told["standing"]),
        subject=subject,
        text=wording,
        version=hashlib.sha256(text.encode()).hexdigest(),
    )


def _check(said: str) -> None:
    named = set(HOLE.findall(said))
    if named - ALLOWED:
        raise MalformedMessage(f"信息中不得写入：{'、'.join(sorted(named - ALLOWED))}")
    if ASKED - named or not named & ADDRESSEE:
        raise MalformedMessage("信息须写明法院名称、法院电话、法院地址和收信人姓名")
    found = _FORBIDDEN.search(said)
    if found:
        raise MalformedMessage(f"信息中不得有链接、账号或者收款方式：{found[0]}")
