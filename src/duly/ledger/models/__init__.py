"""Fields and constraints of the ledger. What writes is in `actions`, what reads in `queries`."""

from duly.ledger.models.obligation import (
    ActPerformance,
    ActValuation,
    Instalment,
    Liability,
    LiabilityKind,
    Obligation,
    Suspension,
    Waiver,
)
from duly.ledger.models.payment import (
    SURPLUS,
    Allocation,
    AllocationRun,
    Payment,
    ReferenceClaim,
    Target,
)
from duly.ledger.models.payout import Payout, PayoutState

__all__ = [
    "SURPLUS",
    "ActPerformance",
    "ActValuation",
    "Allocation",
    "AllocationRun",
    "Instalment",
    "Liability",
    "LiabilityKind",
    "Obligation",
    "Payment",
    "Payout",
    "PayoutState",
    "ReferenceClaim",
    "Suspension",
    "Target",
    "Waiver",
]
