"""A court of its own, many matters whose notice is due, and the commands of a batch."""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent


def end_to_end(count: int, seed: int) -> None:
    """Print for each command the seconds by the clock and of the processors, and the peak RSS."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"DULY_HOME": home, "DJANGO_SETTINGS_MODULE": "config.settings"}
        began = time.perf_counter()
        _prepare(count, seed)
        print(f"{count} matters made ready in {time.perf_counter() - began:.0f} s", flush=True)
        two = ["--processes", "2"]
        _command("new", "post_judgment", "issue_notice", "--by", "trial.clerk", *two)
        _command("run", "1", *two)
        _command("print", "1")
        _check(count, Path(home) / "batches" / "1")


def _command(*words: str) -> None:
    command = [sys.executable, "-m", "duly.cli.main", "batch", *words]
    print(f"duly batch {' '.join(words)}", flush=True)
    subprocess.run([sys.executable, HERE / "used.py", *command], check=True)


def _prepare(count: int, seed: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone
    from like_matters import multiply

    from duly.law.terms import Role
    from duly.procedure.actions import register_matter, take_step
    from duly.simulation import court, staff

    call_command("migrate", verbosity=0)
    at = timezone.localtime()
    since = at.date() - timedelta(days=700)
    (here,) = court.establish(both=False, since=since, at=at)
    people = staff.appoint(password="a-password-of-nobody", since=since, at=at)
    clerk = people.of(Role.TRIAL_CLERK)
    matter = register_matter(answers=_form(at.date()), actor=clerk, at=at, court=here)
    take_step(
        matter_id=matter.pk,
        course_id=matter.courses.get(mechanism="post_judgment").pk,
        step="confirm_account",
        answers={**_account(), "creditor": str(matter.parties.get(role="creditor").pk)},
        actor=clerk,
        at=at,
        version=matter.version,
    )
    multiply(count - 1, serial=SERIAL, seed=seed)


SERIAL = 700_000


def _form(on: date) -> dict[str, str]:
    return {
        "number": f"（{on.year}）粤0117民初{SERIAL}号",
        "instrument_kind": "judgment",
        "made_on": on.isoformat(),
        "cause": "买卖合同纠纷",
        "focus": "commercial",
        "performance_days": "10",
        "creditor_kind": "unit",
        "creditor_name": "喆淼商贸有限公司",
        "creditor_phone": "13800000001",
        "debtor_kind": "person",
        "debtor_name": "陈示例",
        "debtor_phone": "13800000002",
        "debtor_address": "广州市从化区示例路1号",
        "address_confirmed": "yes",
        "duty_kind": "money",
        "duty": "货款",
        "amount": "100000.00",
        "interest_kind": "none",
        "court_fee": "2300.00",
    }


def _account() -> dict[str, str]:
    return {
        "holder": "喆淼商贸有限公司",
        "number": "4401990012345678",
        "bank": "示例银行广州从化支行",
        "route": "hearing",
        "evidence": "庭审笔录第5页",
    }


def _check(count: int, folder: Path) -> None:
    from django.db.models import Count

    from duly.documents.models import PaperFile

    notices = PaperFile.objects.filter(paper__template="performance-notice")
    different = notices.aggregate(n=Count("pdf_sha256", distinct=True))["n"]
    sizes = ", ".join(f"{one.name} {one.stat().st_size >> 20} MiB" for one in folder.iterdir())
    print(f"{notices.count()} notices in PDF and DOCX, {different} different; {sizes}")
    if notices.count() != count:
        raise SystemExit("not every matter has its notice")
