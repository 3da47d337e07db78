"""Blind indexes: by them a sealed value is found again, each purpose with its own."""

from duly.crypto import provider

PHONE, ADDRESS, ACCOUNT, IDENTIFIER = "phone", "address", "account", "identifier"


def index(text: str, purpose: str) -> str:
    """Return the blind index by which an exact value is found again."""
    return provider.blind_index(text, purpose) if text else ""
