"""Suppliers: who carries messages. Each adapter answers what surely, or perhaps, happened."""

from duly.outreach.suppliers.declared import Declared, MalformedSuppliers, carried, declared, route
from duly.outreach.suppliers.supplier import (
    Accepted,
    Attachment,
    Envelope,
    RefusedBySupplier,
    Supplier,
    Unavailable,
    Unknown,
)

__all__ = [
    "Accepted",
    "Attachment",
    "Declared",
    "Envelope",
    "MalformedSuppliers",
    "RefusedBySupplier",
    "Supplier",
    "Unavailable",
    "Unknown",
    "carried",
    "declared",
    "route",
]
