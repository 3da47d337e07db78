"""What an adapter is asked to carry, and the three ways in which it may not have done so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message."""

    name: str
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message as a supplier gets it. `id` never changes, however often it is handed over."""

    id: str
    address: str
    subject: str
    text: str
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """The supplier has it, under a reference of its own."""

    reference: str


class RefusedBySupplier(Exception):
    """The supplier will not carry this message: the address is wrong, or the content."""


class Unavailable(Exception):
    """The supplier certainly does not have it: another may be tried."""


class Unknown(Exception):
    """The supplier may have it, or may not: nobody else may be tried."""


class Supplier(Protocol):
    """An adapter. Both methods may raise Unavailable and Unknown."""

    def send(self, envelope: Envelope, *, at: datetime) -> Accepted:
        """Hand a message over. Raises RefusedBySupplier too."""

    def find(self, message_id: str, *, at: datetime) -> Accepted | None:
        """Return what the supplier has under our id; None where it surely has nothing."""
