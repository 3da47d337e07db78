"""What a seal costs a paper: printing, sealing and verifying, beside pyHanko where it is installed.

    .venv/bin/python benchmarks/seals.py [--n 200] [--pyhanko var/pyhanko/bin/python]

The peer needs an environment of its own: python -m venv var/pyhanko, pip install pyhanko==0.38.0.
"""

import argparse
import os
import subprocess
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rates import timed

from duly.upkeep.prove.figures import commit, machine

AT = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
COURT = ("粤9901", "示例市证明区人民法院")
PEER = Path(__file__).with_name("peer_pyhanko.py")


def main() -> None:
    """Print milliseconds of processor time a paper."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=200, help="papers")
    parser.add_argument("--pyhanko", type=Path, help="a Python that has pyHanko")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["DULY_HOME"] = home
        _measure(options.n, options.pyhanko, Path(home))
    print(f"{commit()}, {machine()}")


def _measure(papers: int, pyhanko: Path | None, home: Path) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    import duly_verify
    from duly.documents import sealing
    from duly.documents.render import pdf
    from duly.documents.sample import sample
    from duly.documents.sealing import demo, key_files
    from duly.documents.templates import load

    demo.make(*COURT)
    seal = sealing.of(COURT[0])
    assert seal is not None
    drawn = sample(load("performance-notice"), on=date(2026, 11, 24))
    printed = pdf(drawn)
    sealed = seal.seal(printed, says="签发", at=AT)
    _tell("print", papers, lambda: pdf(drawn))
    _tell("seal", papers, lambda: seal.seal(printed, says="签发", at=AT))
    _tell("verify", papers, lambda: duly_verify.check_pdf(sealed, [seal.certificate]))
    print(f"a seal adds {len(sealed) - len(printed)} bytes to {len(printed)}")
    if pyhanko is not None:
        paper = home / "paper.pdf"
        paper.write_bytes(printed)
        folder = key_files.folder_of(COURT[0])
        subprocess.run([pyhanko, PEER, folder, paper, str(papers)], check=True)


def _tell(what: str, papers: int, work: Callable[[], object]) -> None:
    rate = timed(papers, lambda: [work() for _ in range(papers)])
    print(f"{what:<10}{1000 * rate.processor / papers:8.2f} ms a paper")


if __name__ == "__main__":
    main()
