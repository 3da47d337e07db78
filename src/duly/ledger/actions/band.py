"""The band of a matter's amount, kept beside it so that lists need not add up obligations."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Sum

from duly.law.money import Yuan
from duly.law.terms import ObligationKind
from duly.ledger.models import Obligation
from duly.registry.amounts import band_of
from duly.registry.models import Matter


def keep_bands(matter_ids: Collection[int]) -> None:
    """Set the band of matters anew, by the money that their instruments order to pay.

    Call in the transaction of whatever registers or withdraws an obligation.
    """
    ordered = Obligation.objects.filter(
        matter_id__in=matter_ids, kind=ObligationKind.MONEY, withdrawn_at=None
    )
    sums = dict(ordered.values_list("matter_id").annotate(Sum("amount_fen")).order_by())
    matters: dict[int, list[int]] = defaultdict(list)
    for matter_id in matter_ids:
        matters[band_of(Yuan(sums.get(matter_id, 0)))].append(matter_id)
    for band, found in matters.items():
        Matter.objects.filter(pk__in=found).exclude(amount_band=band).update(amount_band=band)
