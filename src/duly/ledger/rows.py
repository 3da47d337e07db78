"""Rows of the ledger that belong together, before they are kept and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from duly.ledger.models import Instalment, Liability, Obligation


@dataclass(frozen=True, slots=True)
class Ordered:
    """What an instrument orders: an obligation, who answers for it, and its instalments."""

    obligation: Obligation
    liabilities: Sequence[Liability]
    instalments: Sequence[Instalment]
