"""The interest that the instrument awards, as the registration form asks it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from duly.law.mechanism.record.obligations import InterestKind
from duly.law.money import Fixed, LprMultiple, LprTerm, Per, Terms
from duly.procedure.refusal import Unanswered

PERCENT = Decimal("0.01")
PER_TEN_THOUSAND = Decimal("0.0001")


def terms_of(given: Mapping[str, Any]) -> Terms | None:
    """Return the terms of ordinary interest, or None where the instrument awards none.

    Raises Unanswered where a rate or the first day is missing.
    """
    kind: InterestKind = given["interest_kind"]
    if kind is InterestKind.NONE:
        return None
    rate: Decimal | None = given["interest_rate"]
    if rate is None or rate == 0:
        raise Unanswered({"interest_rate": "利率或者倍数：请填写"})
    if given["interest_from"] is None:
        raise Unanswered({"interest_from": "利息起算日：请填写"})
    return Terms(rate=_rate(kind, rate), start=given["interest_from"])


def _rate(kind: InterestKind, rate: Decimal) -> Fixed | LprMultiple:
    if kind is InterestKind.YEARLY:
        return Fixed(rate * PERCENT, Per.YEAR)
    if kind is InterestKind.DAILY:
        return Fixed(rate * PER_TEN_THOUSAND, Per.DAY)
    return LprMultiple(rate, LprTerm.ONE_YEAR)
