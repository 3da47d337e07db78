"""Blanks as JSON and back: what a paper was drawn from, kept so that it can be drawn again."""

import json
from collections.abc import Mapping
from typing import Any

from duly.documents.blank import Blank, Blanks, Rows


def dump(blanks: Blanks) -> str:
    """Return the blanks as canonical JSON."""
    content = {
        name: [_rows(row) for row in given.rows] if isinstance(given, Rows) else _entry(given)
        for name, given in blanks.items()
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def load(text: str) -> dict[str, Blank | Rows]:
    """Return the blanks that `dump` wrote."""
    content: dict[str, Any] = json.loads(text)
    return {
        name: Rows(tuple({column: _blank(entry) for column, entry in row.items()} for row in given))
        if isinstance(given, list)
        else _blank(given)
        for name, given in content.items()
    }


def _rows(row: Mapping[str, Blank]) -> dict[str, dict[str, str | bool]]:
    return {column: _entry(blank) for column, blank in row.items()}


def _entry(blank: Blank) -> dict[str, str | bool]:
    return {"value": blank.value, "source": blank.source, "verified": blank.verified}


def _blank(entry: Mapping[str, Any]) -> Blank:
    return Blank(entry["value"], entry["source"], entry["verified"])
