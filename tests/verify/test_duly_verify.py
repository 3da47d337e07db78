"""P11: anybody checks offline who sealed a paper and that not a byte of it has changed since."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

import duly_verify
from duly.documents import sealing
from duly.documents.render import pdf
from duly.documents.sample import sample
from duly.documents.templates import load
from duly_verify import GENUINE, NOT_COMPARED, NOT_GENUINE, NOT_READ, NotGenuine
from tests.documents import seals
from tests.documents.conftest import DAY

AT = datetime(2026, 11, 24, 2, tzinfo=UTC)
SAYS = "签发《执前督促告知书》（2026）粤0117执前调678号"
COURT, OTHER = "粤0117", "粤0118"


class Desk:
    """Two courts with a seal each, and a paper that the first has sealed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        printed = pdf(sample(load("urging-notice"), on=DAY))
        with seals.sealing(folder / "first") as own:
            self.seal = sealing.of(COURT)
            self.paper = sealing.apply(self.seal, printed, says=SAYS, at=AT).pdf
        with seals.sealing(folder / "second", court=OTHER, name="广州市增城区人民法院") as other:
            self.by_another = sealing.apply(sealing.of(OTHER), self.paper, says=SAYS, at=AT).pdf
        self.certificate, self.other, self.printed = own, other, printed

    def file(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def pem(self, certificate: x509.Certificate) -> Path:
        return self.file("court.pem", certificate.public_bytes(Encoding.PEM))

    def run(self, content: bytes, *certificates: x509.Certificate) -> int:
        options = [part for one in certificates for part in ("--certificate", str(self.pem(one)))]
        return duly_verify.main([str(self.file("paper.pdf", content)), *options])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    return Desk(tmp_path_factory.mktemp("desk"))


def test_it_says_what_is_signed_by_whom(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run(desk.paper, desk.certificate) == GENUINE
    said = capsys.readouterr().out
    assert "真实 GENUINE" in said
    assert "signed by: 广州市从化区人民法院" in said
    assert SAYS in said
    assert "2026-11-24 02:00:00+00:00" in said
    assert duly_verify.fingerprint(desk.certificate) in said


def test_without_a_certificate_it_tells_the_fingerprint_and_vouches_for_nobody(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run(desk.by_another) == NOT_COMPARED
    said = capsys.readouterr().out
    assert "GENUINE" not in said
    assert duly_verify.fingerprint(desk.other) in said


def test_a_byte_changed_in_the_text_is_found(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    spoilt = bytearray(desk.paper)
    spoilt[desk.paper.index(b"stream\n") + 40] ^= 1
    assert desk.run(bytes(spoilt), desk.certificate) == NOT_GENUINE
    assert "文件在签名之后被改动过" in capsys.readouterr().out


def test_no_byte_can_be_changed_not_even_of_the_signature(desk: Desk) -> None:
    chance, printed = Random(1), len(desk.printed)
    places = [*range(printed, len(desk.paper), 5), *chance.sample(range(printed), 300)]
    for place in places:
        spoilt = bytearray(desk.paper)
        spoilt[place] ^= 1 << chance.randrange(8)
        with pytest.raises(NotGenuine):
            duly_verify.check_pdf(bytes(spoilt), [desk.certificate])


@pytest.mark.parametrize("more", [b"\n", b"%", b"7 0 obj\n<< >>\nendobj\n%%EOF\n"])
def test_what_was_appended_is_found(
    desk: Desk, more: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run(desk.paper + more, desk.certificate) == NOT_GENUINE
    assert f"签名之后追加了{len(more)}字节" in capsys.readouterr().out


def test_a_file_cut_short_is_found(desk: Desk) -> None:
    assert desk.run(desk.paper[:-1], desk.certificate) == NOT_GENUINE


def test_an_update_signed_by_somebody_else_is_not_the_courts(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run(desk.by_another, desk.certificate) == NOT_GENUINE
    assert "签名人的证书不是所给的证书" in capsys.readouterr().out


def test_another_courts_certificate_is_not_enough(desk: Desk) -> None:
    assert desk.run(desk.paper, desk.other) == NOT_GENUINE
    assert duly_verify.check_pdf(desk.paper, [desk.other, desk.certificate]).says == SAYS


def test_a_signature_taken_from_another_paper_does_not_hold(desk: Desk) -> None:
    assert desk.seal is not None
    longer = desk.seal.seal(pdf(sample(load("fine-warning"), on=DAY)), says=SAYS, at=AT)
    opens = longer.index(b"/Contents <") + 11
    value = longer[opens : longer.index(b">", opens)]
    opens = desk.paper.index(b"/Contents <") + 11
    moved = desk.paper[:opens] + value + desk.paper[opens + len(value) :]
    assert desk.run(moved, desk.certificate) == NOT_GENUINE


def test_an_unsigned_paper_is_not_genuine(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run(desk.printed, desk.certificate) == NOT_GENUINE
    assert "没有电子签名" in capsys.readouterr().out


def test_what_cannot_be_read_is_said_to_be_unread(desk: Desk) -> None:
    assert duly_verify.main([str(desk.folder / "nowhere.pdf")]) == NOT_READ
    assert duly_verify.main([str(desk.file("paper.docx", b"PK\3\4\xff"))]) == NOT_READ
    spoilt = desk.file("spoilt.pem", b"no certificate")
    paper = desk.file("paper.pdf", desk.paper)
    assert duly_verify.main([str(paper), "--certificate", str(spoilt)]) == NOT_READ


def test_it_runs_alone_from_any_folder_with_one_package(desk: Desk) -> None:
    alone = desk.file("duly_verify.py", Path(duly_verify.__file__).read_bytes())
    paper, pem = desk.file("paper.pdf", desk.paper), desk.pem(desk.certificate)
    asked = [sys.executable, "-I", str(alone), str(paper), "--certificate", str(pem)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=desk.folder)
    assert (done.returncode, done.stderr) == (GENUINE, "")
    assert SAYS in done.stdout


def test_it_imports_the_standard_library_and_cryptography_alone() -> None:
    tree = ast.parse(Path(duly_verify.__file__).read_text(encoding="utf-8"))
    named = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom | ast.Import)
    }
    assert named - set(sys.stdlib_module_names) == {"cryptography"}
