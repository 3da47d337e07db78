"""One file to print in mailing order, for both sides of the sheet; an archive; the hashes."""

import io
import json
import stat
import zipfile
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Pdf, String

from duly.batch.models import Batch
from duly.batch.output import write
from duly.batch.output.binding import Binder
from duly.batch.output.letters import in_mailing_order
from duly.documents import sealing
from duly.documents.models import PaperFile
from duly.documents.render import pdf
from duly.documents.sample import sample
from duly.documents.templates import load
from duly.law.terms import PartyRole
from duly.registry.models import ContactPoint
from tests.batch.conftest import make, run
from tests.documents import seals
from tests.procedure.conftest import Walk

PRINTS = True
pytestmark = pytest.mark.django_db


def nothing(paper_id: int, party_id: int) -> None:
    """Nothing goes with a paper."""


def two_pages(paper_id: int, party_id: int) -> bytes:
    """What goes with a paper, two pages long."""
    made = io.BytesIO()
    with Pdf.new() as sheet:
        sheet.add_blank_page()
        sheet.add_blank_page()
        sheet.save(made, deterministic_id=True)
    return made.getvalue()


@pytest.fixture(autouse=True)
def alone(settings: Any) -> None:
    settings.DULY_ENCLOSURE = f"{__name__}.nothing"


@pytest.fixture
def done(three: Walk) -> Batch:
    """Three notices; the first debtor has no address on record."""
    first = three.matter.court.matters.order_by("pk")[0]
    first.parties.get(role=PartyRole.DEBTOR.value).contact_points.filter(kind="address").delete()
    batch = make(three)
    run(three, batch)
    return batch


def test_the_mail_comes_first_street_by_street_and_house_by_house(done: Batch):
    assert [letter.address for letter in in_mailing_order(done)] == [
        "广州市从化区示例路2号",
        "广州市从化区示例路11号",
        "",
    ]


def test_a_confirmed_address_goes_before_a_newer_one(done: Batch, three: Walk):
    debtor = three.matter.parties.get(role=PartyRole.DEBTOR.value)
    for value, confirmed in (("广州市从化区示例路1号", True), ("广州市从化区示例路3号", False)):
        ContactPoint.objects.create(
            party=debtor,
            kind="address",
            value=value,
            value_index="",
            source="test",
            confirmed_for_service=confirmed,
            recorded_at=three.at,
        )
    assert in_mailing_order(done)[0].address == "广州市从化区示例路1号"


def test_each_letter_begins_on_a_right_hand_page(done: Batch, tmp_path: Path):
    written = write(done, tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))

    # Cover and labels, each with an empty back, then the letters.
    assert [row["first_page"] for row in manifest["letters"]] == [5, 7, 9]
    with Pdf.open(tmp_path / "print.pdf") as printed:
        assert len(printed.pages) == written.pages == 10
        assert printed.check_pdf_syntax() == []
        assert all("/Font" in page.resources for page in list(printed.pages)[::2])
        assert not any("/Font" in page.resources for page in list(printed.pages)[1::2])


def test_the_archive_holds_the_frozen_bytes_and_the_manifest_their_hashes(
    done: Batch, tmp_path: Path
):
    write(done, tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    frozen = {
        digest
        for file in PaperFile.objects.filter(paper__template="performance-notice")
        for digest in (file.pdf_sha256, file.docx_sha256)
    }

    with zipfile.ZipFile(tmp_path / "papers.zip") as archive:
        kept = {name: sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    told = {
        row[kind]: row[f"{kind}_sha256"] for row in manifest["letters"] for kind in ("pdf", "docx")
    }
    assert told == kept
    assert set(kept.values()) == frozen
    for name in ("print.pdf", "papers.zip"):
        assert manifest["files"][name] == sha256((tmp_path / name).read_bytes()).hexdigest()


def test_what_goes_with_a_letter_is_bound_behind_it_and_kept_beside_it(
    done: Batch, tmp_path: Path, settings: Any
):
    settings.DULY_ENCLOSURE = f"{__name__}.two_pages"
    write(done, tmp_path)
    letters = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["letters"]

    assert [(row["first_page"], row["enclosure_page"]) for row in letters] == [
        (5, 7),
        (9, 11),
        (13, 15),
    ]
    with zipfile.ZipFile(tmp_path / "papers.zip") as archive:
        kept = {sha256(archive.read(row["enclosure"])).hexdigest() for row in letters}
    assert kept == {row["enclosure_sha256"] for row in letters}


def test_written_again_it_has_the_same_bytes_and_leaves_nothing_beside(done: Batch, tmp_path: Path):
    write(done, tmp_path)
    once = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    write(done, tmp_path)

    assert set(once) == {"print.pdf", "papers.zip", "manifest.json"}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == once


def test_a_folder_without_a_manifest_is_not_whole(
    done: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write(done, tmp_path / "out")
    monkeypatch.setattr("duly.batch.output.writing.os.replace", _out_of_space)
    with pytest.raises(OSError, match="space"):
        write(done, tmp_path / "out")
    assert not (tmp_path / "out" / "manifest.json").exists()


def test_only_the_clerk_can_read_what_was_written(done: Batch, tmp_path: Path):
    folder = write(done, tmp_path / "out").folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_looks_like_a_reference_in_a_text_is_left_alone():
    text = r"see 12 0 R (and \ ) 3 0 R"
    with Pdf.new() as paper:
        page = paper.add_blank_page()
        page.obj.Note = paper.make_indirect(String(text))
        single = io.BytesIO()
        paper.save(single)
    bound = io.BytesIO()
    binder = Binder(bound)
    assert [binder.add(single.getvalue()) for _ in range(2)] == [1, 3]
    binder.close()

    with Pdf.open(bound) as book:
        assert [str(page.obj.get("/Note", "")) for page in book.pages] == [text, "", text, ""]


def _out_of_space(*_: object) -> None:
    raise OSError("no space")


def test_a_signed_paper_is_bound_as_it_looks_without_the_field_of_its_signature(tmp_path: Path):
    with seals.sealing(tmp_path):
        printed = pdf(sample(load("performance-notice"), on=date(2026, 3, 3)))
        at = datetime(2026, 3, 3, tzinfo=UTC)
        signed = sealing.apply(sealing.of("粤0117"), printed, says="签发", at=at).pdf
    files = []
    for one in (printed, signed):
        bound = io.BytesIO()
        binder = Binder(bound)
        binder.add(one)
        binder.close()
        files.append(bound.getvalue())
    assert b"/Sig" not in files[1]
    with Pdf.open(io.BytesIO(files[0])) as plain, Pdf.open(io.BytesIO(files[1])) as unsigned:
        assert [page.Contents.read_bytes() for page in plain.pages] == [
            page.Contents.read_bytes() for page in unsigned.pages
        ]
