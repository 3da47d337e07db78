"""Eight clerks acting at once: acts a second, the 99th percentile, conflicts shown, nothing lost.

    .venv/bin/python benchmarks/writes.py --folder DIR [--postgres] [--seconds 20]

Eight processes, each a clerk with the same post, record calls to the debtors of a court of 1,000
matters through `take_step`, without a pause. Seven acts of eight are on matters of their own; each
eighth is on one matter that all share, from a form drawn when the clerk last looked at it, so
that they meet: whoever comes second must be told, and looks again. In the end every act that was
acknowledged must stand, with its entry in an unbroken journal, and none besides.
"""

import argparse
import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import quantiles
from typing import Any

from seeded import court, databases

MATTERS, CLERKS, SHARED_EVERY, OWN = 1_000, 8, 8, 15
MEASURED = "测量写入"


def main() -> None:
    """Measure in a process on the court."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        measure(arguments.seconds)
        return
    with databases(arguments.folder, postgres=arguments.postgres) as postgres:
        seeded = court(arguments.folder, MATTERS, postgres, name="writes")
        command = [sys.executable, __file__, *sys.argv[1:], "--inside"]
        subprocess.run(command, env=seeded.environment, check=True)


def measure(seconds: float) -> None:
    """Let the clerks act, and count what stands."""
    import django

    django.setup()
    from django.db import connection

    from duly.journal.queries import verify
    from duly.procedure.models import StepTaken

    mine = StepTaken.objects.filter(name="record_contact", answers__note=MEASURED)
    before, entries = mine.count(), verify([]).entries
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    connection.close()
    with multiprocessing.get_context("spawn").Pool(CLERKS) as pool:
        answers = pool.starmap(act, [(number, seconds) for number in range(CLERKS)])
    times = [one for taken, _ in answers for one in taken]
    conflicts = sum(told for _, told in answers)
    cuts = quantiles(times, n=100)
    stand, journal = mine.count() - before, verify([])
    print(
        f"{connection.vendor}, {CLERKS} clerks, load {load}: {len(times) / seconds:.1f} acts a"
        f" second, p50 {cuts[49] * 1000:.0f} ms, p99 {cuts[98] * 1000:.0f} ms,"
        f" {conflicts} conflicts shown, {len(times) - stand} lost"
    )
    if stand != len(times) or journal.breaks or journal.entries - entries != stand:
        raise SystemExit(f"{stand} acts stand of {len(times)}: {journal.breaks}")


def act(number: int, seconds: float) -> tuple[list[float], int]:
    """Record calls for some seconds. Return the time of each, and how often one came second."""
    import django

    django.setup()
    from django.utils import timezone

    from duly.accounts.models import User
    from duly.procedure.actions import take_step
    from duly.procedure.models import Course
    from duly.procedure.refusal import Stale

    clerk = User.objects.get(username="trial.clerk")
    running = Course.objects.filter(mechanism="post_judgment", closed_at=None)
    courses = list(
        Course.objects.filter(
            mechanism="record", closed_at=None, matter__in=running.values("matter")
        )
        .select_related("matter")
        .order_by("-pk")[: 1 + CLERKS * OWN]
    )
    times: list[float] = []
    conflicts = turn = 0
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        turn += 1
        shared = turn % SHARED_EVERY == 0
        course = courses[0 if shared else 1 + number + CLERKS * (turn % OWN)]
        answers = _call(course.matter, timezone.localdate().isoformat())
        began = time.perf_counter()
        try:
            take_step(
                matter_id=course.matter_id,
                course_id=course.pk,
                step="record_contact",
                answers=answers,
                actor=clerk,
                at=timezone.localtime(),
                version=course.matter.version,
            )
        except Stale:
            conflicts += 1
        else:
            times.append(time.perf_counter() - began)
        course.matter.refresh_from_db()
    return times, conflicts


def _call(matter: Any, on: str) -> dict[str, str]:
    debtor = matter.parties.filter(role="debtor").order_by("pk")[0]
    return {
        "party": str(debtor.pk),
        "on": on,
        "channel": "call",
        "result": "reached",
        "told_consequences": "yes",
        "told_benefits": "yes",
        "note": MEASURED,
    }


if __name__ == "__main__":
    main()
