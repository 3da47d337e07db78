"""Import: matters with parties, accounts and obligations a second, beside 60 s and 1 GiB.

    .venv/bin/python benchmarks/intake.py [--n 10000] [--format xlsx|csv|json] [--seed 1]

Makes a file of so many matters: every fifth has two debtors who owe jointly, every creditor an
account, every money debt a court fee. Then the command by which a clerk imports it, in an empty
court: by the clock, by processor time, and the most memory that it held. Then the same file
again, of which every matter must be recognised. DULY_DATABASE_URL may name an empty PostgreSQL
database; else the court is a file in a scratch folder.
"""

import argparse
import json
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

SECONDS, MEBIBYTES = 60, 1024
LIMIT_AT = 10_000
MADE_ON = date(2026, 3, 2)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "文武明德仁义礼智信安宁康健志远思齐清和雅正晨曦嘉禾景行若水云山青松"


def main() -> None:
    """Make the file, import it twice, print what it took."""
    arguments = _arguments()
    # What is made and checked takes memory of its own, which a child would seem to take.
    with (
        tempfile.TemporaryDirectory(prefix="duly-intake-") as scratch,
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as aside,
    ):
        os.environ["DULY_HOME"] = scratch
        file = Path(scratch) / f"matters.{arguments.format}"
        aside.submit(_prepare, file, arguments.n, arguments.seed).result()
        print(f"{arguments.n} matters, {file.stat().st_size / 2**20:.1f} MiB {arguments.format}")
        for what in ("first import", "same file again"):
            _measure(what, file, arguments.n)
        aside.submit(_check, arguments.n).result()
    from duly.upkeep.prove.figures import commit, machine

    print(f"seed {arguments.seed}, {commit()}, {machine()}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=LIMIT_AT)
    parser.add_argument("--format", choices=("xlsx", "csv", "json"), default="xlsx")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _measure(what: str, file: Path, n: int) -> None:
    command = [sys.executable, "-m", "duly.cli.main", "import", str(file), "--by", "trial.clerk"]
    began = time.monotonic()
    child = os.posix_spawn(sys.executable, command, os.environ)
    _, status, used = os.wait4(child, 0)
    wall = time.monotonic() - began
    if status:
        raise SystemExit(f"{what} failed")
    memory = used.ru_maxrss / 1024
    print(
        f"{what}: {wall:.1f} s, {n / wall:.0f} matters a second, "
        f"{used.ru_utime + used.ru_stime:.1f} s of processor time, {memory:.0f} MiB at most"
    )
    limit = SECONDS * max(n / LIMIT_AT, 1)
    told = "within" if wall <= limit and memory <= MEBIBYTES else "BEYOND"
    print(f"  {told} the limits: {limit:.0f} s, {MEBIBYTES} MiB")


def _prepare(file: Path, n: int, seed: int) -> None:
    _open_court()
    _write(file, n, seed)


def _open_court() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.core.management import call_command

    from duly.simulation import court, staff

    call_command("migrate", verbosity=0)
    since = MADE_ON - timedelta(days=365)
    opens = datetime(since.year, since.month, since.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    court.establish(both=False, since=since, at=opens)
    staff.appoint(staff.STAFF[:1], password=secrets.token_urlsafe(), since=since, at=opens)


def _check(n: int) -> None:
    from duly.journal.queries import verify
    from duly.registry.models import Matter, PayeeAccount

    kept = Matter.objects.count()
    if kept != n or PayeeAccount.objects.count() != n or verify([]).breaks:
        raise SystemExit(f"{kept} matters were kept, or the journal is broken")


def _write(path: Path, n: int, seed: int) -> None:
    from duly.intake.columns import COLUMNS
    from duly.intake.template import as_object
    from duly.intake.writing import sheet

    chance = Random(seed)
    matters = (_matter(serial, chance) for serial in range(1, n + 1))
    if path.suffix == ".json":
        text = json.dumps([as_object(rows) for rows in matters], ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        return
    with sheet(path) as write:
        write([column.heading for column in COLUMNS])
        for rows in matters:
            for row in rows:
                write([row.get(column.name, "") for column in COLUMNS])


def _matter(serial: int, chance: Random) -> list[Mapping[str, str]]:
    from duly.simulation import identities

    creditor, *debtors = (_name(chance) for _ in range(3 if serial % 5 == 0 else 2))
    debtors = [f"{debtor}{place}" for place, debtor in zip("甲乙", debtors, strict=False)]
    number = f"（{MADE_ON.year}）粤0117民初{serial}号"
    parties = [
        {
            "number": number,
            "debtor_kind": "自然人",
            "debtor_name": debtor,
            "debtor_identifier": identities.resident_id(_born(chance), 2 * serial + place),
            "debtor_phone": identities.mobile(chance.randrange(10_000)),
            "debtor_address": f"广州市从化区示例路{chance.randrange(1, 400)}号",
            "address_confirmed": "是",
        }
        for place, debtor in enumerate(debtors)
    ]
    first = {
        **parties[0],
        "instrument_kind": "判决",
        "made_on": MADE_ON.isoformat(),
        "cause": "买卖合同纠纷",
        "focus": "商事案件",
        "performance_days": "10",
        "creditor_kind": "自然人",
        "creditor_name": f"{creditor}丙",
        "creditor_phone": identities.mobile(chance.randrange(10_000)),
        "account_holder": f"{creditor}丙",
        "account_number": identities.bank_card(chance.randrange(10**9)),
        "account_bank": "示例银行从化支行",
        "account_route": "开庭询问并记入笔录",
        "account_evidence": "庭审笔录第5页",
        "duty_kind": "金钱给付",
        "duty": "货款",
        "amount": f"{chance.randrange(100, 50_000_000) / 100:.2f}",
        "interest_kind": "固定年利率（%）",
        "interest_rate": "3.45",
        "interest_from": "2025-06-01",
        "court_fee": f"{chance.randrange(50, 5000)}.00",
        "owed_by": "、".join(debtors),
    }
    return [first, *parties[1:]]


def _name(chance: Random) -> str:
    return chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2))


def _born(chance: Random) -> date:
    return date(1960, 1, 1) + timedelta(days=chance.randrange(15_000))


if __name__ == "__main__":
    main()
