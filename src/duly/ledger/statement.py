"""The pay-off statement: what is owed on a day, line by line, with every worksheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from duly.law.money import (
    Bucket,
    DebtStanding,
    OrdinaryWorksheet,
    Worksheet,
    Yuan,
    exact_text,
)
from duly.law.terms import ObligationKind

FEES = frozenset(
    {ObligationKind.COURT_FEE, ObligationKind.OTHER_COSTS, ObligationKind.ENFORCEMENT_FEE}
)
# What enforcement adds to the instrument: no part of the time to apply for it.
ADDED = frozenset({ObligationKind.ENFORCEMENT_FEE, ObligationKind.DELAY_PENALTY})


@dataclass(frozen=True, slots=True)
class Line:
    """One obligation on a day.

    Amounts are None where they cannot be given; `undecided` then says why. For an act
    `amount` is None and `performed_date` tells when it was done. `standings` holds one
    entry for each instalment, with the worksheets. `agreed_value` is what an act is worth by
    agreement; it is not owed. `accelerated_date` is the day on which all instalments fell
    due, by the words of the instrument in `acceleration`.
    """

    obligation_id: int
    ordinal: int
    kind: ObligationKind
    description: str
    payee: str
    creditor_id: int | None
    debtor_ids: frozenset[int]
    due_date: date | None
    due_reason: str
    amount: Yuan | None
    standings: tuple[DebtStanding, ...]
    performed_date: date | None
    undecided: tuple[str, ...]
    agreed_value: Yuan | None = None
    acceleration: str = ""
    accelerated_date: date | None = None

    @property
    def is_act(self) -> bool:
        """Whether the debtor must do something other than pay."""
        return self.kind is ObligationKind.ACT

    @property
    def principal_left(self) -> Yuan | None:
        """What is left of the amount that the instrument names."""
        return self._left(*(s.debt.bucket for s in self.standings[:1]))

    @property
    def ordinary_left(self) -> Yuan | None:
        """What is left of the interest that the instrument awards."""
        return self._left(Bucket.INTEREST)

    @property
    def doubled_left(self) -> Yuan | None:
        """What is left of the doubled part; None while the due day is not known."""
        if any(standing.undecided for standing in self.standings):
            return None
        return self._left(Bucket.DOUBLED)

    @property
    def known(self) -> Yuan:
        """What is owed as far as it can be reckoned."""
        return Yuan.total(standing.owing for standing in self.standings)

    @property
    def total(self) -> Yuan | None:
        """What is owed; None where a part of it cannot be given. An act owes no money."""
        return None if self.undecided else self.known

    @property
    def added(self) -> Yuan:
        """All that has ever been owed, as far as it can be reckoned."""
        return Yuan.total(s.added(bucket) for s in self.standings for bucket in Bucket)

    @property
    def paid(self) -> Yuan:
        """What payments were set against this obligation."""
        return Yuan.total(part for s in self.standings for part in s.paid.values())

    @property
    def waived(self) -> Yuan:
        """What the creditor gave up."""
        return Yuan.total(part for s in self.standings for part in s.waived.values())

    @property
    def is_instrument(self) -> bool:
        """Whether the line is what performance is about: all but the court's enforcement fee."""
        return self.kind is not ObligationKind.ENFORCEMENT_FEE

    @property
    def per_day(self) -> Fraction | None:
        """What a further day adds, exact, in yuan."""
        days = [standing.per_day for standing in self.standings]
        if self.undecided or None in days:
            return None
        return sum((day for day in days if day), Fraction(0))

    @property
    def ordinary_worksheets(self) -> tuple[OrdinaryWorksheet, ...]:
        """The worksheets of the ordinary interest, one for each instalment that bears it."""
        return tuple(s.ordinary for s in self.standings if s.ordinary is not None)

    @property
    def doubled_worksheets(self) -> tuple[Worksheet, ...]:
        """The worksheets of the doubled part, one for each instalment that is late."""
        return tuple(s.doubled for s in self.standings if s.doubled is not None)

    @property
    def is_performed(self) -> bool | None:
        """Whether the obligation is performed; None where that cannot be told."""
        if self.is_act:
            return self.performed_date is not None
        if self.known:
            return False
        return None if self.undecided else True

    @property
    def performed_on(self) -> date | None:
        """The day on which the obligation was performed."""
        if self.is_act or not self.is_performed:
            return self.performed_date
        return max((s.settled_on for s in self.standings if s.settled_on), default=None)

    def _left(self, *buckets: Bucket) -> Yuan | None:
        if not self.standings:
            return None
        return Yuan.total(s.left(bucket) for s in self.standings for bucket in buckets)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a matter owes on a day (valid for that day alone).

    `total` is None where some figure cannot be given; `known` is the sum of the others and
    `undecided` says what is missing. `surplus` was paid beyond everything owed and is to
    be returned (待退). `notes` are sentences for whoever pays.
    """

    on: date
    lines: tuple[Line, ...]
    paid: Yuan
    surplus: Yuan
    undecided: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def known(self) -> Yuan:
        """What is owed as far as it can be reckoned."""
        return Yuan.total(line.known for line in self.lines)

    @property
    def total(self) -> Yuan | None:
        """What is owed; None where a part of it cannot be given."""
        return None if self.undecided else self.known

    @property
    def court_fees_owed(self) -> Yuan:
        """What is left of court fees and other costs."""
        return Yuan.total(line.known for line in self.lines if line.kind in FEES)

    @property
    def waived(self) -> Yuan:
        """What creditors gave up."""
        return Yuan.total(line.waived for line in self.lines)

    @property
    def last_due(self) -> date | None:
        """The last day to perform of all obligations; None while one is not known.

        The two years to apply for enforcement run from it (民事诉讼法第二百五十条, 2023).
        """
        days = [line.due_date for line in self.lines if line.kind not in ADDED]
        return None if None in days else max((day for day in days if day), default=None)

    @property
    def per_day(self) -> Fraction | None:
        """What a further day adds, exact, in yuan; None where it cannot be given."""
        days = [line.per_day for line in self.lines]
        return None if None in days else sum((day for day in days if day), Fraction(0))

    @property
    def per_day_text(self) -> str:
        """What a further day adds: +17.50元/日."""
        per_day = self.per_day
        return "暂时无法计算" if per_day is None else f"+{exact_text(per_day)}元/日"

    @property
    def is_performed(self) -> bool | None:
        """Whether everything is performed; None where that cannot be told, or nothing is owed.

        The enforcement fee is owed to the court and holds nobody's release up.
        """
        return _all(self._instrument)

    @property
    def performed_on(self) -> date | None:
        """The day on which the last obligation was performed; None until then."""
        return _last_day(self._instrument)

    def performed_by(self, debtor_id: int) -> bool | None:
        """Whether every obligation that a debtor answers for is performed, by whomever."""
        return _all(line for line in self._of(debtor_id) if line.is_instrument)

    def performed_by_on(self, debtor_id: int) -> date | None:
        """The day on which the last obligation of a debtor was performed; None until then."""
        return _last_day(line for line in self._of(debtor_id) if line.is_instrument)

    def owed_by(self, debtor_id: int) -> Yuan:
        """What a debtor answers for, as far as it can be reckoned."""
        return Yuan.total(line.known for line in self._of(debtor_id))

    @property
    def _instrument(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.is_instrument)

    def _of(self, debtor_id: int) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if debtor_id in line.debtor_ids)


def _all(lines: Iterable[Line]) -> bool | None:
    answers = {line.is_performed for line in lines}
    if False in answers:
        return False
    return True if answers == {True} else None


def _last_day(lines: Iterable[Line]) -> date | None:
    performed = tuple(lines)
    if not _all(performed):
        return None
    return max((line.performed_on for line in performed if line.performed_on), default=None)
