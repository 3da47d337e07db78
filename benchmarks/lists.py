"""The list, search and the matter page in courts of three sizes, at 8 users.

    .venv/bin/python benchmarks/lists.py --folder DIR [--postgres]
        [--matters 1000 100000 1000000] [--requests 400]

Each court is seeded once and kept in the folder. The server (two processes, as `duly serve`) and
the eight users run on this machine: each user asks, waits for the whole page, and asks again.
Times are in milliseconds, from the request to the last byte; growth is the 95th percentile in
the largest court over that in the smallest. Bars: 100 ms, 1.5 times. The server's processor time
for a page is told beside, since it does not depend on what else the machine does.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from statistics import quantiles
from urllib.parse import quote, urlencode

from seeded import Seeded, court, databases, password, processor_seconds, served

USERS, BAR_MS, BAR_GROWTH = 8, 100, 1.5
LOGIN = "president"
# Who sees every column of the list; the president sees the usual ones.
WIDE_LOGIN, WIDE = "trial.judge", "list, all columns"
Asked = Callable[[Random], str]


@dataclass(frozen=True, slots=True)
class Times:
    """Of one kind of page in ms: the median, the 95th percentile, the server's processor time."""

    p50: float
    p95: float
    processor: float


Figures = dict[str, Times]


def main() -> None:
    """Measure every court, and how the times grow from the smallest to the largest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--matters", type=int, nargs="+", default=[1_000, 100_000, 1_000_000])
    parser.add_argument("--requests", type=int, default=400)
    arguments = parser.parse_args()
    figures: dict[int, Figures] = {}
    with databases(arguments.folder, postgres=arguments.postgres) as postgres:
        for matters in arguments.matters:
            seeded = court(arguments.folder, matters, postgres)
            figures[matters] = measure(seeded, arguments.requests)
    _print_growth(figures)


def measure(seeded: Seeded, requests: int) -> Figures:
    """Return the median and the 95th percentile of each kind of page in a court."""
    kinds = _kinds(seeded)
    found: Figures = {}
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{seeded.matters} matters, {seeded.home.name}, load before {load}")
    with served(seeded) as (port, server):
        usual, wide = (_log_in(port, password(seeded), one) for one in (LOGIN, WIDE_LOGIN))
        _choose_all_columns(port, wide)
        for kind, asked in kinds.items():
            cookie = wide if kind == WIDE else usual
            _ask_all(port, cookie, asked, USERS * 3)
            began = processor_seconds(server)
            times = _ask_all(port, cookie, asked, requests)
            processor = (processor_seconds(server) - began) * 1000 / requests
            cuts = quantiles(times, n=100)
            found[kind] = Times(cuts[49], cuts[94], processor)
            print(
                f"  {kind:28} p50 {cuts[49]:7.1f}  p95 {cuts[94]:7.1f} ms,"
                f"  {processor:5.1f} ms of processor time",
                flush=True,
            )
    return found


def _print_growth(figures: Mapping[int, Figures]) -> None:
    smallest, *_, largest = [*figures, list(figures)[-1]]
    print(f"growth of p95 from {smallest} to {largest} matters, and the bars")
    for kind, times in figures[largest].items():
        before = figures[smallest][kind]
        growth, dearer = times.p95 / before.p95, times.processor / before.processor
        told = "within" if times.p95 <= BAR_MS and growth <= BAR_GROWTH else "BEYOND"
        print(f"  {kind:28} {growth:5.2f} times, processor time {dearer:5.2f} times  {told}")


def _kinds(seeded: Seeded) -> dict[str, Asked]:
    """Return what is asked, filled with what the court really holds."""
    known = [sys.executable, str(Path(__file__).with_name("known.py"))]
    told = subprocess.run(known, env=seeded.environment, check=True, capture_output=True)
    held = json.loads(told.stdout)
    names, numbers = held["names"], held["numbers"]
    return {
        "list": lambda _: "/matters/",
        WIDE: lambda _: "/matters/",
        "list, filtered by state": lambda chance: _list(state=chance.choice(STATES)),
        "list, filtered by limit": lambda chance: _list(due=chance.choice(("week", "overdue"))),
        "list, three filters": lambda _: _list(state="enforcement", focus="commercial", band=3),
        "list, filtered by person": lambda chance: _list(person=chance.choice(held["people"])),
        "list, own and due": lambda chance: _list(person=chance.choice(held["people"]), due="week"),
        "search, two characters": lambda chance: _list(q=chance.choice(names)[:2]),
        "search, whole name": lambda chance: _list(q=chance.choice(names)),
        "search, number": lambda chance: _list(q=_notation(chance.choice(numbers), chance)),
        "search, ID": lambda chance: _list(q=chance.choice(held["ids"])),
        "search, phone": lambda chance: _list(q=chance.choice(held["phones"])),
        "search, words of papers": lambda chance: _list(paper=chance.choice(names)),
        "matter": lambda chance: f"/matters/{chance.choice(held['matters'])}/",
    }


STATES = ("post_judgment", "pre_enforcement.urging", "enforcement", "post_judgment.overdue")


def _notation(number: str, chance: Random) -> str:
    """Return a case number as somebody may type it."""
    short = re.sub(r"^（[0-9]{4}）粤0117", "", number)
    return chance.choice((number, number.replace("（", "(").replace("）", ")"), short))


def _list(**query: object) -> str:
    return f"/matters/?{urlencode(query, quote_via=quote)}"


def _choose_all_columns(port: int, cookie: str) -> None:
    """Let a person see every column that the form of the list offers him."""
    _, headers, page = _send(port, "GET", "/matters/", {"Cookie": cookie})
    columns = re.findall(r'name="column" value="(\w+)"', page.decode())
    token = headers["duly-csrf"]
    form = urlencode({"column": columns, "csrfmiddlewaretoken": token}, doseq=True)
    given = {**_as_form(port, "/matters/"), "Cookie": f"{cookie}; duly-csrf={token}"}
    status, _, _ = _send(port, "POST", "/matters/columns/", given, form)
    if status != 302 or not columns:
        raise SystemExit(f"the columns were refused: {status}")


def _as_form(port: int, page: str) -> dict[str, str]:
    return {
        "Content-Type": "application/x-www-form-urlencoded",
        "Referer": f"http://127.0.0.1:{port}{page}",
    }


def _log_in(port: int, secret: str, login: str) -> str:
    """Return the cookie of a session."""
    _, headers, _ = _send(port, "GET", "/log-in/", {})
    token = headers["duly-csrf"]
    form = urlencode({"username": login, "password": secret, "csrfmiddlewaretoken": token})
    given = {**_as_form(port, "/log-in/"), "Cookie": f"duly-csrf={token}"}
    status, headers, _ = _send(port, "POST", "/log-in/", given, form)
    if status != 302:
        raise SystemExit(f"log-in was refused: {status}")
    return f"duly={headers['duly']}"


def _send(
    port: int, method: str, path: str, headers: Mapping[str, str], body: str | None = None
) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body, dict(headers))
    answer = connection.getresponse()
    content = answer.read()
    cookies = (cookie.partition(";")[0] for cookie in answer.headers.get_all("Set-Cookie", []))
    connection.close()
    return answer.status, dict(cookie.split("=", 1) for cookie in cookies), content


def _ask_all(port: int, cookie: str, asked: Asked, requests: int) -> list[float]:
    """Let eight users ask until so many pages were answered. Return the times."""
    times: list[float] = []
    left = iter(range(requests))
    lock = threading.Lock()

    def user(number: int) -> None:
        chance = Random(number)
        while True:
            with lock:
                if next(left, None) is None:
                    return
            path = asked(chance)
            began = time.perf_counter()
            status, _, _ = _send(port, "GET", path, {"Cookie": cookie})
            times.append((time.perf_counter() - began) * 1000)
            if status != 200:
                raise SystemExit(f"{status} for {path}")

    users = [threading.Thread(target=user, args=(number,)) for number in range(USERS)]
    for one in users:
        one.start()
    for one in users:
        one.join()
    return times


if __name__ == "__main__":
    main()
