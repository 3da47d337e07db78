"""Secrets that the portal hands out: 256 random bits each, kept as their hash alone."""

import secrets

from duly.crypto import provider

BYTES = 32


def mint() -> str:
    """Return a new secret that can stand in an address."""
    return secrets.token_urlsafe(BYTES)


def sha256(token: str) -> str:
    """Return the hash by which a secret is found again."""
    return provider.digest(token.encode())
