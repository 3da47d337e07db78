"""The wording of messages (短信、电子邮件), kept with the care of the papers' templates.

One text file each, its blanks from the vocabulary of the papers. Whoever reads a message sees who
sends it, to whom by name, how to verify it, and never a way to pay.
"""

from duly.documents.messages.wording import (
    MalformedMessage,
    Wording,
    load,
    wording_for,
    wording_ids,
)
from duly.documents.messages.writing import Written, write

__all__ = [
    "MalformedMessage",
    "Wording",
    "Written",
    "load",
    "wording_for",
    "wording_ids",
    "write",
]
