"""What the rules of pre-enforcement urging (二) need to know."""

from dataclasses import dataclass
from datetime import date

from duly.law.effect import Effect
from duly.law.mechanism.preservation import Preservation
from duly.law.money import Yuan


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know. None means not yet established."""

    on: date
    effect: Effect | None
    first_instance_here: bool | None
    served_by_public_notice: bool | None
    emergency: bool | None
    consented: bool | None
    can_be_reached: bool
    owing: Yuan | None
    paid: Yuan
    term_ends_on: date | None
    extended: bool
    warned_of_consequences: bool
    refused: bool
    attempts: int
    reached: int
    notice_issued: bool
    performed: bool | None = None
    limitation_on: date | None = None
    preservations: tuple[Preservation, ...] = ()
    urging_ends_on: date | None = None
