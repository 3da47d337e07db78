"""Secrets that the portal hands out: 256 bits each, kept as their hash.

That of a link is derived from a random seed of 128 bits under a key of the court's own, so that
a sheet can be printed again with its code; neither the database nor the key alone tells it.
"""

import base64
import secrets

from duly.crypto import provider

BYTES = 32
KEY = "portal-token"


def mint() -> str:
    """Return a new secret that can stand in an address."""
    return secrets.token_urlsafe(BYTES)


def seed() -> str:
    """Return what a secret can be derived from again, and nothing without the key."""
    return secrets.token_hex(BYTES // 2)


def derived(seed: str) -> str:
    """Return the secret of a seed, that can stand in an address."""
    return base64.urlsafe_b64encode(bytes.fromhex(provider.mac(seed.encode(), KEY))).decode()


def sha256(token: str) -> str:
    """Return the hash by which a secret is found again."""
    return provider.digest(token.encode())
