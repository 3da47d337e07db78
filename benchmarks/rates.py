"""How a rate is measured: by the clock, and of processor time."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many papers were made in how many seconds, by the clock and of processor time."""

    papers: int
    clock: float
    processor: float

    @property
    def by_clock(self) -> float:
        """Papers a second."""
        return self.papers / self.clock

    @property
    def a_core(self) -> float:
        """Papers a second of processor time."""
        return self.papers / self.processor


def timed(papers: int, work: Callable[[], object]) -> Rate:
    """Measure some work, with the programs that it starts and waits for."""
    clock, before = time.perf_counter(), sum(os.times()[:4])
    work()
    return Rate(papers, time.perf_counter() - clock, sum(os.times()[:4]) - before)


def halves(values: Sequence[Values]) -> list[Sequence[Values]]:
    """Return the values for two processes."""
    return [values[::2], values[1::2]]
