"""Errands, their messages, what was handed to suppliers, and receipts."""

from duly.outreach.models.errand import Errand
from duly.outreach.models.ferry import FerryBatch, Way
from duly.outreach.models.message import (
    FINAL,
    Handover,
    HandoverOutcome,
    Message,
    MessageState,
    Receipt,
)

__all__ = [
    "FINAL",
    "Errand",
    "FerryBatch",
    "Handover",
    "HandoverOutcome",
    "Message",
    "MessageState",
    "Receipt",
    "Way",
]
