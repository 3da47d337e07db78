"""Papers are sealed when issued: PAdES over the printed bytes, verified before it counts."""

import io
import subprocess
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.test import override_settings

import duly_verify
from duly.crypto import provider
from duly.documents import actions, queries, sealing
from duly.documents.mark import SEAL_PLACE, Mark, SealPlace
from duly.documents.models import Paper, PaperFile
from duly.documents.render import pdf
from duly.documents.sample import SAMPLE_COURT, sample, sample_blanks
from duly.documents.sealing import NotSealed, demo, key_files, picture
from duly.documents.templates import load
from duly.registry.models import Court, Matter
from tests.documents import seals
from tests.documents.conftest import DAY

AT = datetime(2026, 11, 24, 2, 0, 0, 250_000, tzinfo=UTC)
NUMBER = "（2026）粤0117履证1号"


@pytest.fixture
def seal(tmp_path: Path) -> Iterator[x509.Certificate]:
    """The sample court has a seal."""
    with seals.sealing(tmp_path) as certificate:
        yield certificate


@pytest.fixture
def paper(db: None) -> Paper:
    """A certificate, drawn."""
    court = Court.objects.create(code=SAMPLE_COURT.code, name=SAMPLE_COURT.name)
    matter = Matter.objects.create(court=court, cause="买卖合同纠纷", focus="other", opened_at=AT)
    template = load("performance-certificate")
    blanks = sample_blanks(template)
    return actions.draw(matter=matter, template=template, blanks=blanks, on=DAY, at=AT)


def issued(paper: Paper) -> PaperFile:
    mark = Mark(NUMBER, "0000000000010")
    actions.issue(paper, sha256=paper.sha256, at=AT, mark=mark)
    return PaperFile.objects.get(paper=paper)


def test_an_issued_paper_is_signed_by_the_courts_certificate(
    paper: Paper, seal: x509.Certificate
) -> None:
    file = issued(paper)
    signature = duly_verify.check_pdf(file.pdf, [seal])
    assert (signature.signer, signature.at) == (SAMPLE_COURT.name, AT.replace(microsecond=0))
    assert signature.says == f"签发《自动履行证明书》{NUMBER}"
    assert file.pdf_sha256 == provider.digest(file.pdf)
    assert Paper.objects.get().sealed


def test_the_printed_bytes_come_first_and_are_reproducible(
    paper: Paper, seal: x509.Certificate
) -> None:
    file = issued(paper)
    mark = Mark(paper.paper_number, paper.verification_code)
    printed = pdf(queries.drawn(paper), seal=SealPlace.SEALED, mark=mark)
    assert file.pdf.startswith(printed)
    assert file.unsigned_sha256 == provider.digest(printed)


def test_sealed_again_at_the_same_moment_a_paper_has_the_same_bytes(seal: x509.Certificate) -> None:
    own = sealing.of(SAMPLE_COURT.code)
    printed = pdf(sample(load("urging-notice"), on=DAY))
    made = {sealing.apply(own, printed, says="签发", at=AT).pdf for _ in range(2)}
    assert len(made) == 1


def test_without_a_seal_a_paper_is_unsigned_and_says_so(paper: Paper, tmp_path: Path) -> None:
    with override_settings(DULY_KEYS=tmp_path):
        file = issued(paper)
    with pytest.raises(duly_verify.NotGenuine, match="没有电子签名"):
        duly_verify.check_pdf(file.pdf)
    assert file.unsigned_sha256 is None
    assert not Paper.objects.get().sealed


def test_drafts_are_never_signed(paper: Paper, seal: x509.Certificate) -> None:
    assert not PaperFile.objects.exists()
    assert b"/ByteRange" not in pdf(queries.drawn(paper))


def test_a_seal_outside_the_days_of_its_certificate_issues_nothing(
    paper: Paper, seal: x509.Certificate
) -> None:
    late = AT + timedelta(days=60)
    with pytest.raises(NotSealed, match="有效期为2026-01-01至2027-01-01"):
        actions.issue(paper, sha256=paper.sha256, at=late)


def test_what_a_supplier_returns_is_verified_before_it_counts(
    paper: Paper, seal: x509.Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    def altered(self: object, made: bytes, *, says: str, at: datetime) -> bytes:
        return made + b"%"

    monkeypatch.setattr(key_files.KeyFile, "seal", altered)
    with pytest.raises(NotSealed, match="核验不通过：文件没有电子签名"):
        actions.issue(paper, sha256=paper.sha256, at=AT)


def test_the_demonstration_seal_says_so_on_the_paper_and_in_its_certificate(tmp_path: Path) -> None:
    with override_settings(DULY_KEYS=tmp_path):
        demo.make(SAMPLE_COURT.code, SAMPLE_COURT.name)
        made = sealing.of(SAMPLE_COURT.code)
        demo.make(SAMPLE_COURT.code, SAMPLE_COURT.name)
        again = sealing.of(SAMPLE_COURT.code)
    assert made is not None
    assert made is again
    assert sealing.place(made) is SealPlace.DEMO
    assert key_files.name(made.certificate) == f"演示 {SAMPLE_COURT.name}"
    secret = tmp_path / "seals" / SAMPLE_COURT.code / "key.pem"
    assert secret.stat().st_mode & 0o077 == 0


def test_an_rsa_key_seals_too_and_poppler_agrees(tmp_path: Path) -> None:
    key = rsa.generate_private_key(65537, 2048)
    with seals.sealing(tmp_path, key=key) as certificate:
        printed = pdf(sample(load("urging-notice"), on=DAY))
        made = sealing.apply(sealing.of(SAMPLE_COURT.code), printed, says="签发", at=AT).pdf
    assert duly_verify.check_pdf(made, [certificate]).signer == SAMPLE_COURT.name
    told = poppler_says(made, tmp_path)
    assert "Signature is Valid" in told
    assert "Total document signed" in told


def test_poppler_verifies_a_sealed_paper_whose_pages_stay_as_printed(
    seal: x509.Certificate, tmp_path: Path
) -> None:
    printed = pdf(sample(load("urging-application"), on=DAY))
    made = sealing.apply(sealing.of(SAMPLE_COURT.code), printed, says="签发", at=AT).pdf
    told = poppler_says(made, tmp_path)
    assert "Signature is Valid" in told
    assert "Total document signed" in told
    assert "ETSI.CAdES.detached" in told
    with pikepdf.open(io.BytesIO(printed)) as before, pikepdf.open(io.BytesIO(made)) as after:
        assert len(after.pages) == len(before.pages)
        assert [p.Contents.read_bytes() for p in after.pages] == [
            p.Contents.read_bytes() for p in before.pages
        ]
        assert after.open_metadata()["pdfaid:part"] == "2"


def poppler_says(made: bytes, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(made)
    done = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False)
    return done.stdout


def test_a_key_that_is_not_the_certificates_seals_nothing(
    seal: x509.Certificate, tmp_path: Path
) -> None:
    other = rsa.generate_private_key(65537, 2048)
    secret = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "seals" / SAMPLE_COURT.code / "key.pem").write_bytes(secret)
    with pytest.raises(NotSealed, match="密钥与证书不相符"):
        sealing.of(SAMPLE_COURT.code)


def test_files_that_are_no_key_seal_nothing(seal: x509.Certificate, tmp_path: Path) -> None:
    secret = tmp_path / "seals" / SAMPLE_COURT.code / "key.pem"
    secret.write_bytes(b"spoilt")
    with pytest.raises(NotSealed, match="不能读取"):
        sealing.of(SAMPLE_COURT.code)


def test_only_a_pdf_with_a_plain_table_is_sealed(seal: x509.Certificate) -> None:
    with pikepdf.new() as empty:
        empty.add_blank_page()
        made = io.BytesIO()
        empty.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    own = sealing.of(SAMPLE_COURT.code)
    with pytest.raises(NotSealed, match="不是普通格式"):
        sealing.apply(own, made.getvalue(), says="签发", at=AT)


def shown(content: bytes) -> list[float]:
    """The sides of the field of the seal that shows a picture, on the first page that has one."""
    with pikepdf.open(io.BytesIO(content)) as file:
        fields = [one for page in file.pages for one in page.obj.get("/Annots", ())]
        assert all("/A" not in one for one in fields)
        [field] = fields
        assert field.AP.N.BBox[2] == pytest.approx(picture.ACROSS)
        left, low, right, high = (float(one) for one in field.Rect)
        return [right - left, high - low]


def test_a_sealed_paper_shows_the_seal_and_the_print_before_it_does_not(
    paper: Paper, seal: x509.Certificate
) -> None:
    file = issued(paper)
    assert shown(bytes(file.pdf)) == pytest.approx([picture.ACROSS, picture.ACROSS], abs=0.1)
    before = bytes(file.pdf)[: bytes(file.pdf).index(b"%%EOF")]
    assert b"/AP" not in before


def test_a_paper_that_takes_no_seal_is_signed_and_shows_none(seal: x509.Certificate) -> None:
    printed = pdf(sample(load("performance-notice"), on=DAY), seal=SealPlace.DEMO)
    found = sealing.of(SAMPLE_COURT.code)
    made = sealing.apply(found, printed, says="签发", at=AT)
    assert shown(made.pdf) == [0, 0]


def test_the_picture_of_a_demonstration_seal_says_so() -> None:
    real, marked = (picture.content("某某人民法院", demo=demo) for demo in (False, True))
    assert zlib.decompress(marked).startswith(zlib.decompress(real))
    assert len(marked) > len(real)


def test_a_paper_of_a_court_without_a_seal_keeps_no_place_for_one() -> None:
    printed = pdf(sample(load("performance-certificate"), on=DAY))
    assert SEAL_PLACE.encode() not in printed
