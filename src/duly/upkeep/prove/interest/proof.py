"""Random debts, payments and excluded stretches: both implementations must say the same fen."""

import time
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import get_context
from random import Random

from duly.law.money import Payment, Stretch, Yuan, doubled_interest
from duly.upkeep.prove.figures import commit, machine
from duly.upkeep.prove.interest.by_the_day import doubled

FIRST = date(2014, 8, 1)
IN_A_PART = 5_000
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Case:
    """A debt with its history; days are numbered from the due day."""

    fen: int
    due: date
    length: int
    payments: tuple[tuple[int, int], ...]
    excluded: tuple[tuple[int, int], ...]

    def product(self) -> int:
        """Return what the product answers, in fen."""
        return _answer(self.typed())

    def typed(self) -> "Typed":
        """Return the case as the product takes it."""
        return (
            Yuan(self.fen),
            self.due,
            [Payment(self._day(day), Yuan(fen)) for day, fen in self.payments],
            self._day(self.length),
            [Stretch(self._day(first), self._day(end)) for first, end in self.excluded],
        )

    def _day(self, number: int) -> date:
        return self.due + timedelta(days=number)

    def second(self) -> int:
        """Return what the second implementation answers, in fen."""
        paid: Counter[int] = Counter()
        for day, fen in self.payments:
            paid[day] += fen
        stretches = [range(first, end) for first, end in self.excluded]
        return doubled(self.fen, due=0, until=self.length, payments=paid, excluded=stretches)


Typed = tuple[Yuan, date, list[Payment], date, list[Stretch]]


def _answer(typed: Typed) -> int:
    principal, due, payments, until, excluded = typed
    sheet = doubled_interest(principal, due=due, payments=payments, until=until, excluded=excluded)
    return sheet.doubled.fen


@dataclass(frozen=True, slots=True)
class Compared:
    """How many answers were compared, those that differ, and the product's processor time."""

    cases: int
    differences: tuple[str, ...]
    seconds: float
    seed: int
    product_seconds: float

    @property
    def line(self) -> str:
        """The figures in a line."""
        return (
            f"interest: {self.cases} answers, {len(self.differences)} differences, "
            f"{self.cases / self.seconds:.0f} compared/s, doubled_interest alone "
            f"{self.cases / self.product_seconds:.0f} answers/s a core, "
            f"{commit()}, {machine()}, seed {self.seed}"
        )


def draw(chance: Random) -> Case:
    """Return a random debt: up to four years, eight payments, three excluded stretches."""
    fen = chance.choice((chance.randint(1, 100_000), chance.randint(1, 10**12)))
    length = chance.choice((chance.randint(0, 40), chance.randint(0, 1_461)))
    left, payments = fen, []
    for _ in range(chance.choice((0, 1, 2, 3, 8))):
        part = min(left, chance.choice((1, chance.randint(1, fen), left)))
        if part:
            payments.append((chance.randint(-30, length), part))
            left -= part
    edges = sorted(chance.sample(range(-40, length + 60), 2 * chance.choice((0, 0, 1, 2, 3))))
    excluded = tuple(zip(edges[::2], edges[1::2], strict=True))
    due = FIRST + timedelta(days=chance.randrange(6_000))
    return Case(fen, due, length, tuple(payments), excluded)


def prove(cases: int, seed: int, *, processes: int = 1) -> Compared:
    """Compare both implementations over random debts; the same debts for the same seed."""
    started = time.monotonic()
    parts = [(seed, first, min(IN_A_PART, cases - first)) for first in range(0, cases, IN_A_PART)]
    if processes == 1:
        done = [_compare(part) for part in parts]
    else:
        with get_context("spawn").Pool(processes) as pool:
            done = pool.map(_compare, parts)
    return Compared(
        cases,
        tuple(one for differences, _ in done for one in differences)[:SHOWN],
        time.monotonic() - started,
        seed,
        sum(seconds for _, seconds in done),
    )


def _compare(part: tuple[int, int, int]) -> tuple[list[str], float]:
    seed, first, count = part
    chance = Random(f"{seed}/{first}")
    cases = [draw(chance) for _ in range(count)]
    typed = [one.typed() for one in cases]
    started = time.process_time()
    answers = [_answer(one) for one in typed]
    seconds = time.process_time() - started
    differences = [
        f"{case}: {answer} fen, day by day {second} fen"
        for case, answer in zip(cases, answers, strict=True)
        if answer != (second := case.second())
    ]
    return differences, seconds
