"""The seam to cryptography: a court may put an approved module in the default's place.

A provider is an object with the methods of `Provider`. Every stored value names the algorithm
and the key that made it, so that values made by an older key or provider stay readable.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class CryptoRefused(ValueError):
    """A stored value cannot be opened: it was altered, or its key is not here."""


class Provider(Protocol):
    """What Duly asks of cryptography. Digests and indexes are lower-case hexadecimal."""

    def digest(self, data: bytes, algorithm: str = "sha256") -> str:
        """Return the digest of some bytes."""

    def encrypt(self, text: str) -> str:
        """Return a text sealed under the current key, with the ids of algorithm and key."""

    def decrypt(self, sealed: str) -> str:
        """Return the text that was sealed, by whichever key its id names."""

    def blind_index(self, text: str, purpose: str) -> str:
        """Return a keyed digest by which equal texts are found without reading them."""

    def mac(self, data: bytes, key: str) -> str:
        """Return the authentication code of some bytes under a key shared with somebody."""

    def sign(self, data: bytes) -> str:
        """Return a signature with the ids of algorithm and key."""

    def verify(self, data: bytes, signature: str) -> bool:
        """Tell whether a signature is this court's and belongs to these bytes."""

    def token(self, claims: str, kind: str) -> str:
        """Return claims in JSON as a JWT (RFC 7519) of a kind, which anybody verifies."""

    def public_keys(self) -> Sequence[Mapping[str, str]]:
        """Return the keys by which tokens verify, as JSON Web Keys (RFC 7517), newest first."""


@cache
def current() -> Provider:
    """Return the provider that the settings name, with the keys of this court."""
    make = import_string(settings.DULY_CRYPTO_PROVIDER)
    provider: Provider = make(settings.DULY_KEYS)
    return provider


def digest(data: bytes, algorithm: str = "sha256") -> str:
    """Return the digest of some bytes: sha256, or sm3 where the library has it."""
    return current().digest(data, algorithm)


def encrypt(text: str) -> str:
    """Return a text sealed under the current key."""
    return current().encrypt(text)


def decrypt(sealed: str) -> str:
    """Return the text that was sealed.

    :raises CryptoRefused: if it was altered, or the key that it names is not here.
    """
    return current().decrypt(sealed)


def blind_index(text: str, purpose: str) -> str:
    """Return the index by which a text is found again; each purpose has its own."""
    return current().blind_index(text, purpose)


def mac(data: bytes, key: str) -> str:
    """Return the authentication code of some bytes under a key, by its name, that is shared."""
    return current().mac(data, key)


def sign(data: bytes) -> str:
    """Return this court's signature over some bytes."""
    return current().sign(data)


def verify(data: bytes, signature: str) -> bool:
    """Tell whether a signature is this court's and belongs to these bytes."""
    return current().verify(data, signature)


def token(claims: str, kind: str) -> str:
    """Return claims in JSON as a JWT (RFC 7519) of a kind, which anybody verifies."""
    return current().token(claims, kind)


def public_keys() -> Sequence[Mapping[str, str]]:
    """Return the keys by which tokens verify, as JSON Web Keys (RFC 7517), newest first."""
    return current().public_keys()
