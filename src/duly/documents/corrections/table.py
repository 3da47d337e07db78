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


@cache
def corrections() -> tuple[Correction, ...]:
    """Return every correction, in the order of the file."""
    text = (resources.files(__package__) / "corrections.toml").read_text(encoding="utf-8")
    return tuple(
        Correction(
            template=entry["template"],
            source=entry["source"],
            ours=entry["ours"],
            reason=entry["reason"],
            opens=entry.get("at") == "start",
        )
        for entry in tomllib.loads(text)["correction"]
    )


def in_markdown() -> str:
    """Return the table for the documentation."""
    lines = ["| 文书 | 原文 | 本系统 | 理由 |", "|---|---|---|---|"]
    for correction in corrections():
        template = load(correction.template)
        name = f"{template.title}（{template.variant}）" if template.variant else template.title
        ours = correction.ours or "（删去）"
        lines.append(f"| {name} | {correction.source} | {ours} | {correction.reason} |")
    return "\n".join(lines) + "\n"
