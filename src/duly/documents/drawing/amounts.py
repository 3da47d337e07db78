"""Amounts as papers write them: read back, and in capitals."""

import re

from duly.documents.blank import Blank, Rows
from duly.documents.drawing.drawn import Span
from duly.law.money import Refused, Yuan, capitals

_ONE = re.compile(r"((?:\d{1,3}(?:,\d{3})*|\d+)\.\d{2})元", re.ASCII)


def amount_of(text: str) -> Yuan | None:
    """Return the one amount that a text states (12,345.67元), or None."""
    found = _ONE.fullmatch(text)
    try:
        return Yuan.of(found[1].replace(",", "")) if found else None
    except Refused:
        return None


def in_capitals(hole: str, blank: Blank | Rows | None) -> list[Span]:
    """Return the amount of a blank in capitals; nothing where it states no one amount."""
    if not isinstance(blank, Blank):
        return []
    amount = amount_of(blank.value)
    return [Span(capitals(amount), hole, blank.source)] if amount is not None else []
