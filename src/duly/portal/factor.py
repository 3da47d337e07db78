"""The second factor: the last six places of the party's ID number or credit code.

What is kept is a digest under a key of its own, bound to the token: it tells nothing without
both, and says the same whether the portal stands with the court or alone.
"""

import hmac
import re

from duly.crypto import provider

PLACES = 6
KEY = "portal-factor"
_TYPED = re.compile(rf"[0-9A-Z]{{{PLACES}}}")


def places(identifier: str) -> str:
    """Return the places of a number that are asked for; empty where it is too short, or missing."""
    return identifier[-PLACES:].upper() if len(identifier) >= PLACES else ""


def of(identifier: str, token_sha256: str) -> str:
    """Return the digest for the last places of a number, bound to a token; empty without one."""
    asked = places(identifier)
    return _digest(asked, token_sha256) if asked else ""


def matches(typed: str, token_sha256: str, kept: str) -> bool:
    """Tell in constant time whether these are the last places of the party's number."""
    given = typed.strip().upper()
    well_formed = _TYPED.fullmatch(given) is not None
    same = hmac.compare_digest(_digest(given, token_sha256), kept)
    return well_formed and same


def _digest(places: str, token_sha256: str) -> str:
    return provider.mac(f"{token_sha256}\n{places}".encode(), KEY)
