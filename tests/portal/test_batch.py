"""The letters of a batch have their pay-off sheets behind them, printed in earnest."""

import json
from pathlib import Path

from pikepdf import Pdf

from duly.batch.output import write
from tests.batch.conftest import confirm_account, make, run
from tests.procedure.conftest import Walk

PRINTS = True


def test_each_letter_of_a_batch_has_its_sheet_behind_it(walk: Walk, tmp_path: Path) -> None:
    confirm_account(walk)
    batch = make(walk)
    run(walk, batch)
    write(batch, tmp_path)
    [row] = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["letters"]
    with Pdf.open(tmp_path / "print.pdf") as book:
        assert len(book.pages) == row["enclosure_page"] + 1
    once = (tmp_path / "print.pdf").read_bytes()
    write(batch, tmp_path)
    assert (tmp_path / "print.pdf").read_bytes() == once
