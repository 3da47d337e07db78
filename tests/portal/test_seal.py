"""A sealed certificate: its QR code, its signed and its printed file lead to the same answer."""

import io
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

import duly_verify
from duly.documents import actions, queries
from duly.documents.actions import SCAN
from duly.documents.mark import Mark, SealPlace
from duly.documents.models import PaperFile
from duly.documents.render import Code, pdf
from duly.documents.sealing import demo
from duly.documents.signature import Signature
from tests.portal import test_verify
from tests.procedure.conftest import Walk

PRINTS = True
VERIFY = "/p/verify/"
ADDRESS = "https://portal.example"


@pytest.fixture
def file(walk: Walk, tmp_path: Path) -> PaperFile:
    """The file of a certificate, issued with a demonstration seal by a court that has a portal."""
    with override_settings(DULY_KEYS=tmp_path, DULY_PORTAL_ADDRESS=ADDRESS):
        demo.make(walk.matter.court.code, walk.matter.court.name)
        issued = test_verify.issue_certificate(walk)
    return PaperFile.objects.get(paper=issued.paper)


def test_the_qr_code_leads_to_the_answer(file: PaperFile) -> None:
    assert file.address is not None
    assert file.address.startswith(f"{ADDRESS}{VERIFY}?")
    asked = {name: value for name, [value] in parse_qs(urlsplit(file.address).query).items()}
    page = Client().get(VERIFY, asked).content.decode()
    assert "现在有效" in page
    assert "签名用的是演示证书，没有法律效力。" in page


@pytest.mark.parametrize("part", ["signed", "printed"])
def test_the_file_verifies_signed_and_as_it_is_printed_again(file: PaperFile, part: str) -> None:
    content = file.pdf if part == "signed" else printed_again(file)
    dropped = SimpleUploadedFile("证明书.pdf", content)
    assert "现在有效" in Client().post(VERIFY, {"file": dropped}).content.decode()


def printed_again(file: PaperFile) -> bytes:
    """Print a paper from what was kept of it."""
    paper = file.paper
    mark = Mark(paper.paper_number, paper.verification_code)
    code = Code(file.address or "", SCAN)
    made = pdf(queries.drawn(paper), seal=SealPlace.DEMO, mark=mark, code=code)
    assert file.pdf.startswith(made)
    with pikepdf.open(io.BytesIO(made)) as printed:
        assert len(printed.pages) == 1
    return made


def test_a_paper_without_a_signature_says_so(walk: Walk, tmp_path: Path) -> None:
    with override_settings(DULY_KEYS=tmp_path):
        issued = test_verify.issue_certificate(walk)
    asked = {"number": issued.number, "code": issued.code}
    page = Client().post(VERIFY, asked).content.decode()
    assert "文件没有电子签名" in page
    assert PaperFile.objects.get().address is None


def test_a_copy_that_a_party_signed_bears_the_courts_seal_too(
    file: PaperFile, walk: Walk, tmp_path: Path
) -> None:
    by_hand = Signature("陈示例", "M10 10 L200 90", "电子签名：陈示例手写签名。")
    with override_settings(DULY_KEYS=tmp_path):
        copy = actions.sign(file.paper, by_hand, at=walk.at)
    sealed = duly_verify.check_pdf(bytes(copy.pdf))
    assert duly_verify.is_demonstration(sealed.certificate)
    answer = Client().post(VERIFY, {"file": SimpleUploadedFile("已签署.pdf", bytes(copy.pdf))})
    assert "现在有效" in answer.content.decode()
