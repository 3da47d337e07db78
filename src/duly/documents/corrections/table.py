"""The one table of corrections."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from duly.documents.templates import load


@dataclass(frozen=True, slots=True)
class Correction:
    """One departure: the source's wording, ours, and why. `opens` marks one at the very start."""

    template: str
    source: str
    ours: str
    reason: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Addition:
    """What the printed sheet bears beside the wording, and why."""

    template: str
    place: str
    ours: str
    reason: str


@cache
def corrections() -> tuple[Correction, ...]:
    """Return every correction, in the order of the file."""
    return tuple(
        Correction(
            template=entry["template"],
            source=entry["source"],
            ours=entry["ours"],
            reason=entry["reason"],
            opens=entry.get("at") == "start",
        )
        for entry in _file()["correction"]
    )


@cache
def additions() -> tuple[Addition, ...]:
    """Return what is printed outside the wording, in the order of the file."""
    return tuple(Addition(**entry) for entry in _file()["addition"])


@cache
def _file() -> dict[str, list[dict[str, str]]]:
    text = (resources.files(__package__) / "corrections.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def in_markdown() -> str:
    """Return the table for the documentation."""
    lines = ["| 文书 | 原文 | 本系统 | 理由 |", "|---|---|---|---|"]
    for correction in corrections():
        ours = correction.ours or "（删去）"
        name = _name(correction.template)
        lines.append(f"| {name} | {correction.source} | {ours} | {correction.reason} |")
    for one in additions():
        lines.append(f"| {_name(one.template)} | （无，{one.place}） | {one.ours} | {one.reason} |")
    return "\n".join(lines) + "\n"


def _name(template_id: str) -> str:
    template = load(template_id)
    return f"{template.title}（{template.variant}）" if template.variant else template.title
