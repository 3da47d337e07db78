"""Where several debts stand on a day, after everything that was paid (还款抵充)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from duly.law.money.allocation import BY_LAW, Bucket
from duly.law.money.balance import Payment, Stretch
from duly.law.money.doubled import Worksheet, doubled_interest
from duly.law.money.ordinary import OrdinaryWorksheet, ordinary_interest
from duly.law.money.rates import LprTable
from duly.law.money.terms import Terms
from duly.law.money.yuan import NOTHING, Yuan


@dataclass(frozen=True, slots=True)
class Debt:
    """A sum that the instrument orders to be paid by one day.

    `due` is None while the day is not known: then no doubled part can be reckoned.
    `bucket` is COSTS or PRINCIPAL; `doubles` whether delay doubles its interest (court
    fees: no); `terms` the ordinary interest it bears; `excluded` the stretches of
    法释〔2014〕8号第三条第三款. Where `daily` is given, that much is added for each day of
    the stretch (迟延履行金 by the day) and `amount` is what has come together so far.
    """

    key: str
    amount: Yuan
    due: date | None
    bucket: Bucket = Bucket.PRINCIPAL
    doubles: bool = True
    terms: Terms | None = None
    excluded: tuple[Stretch, ...] = ()
    daily: tuple[Yuan, Stretch] | None = None

    def grown(self, day: date) -> "Debt":
        """Return the debt as it stands on a day: one by the day has grown until then."""
        if self.daily is None:
            return self
        each, stretch = self.daily
        days = max(0, (min(day, stretch.end) - stretch.start).days)
        return replace(self, amount=Yuan(each.fen * days))

    def added_per_day(self, day: date) -> Fraction:
        """Return what the day itself adds to the amount, in yuan."""
        if self.daily is None or day not in self.daily[1]:
            return Fraction(0)
        return self.daily[0].exact


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money that arrived on a day, and the debts that it may be set against.

    With `waives` no money arrived: whatever was owed on that day was given up (免除).
    """

    key: str
    on: date
    amount: Yuan
    towards: frozenset[str]
    order: tuple[Bucket, ...] = BY_LAW
    waives: bool = False


@dataclass(frozen=True, slots=True)
class Booking:
    """A part of a receipt set against a debt; `debt` and `bucket` are None for a surplus."""

    receipt: str
    debt: str | None
    bucket: Bucket | None
    amount: Yuan
    waived: bool = False


@dataclass(frozen=True, slots=True)
class DebtStanding:
    """One debt on a day: what was added, what was paid, what is left, with the worksheets.

    `doubled` is None until the due day, while that is not known, or where delay doubles nothing.
    `settled_on` is the day on which nothing was left; None while something is, or while
    the due day is not known. `waived` was given up by the creditor and is owed no more.
    """

    debt: Debt
    paid: dict[Bucket, Yuan]
    ordinary: OrdinaryWorksheet | None
    doubled: Worksheet | None
    settled_on: date | None
    waived: dict[Bucket, Yuan] = field(default_factory=dict)
    grows: Fraction = Fraction(0)

    def added(self, bucket: Bucket) -> Yuan:
        """Return all that has ever been owed under a bucket."""
        if bucket is self.debt.bucket:
            return self.debt.amount
        if bucket is Bucket.INTEREST and self.ordinary is not None:
            return self.ordinary.ordinary
        if bucket is Bucket.DOUBLED and self.doubled is not None:
            return self.doubled.doubled
        return NOTHING

    def left(self, bucket: Bucket) -> Yuan:
        """Return what is still owed under a bucket."""
        return Yuan(self._left(bucket))

    def _left(self, bucket: Bucket) -> int:
        gone = self.paid.get(bucket, NOTHING).fen + self.waived.get(bucket, NOTHING).fen
        return self.added(bucket).fen - gone

    @property
    def owing(self) -> Yuan:
        """All that is still owed, as far as it is known."""
        return Yuan(sum(self._left(bucket) for bucket in Bucket))

    @property
    def undecided(self) -> bool:
        """Whether the doubled part cannot be reckoned because the due day is not known."""
        return self.debt.doubles and self.debt.due is None

    @property
    def per_day(self) -> Fraction | None:
        """What a further day adds, exact, in yuan; None where it is not known."""
        if self.undecided:
            return None
        ordinary = Fraction(0) if self.ordinary is None else self.ordinary.per_day
        doubled = Fraction(0) if self.doubled is None else self.doubled.per_day
        return None if ordinary is None else ordinary + doubled + self.grows


@dataclass(frozen=True, slots=True)
class Standing:
    """All debts on a day, and where each receipt went."""

    on: date
    debts: tuple[DebtStanding, ...]
    bookings: tuple[Booking, ...]

    @property
    def surplus(self) -> Yuan:
        """What was paid beyond everything owed, to be returned (待退)."""
        return Yuan.total(b.amount for b in self.bookings if b.debt is None)


def stand(
    debts: Sequence[Debt], receipts: Iterable[Receipt], *, on: date, lpr: LprTable
) -> Standing:
    """Return where debts stand on a day, counting the receipts up to and on that day.

    Each receipt is set, in the order of arrival, against what was owed on its day: bucket
    by bucket (法释〔2014〕8号第四条, 民法典第五百六十一条), within a bucket the earlier due
    debt first (民法典第五百六十条). Raises RateNotOnFile where a needed rate is missing.
    """
    runs = [_Run(debt) for debt in sorted(debts, key=_by_due)]
    arrived = sorted((r for r in receipts if r.on <= on), key=lambda r: (r.on, r.key))
    bookings = [booking for receipt in arrived for booking in _book(receipt, runs, lpr)]
    standings = {run.debt.key: run.standing(on, lpr) for run in runs}
    return Standing(on, tuple(standings[debt.key] for debt in debts), tuple(bookings))


def _by_due(debt: Debt) -> tuple[date, str]:
    return (debt.due or date.max, debt.key)


def _book(receipt: Receipt, runs: "Sequence[_Run]", lpr: LprTable) -> list[Booking]:
    open_runs = [run for run in runs if run.debt.key in receipt.towards]
    owed = {run.debt.key: run.standing(receipt.on, lpr) for run in open_runs}
    left = Yuan.total(one.owing for one in owed.values()) if receipt.waives else receipt.amount
    rest = {key: one.owing for key, one in owed.items()}
    bookings = []
    for bucket in receipt.order:
        for run in open_runs if left else ():
            key = run.debt.key
            part = min(left, owed[key].left(bucket))
            if part:
                run.take(bucket, Payment(receipt.on, part), waived=receipt.waives)
                bookings.append(Booking(receipt.key, key, bucket, part, receipt.waives))
                left, rest[key] = left - part, rest[key] - part
    for run in open_runs:
        run.note_settlement(receipt.on, owed[run.debt.key], rest[run.debt.key])
    return bookings + ([Booking(receipt.key, None, None, left)] if left else [])


@dataclass(slots=True)
class _Run:
    """A debt while its receipts are being booked."""

    debt: Debt
    towards_amount: list[Payment] = field(default_factory=list)
    paid: dict[Bucket, Yuan] = field(default_factory=dict)
    waived: dict[Bucket, Yuan] = field(default_factory=dict)
    settled_on: date | None = None

    def take(self, bucket: Bucket, payment: Payment, *, waived: bool) -> None:
        gone = self.waived if waived else self.paid
        gone[bucket] = gone.get(bucket, NOTHING) + payment.amount
        if bucket is self.debt.bucket:
            self.towards_amount.append(payment)

    def note_settlement(self, day: date, before: DebtStanding, rest: Yuan) -> None:
        """Note that nothing is left: what came on a day adds no interest to that day."""
        settled = not (before.undecided or rest)
        if settled and (self.settled_on is None or self.debt.daily is not None):
            self.settled_on = day

    def standing(self, day: date, lpr: LprTable) -> DebtStanding:
        return DebtStanding(
            self.debt.grown(day),
            dict(self.paid),
            self._ordinary(day, lpr),
            self._doubled(day),
            self.settled_on,
            dict(self.waived),
            self.debt.added_per_day(day),
        )

    def _ordinary(self, day: date, lpr: LprTable) -> OrdinaryWorksheet | None:
        if self.debt.terms is None:
            return None
        return ordinary_interest(
            self.debt.amount,
            terms=self.debt.terms,
            payments=self.towards_amount,
            until=day,
            lpr=lpr,
        )

    def _doubled(self, day: date) -> Worksheet | None:
        due = self.debt.due
        if due is None or day < due or not self.debt.doubles:
            return None
        return doubled_interest(
            self.debt.amount,
            due=due,
            payments=self.towards_amount,
            until=day,
            excluded=self.debt.excluded,
        )
