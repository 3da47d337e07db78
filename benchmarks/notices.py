"""Notices: PDF and DOCX a second beside docxtpl and LibreOffice, and ten thousand end to end.

    .venv/bin/python benchmarks/notices.py [--n 400] [--through-the-door 10000] [--seed 1]

First the printing alone: the same notice with other values each time, everybody in one run, by
the clock and a second of processor time, which other work on the machine disturbs less. Then a
court in an empty folder, with so many matters whose notice is due, and the commands by which a
clerk makes a batch of them, has it run by two processes, and prints it.

LibreOffice must be installed; docxtpl is put into var/peers. DULY_DATABASE_URL may name an
empty PostgreSQL database.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from random import Random

from peers import IN_A_BATCH, Docxtpl, LibreOffice
from rates import Rate, Values, halves, timed

from duly.documents.blank import Blank, Rows
from duly.documents.court import CourtFace
from duly.documents.drawing import Drawn, draw_up
from duly.documents.render import docx, pdf
from duly.documents.templates import load
from duly.upkeep.prove.figures import commit, machine

COURT = CourtFace("广州市从化区人民法院", "粤0117")
ON = date(2026, 11, 24)
CHARACTERS = "广州从化文武明德仁义礼智信安宁康健志远思齐清和雅正晨曦嘉禾景行若水云山青松"


def invented(count: int, seed: int) -> list[Values]:
    """Return the values of so many notices."""
    chance = Random(seed)
    return [
        {
            "holder": "".join(chance.choices(CHARACTERS, k=9)) + "有限公司",
            "number": f"620000{chance.randrange(10**13):013}",
            "bank": f"示例银行{''.join(chance.choices(CHARACTERS, k=3))}支行",
        }
        for _ in range(count)
    ]


def drawn(values: Values) -> Drawn:
    """Return the notice drawn up with some values."""
    account = {
        "户名": Blank(values["holder"], "benchmark", verified=True),
        "账号": Blank(values["number"], "benchmark"),
        "开户行": Blank(values["bank"], "benchmark"),
    }
    blanks = {"文书种类": Blank("判决", "benchmark"), "收款账户": Rows((account,))}
    return draw_up(load("performance-notice"), blanks, on=ON, court=COURT)


def as_pdf(values: Sequence[Values]) -> float:
    """Draw up and print notices as PDF. Return the processor time."""
    before = time.process_time()
    for one in values:
        pdf(drawn(one))
    return time.process_time() - before


def as_docx(values: Sequence[Values]) -> float:
    """Draw up and write notices as DOCX. Return the processor time."""
    before = time.process_time()
    for one in values:
        docx(drawn(one))
    return time.process_time() - before


def by_two(work: Callable[[Sequence[Values]], float], values: Sequence[Values]) -> Rate:
    """Measure two processes that share the notices, once each has made one."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(work, [values[:8]] * 8))
        clock = time.perf_counter()
        spent = list(pool.map(work, halves(values)))
        return Rate(len(values), time.perf_counter() - clock, sum(spent))


def compare(count: int, seed: int) -> None:
    """Print the rates of the printing alone, and how many times those of the peers they are."""
    values = invented(count, seed)
    as_pdf(values[:3]), as_docx(values[:3])
    with tempfile.TemporaryDirectory() as scratch:
        notices = [docx(drawn(one)) for one in values[: 2 * IN_A_BATCH]]
        office = LibreOffice(Path(scratch), notices)
        filler = Docxtpl(Path(scratch), notices[0], values[0])
        ours = timed(count, lambda: as_pdf(values))
        _print("PDF, one process", ours, None)
        _print("LibreOffice, one at a time", office.one_by_one(), ours)
        _print(f"LibreOffice, {IN_A_BATCH} at a time", office.in_batches(1), ours)
        ours = by_two(as_pdf, values)
        _print("PDF, two processes", ours, None)
        _print(f"LibreOffice, two × {IN_A_BATCH} at a time", office.in_batches(2), ours)
        ours = timed(count, lambda: as_docx(values))
        _print("DOCX, one process", ours, None)
        _print("docxtpl", filler.fill(values, 1), ours)
        ours = by_two(as_docx, values)
        _print("DOCX, two processes", ours, None)
        _print("docxtpl, two processes", filler.fill(values, 2), ours)


def _print(name: str, rate: Rate, ours: Rate | None) -> None:
    line = f"{name:34}{rate.by_clock:9.1f}/s by the clock{rate.a_core:9.1f}/s a core"
    if ours is not None:
        times = ours.by_clock / rate.by_clock, ours.a_core / rate.a_core
        line += f"   ours {times[0]:6.1f} × by the clock, {times[1]:6.1f} × a core"
    print(line, flush=True)


def main() -> None:
    """Print everything, with the load of the machine before and after."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=400)
    parser.add_argument("--through-the-door", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(f"{commit()}, {machine()}, load {os.getloadavg()[0]:.1f}")
    if arguments.n:
        compare(arguments.n, arguments.seed)
    if arguments.through_the_door:
        from through_the_door import end_to_end

        end_to_end(arguments.through_the_door, arguments.seed)
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
