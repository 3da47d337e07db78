"""Fields and constraints of the ledger. What writes is in `actions`, what reads in `queries`."""

from duly.ledger.models.obligation import (
    ActPerformance,
    Instalment,
    Liability,
    LiabilityKind,
    Obligation,
    Suspension,
)
from duly.ledger.models.payment import (
    SURPLUS,
    Allocation,
    AllocationRun,
    Payment,
    ReferenceClaim,
    Target,
)

__all__ = [
    "SURPLUS",
    "ActPerformance",
    "Allocation",
    "AllocationRun",
    "Instalment",
    "Liability",
    "LiabilityKind",
    "Obligation",
    "Payment",
    "ReferenceClaim",
    "Suspension",
    "Target",
]
