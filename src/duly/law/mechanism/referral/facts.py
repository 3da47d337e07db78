"""What the rules of a criminal referral (移送拒执罪) need to know."""

from dataclasses import dataclass
from datetime import date

from duly.law.mechanism.sanction.act import Act
from duly.law.mechanism.warning import Settlement
from duly.law.money import Yuan

FLOW = "三(三)2"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know. None means not yet established.

    `sanctioned` tells whether a fine or a detention of the debtor stands; `proposed` are
    the acts in the newest proposal.
    """

    on: date
    acts: tuple[Act, ...]
    effective: bool | None
    owing: Yuan | None
    performed: bool | None
    settlement: Settlement | None
    sanctioned: bool
    proposed: tuple[int, ...]
