"""Papers without a source template, word for word as `duly notice sample` writes them."""

import io
from pathlib import Path

import docx as python_docx
import pytest

from duly.cli.main import main
from duly.documents.templates import Standing, load, template_ids
from tests.documents.conftest import without_spaces

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.txt"))
UNSEALED = "（未加盖电子印章）"


def test_every_paper_without_a_source_template_has_its_golden_text() -> None:
    own = {i for i in template_ids() if load(i).standing is Standing.TO_CONFIRM}
    assert {path.stem for path in GOLDEN} == own


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_a_sample_reads_as_it_was_approved(golden: Path, tmp_path: Path) -> None:
    asked = ["--on", "2026-11-24", "--format", "docx", "--out", str(tmp_path)]
    assert main(["notice", "sample", golden.stem, *asked]) == 0
    made = (tmp_path / f"{golden.stem}.docx").read_bytes()
    body = python_docx.Document(io.BytesIO(made)).element.body
    written = "".join(node.text or "" for node in body.iter() if node.tag.endswith("}t"))
    expected = without_spaces(golden.read_text("utf-8"))
    assert without_spaces(written).replace(UNSEALED, "") == expected
