"""The nightly round over a million open time limits of which ten thousand fall due.

    .venv/bin/python benchmarks/round.py --folder DIR [--postgres]
        [--open 100000 1000000] [--due 10000]

A court of 20,000 matters gets so many open limits; those that are not due lie a month to two
years ahead. Then the parts of the round that watch matters run: once when everything due is new,
and once more when nothing is. Bar: 60 s; and the cost is that of what is due, so that ten times
as many limits that are not due must not make it dearer.
"""

import argparse
import os
import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from seeded import ON, Seeded, court, databases

MATTERS, BAR_SECONDS = 20_000, 60
PARTS = ("watch_terms", "watch_limitations", "watch_preservations", "watch_holds")


def main() -> None:
    """Measure the round over each number of open limits, in a process on the court."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--open", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--due", type=int, default=10_000)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        for count in arguments.open:
            measure(count, arguments.due)
        return
    with databases(arguments.folder, postgres=arguments.postgres) as postgres:
        seeded = court(arguments.folder, MATTERS, postgres, name="round")
        _inside(seeded, sys.argv[1:])


def _inside(seeded: Seeded, words: list[str]) -> None:
    command = [sys.executable, __file__, *words, "--inside"]
    subprocess.run(command, env=seeded.environment, check=True)


def measure(count: int, due: int) -> None:
    """Set the limits, then run the round twice."""
    import django

    django.setup()
    from django.db import connection

    from duly.procedure.models import Alarm
    from duly.work import nightly

    on = date.fromisoformat(ON)
    _open(count, due, on)
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{count} open limits, {due} due, {connection.vendor}, load {load}")
    at = datetime.combine(on, datetime.min.time(), ZoneInfo("Asia/Shanghai"))
    for what in ("everything new", "nothing new"):
        began = time.perf_counter()
        names = [f"duly.procedure.nightly.{part}" for part in PARTS]
        done = nightly.run(on=on, at=at, parts=names, again=True)
        took = time.perf_counter() - began
        told = "within" if took <= BAR_SECONDS else "BEYOND"
        print(f"  {what:15} {took:6.1f} s, {told} {BAR_SECONDS} s")
        if done is None or not all(line["done"] for line in done.lines):
            raise SystemExit(f"the round failed: {done and done.lines}")
    raised = Alarm.objects.filter(cleared_at=None).count()
    if raised != due:
        raise SystemExit(f"{raised} alarms stand, not {due}")


def _open(count: int, due: int, on: date) -> None:
    """Replace the running limits by so many of a name of their own, the first ones due."""
    from django.db import connection
    from django.utils import timezone

    from duly.procedure.models import Alarm, Course, Deadline, Measure

    Alarm.objects.all().delete()
    Measure.objects.filter(released_date=None).update(expires_date=None)
    Deadline.objects.filter(stopped_at=None).update(stopped_at=timezone.now())
    Deadline.objects.filter(name__startswith="measured").delete()
    courses = list(Course.objects.order_by("pk").values_list("pk", "matter_id"))
    rows = (
        Deadline(
            course_id=courses[place % len(courses)][0],
            matter_id=courses[place % len(courses)][1],
            name=f"measured_{place // len(courses)}",
            chinese="测量用期限",
            clause="二(一)1",
            owner="trial_clerk",
            start_date=on.replace(year=on.year - 1),
            last_date=on if place < due else date.fromordinal(on.toordinal() + 31 + place % 700),
        )
        for place in range(count)
    )
    Deadline.objects.bulk_create(rows, batch_size=5_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    main()
