"""The order in which a payment satisfies a debt (清偿顺序)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duly.law.money.refused import Refused
from duly.law.money.yuan import NOTHING, Yuan
from duly.law.terms import Term


class Bucket(Term):
    """What a part of a payment goes to, in the order of the law."""

    COSTS = "costs", "实现债权的费用"
    INTEREST = "interest", "一般债务利息"
    PRINCIPAL = "principal", "主债务"
    DOUBLED = "doubled", "加倍部分债务利息"


BY_LAW = tuple(Bucket)


@dataclass(frozen=True, slots=True)
class Allocation:
    """What a payment went to, and what of it is left."""

    parts: Mapping[Bucket, Yuan]
    left: Yuan

    def to(self, bucket: Bucket) -> Yuan:
        """Return what went to a bucket."""
        return self.parts.get(bucket, NOTHING)


def allocate(
    amount: Yuan, owed: Mapping[Bucket, Yuan], *, order: Sequence[Bucket] = BY_LAW
) -> Allocation:
    """Return how a payment is set against what is owed.

    法释〔2014〕8号第四条: the debts of money in the instrument first, then the doubled part;
    among them 民法典第五百六十一条: costs, interest, principal. `order` is another order
    that the parties agreed; Raises Refused unless it names each bucket once.
    """
    if sorted(order) != sorted(BY_LAW):
        raise Refused("order", "约定的清偿顺序应当把四项各写一次")
    parts: dict[Bucket, Yuan] = {}
    for bucket in order:
        parts[bucket] = min(amount, owed.get(bucket, NOTHING))
        amount -= parts[bucket]
    return Allocation(parts, amount)
