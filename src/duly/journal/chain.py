"""How one entry is bound to the one before it.

The chain holds the digest of an entry's content, not the content: what the law later
requires to be erased can be erased without breaking the chain.
"""

from dataclasses import dataclass, fields

from duly.crypto import provider
from duly.journal.canonical import Json, spelled

BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """What is chained of one entry. `at` is ISO 8601 text with its offset from UTC."""

    seq: int
    at: str
    actor_id: int | None
    actor_name: str
    post: str
    act: str
    matter_id: int | None
    payload_hash: str
    previous_hash: str

    @property
    def hash(self) -> str:
        """The digest that the next entry carries."""
        return provider.digest(spelled({name: getattr(self, name) for name in _CHAINED}))


# `asdict` copies every value and takes longer than the digest itself.
_CHAINED = tuple(field.name for field in fields(Link))


def payload_hash(subject: Json, detail: Json) -> str:
    """Return the digest of an entry's content."""
    return provider.digest(spelled({"subject": subject, "detail": detail}))
