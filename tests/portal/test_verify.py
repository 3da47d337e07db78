"""P11: anyone verifies a paper; shown is what the paper shows, and whether it still counts."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from duly.documents import actions as documents
from duly.documents.mark import Mark
from duly.documents.queries import file_of
from duly.documents.sample import sample_blanks
from duly.documents.templates import load
from duly.law.identity import verification_code
from duly.procedure.models import Certificate, Course
from tests.procedure.conftest import Walk

VERIFY = "/p/verify/"


@pytest.fixture
def certificate(walk: Walk) -> Certificate:
    return issue_certificate(walk)


def issue_certificate(walk: Walk) -> Certificate:
    """Issue a certificate, whatever led to it."""
    template = load("performance-certificate")
    debtor = walk.matter.parties.get(role="debtor")
    paper = documents.draw(
        matter=walk.matter,
        template=template,
        blanks=sample_blanks(template),
        on=walk.on,
        at=walk.at,
        number="（2026）粤0117执1号",
        recipient=debtor,
    )
    mark = Mark("（2026）粤0117履证1号", verification_code.of(2**60 + 1))
    documents.issue(paper, sha256=paper.sha256, at=walk.at, mark=mark)
    course, _ = Course.objects.get_or_create(
        matter=walk.matter,
        mechanism="certificate",
        party=debtor,
        defaults={"state": "issued", "opened_at": walk.at},
    )
    return Certificate.objects.create(
        course=course,
        party=debtor,
        paper=paper,
        number=mark.number,
        code=mark.code,
        issued_date=walk.on,
    )


def test_number_and_code_are_verified_however_they_are_typed(certificate: Certificate) -> None:
    spoken = verification_code.grouped(certificate.code).lower()
    answer = Client().post(VERIFY, {"number": certificate.number, "code": spoken})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "是本院出具的文书，现在有效" in page
    assert "陈示例" in page
    assert "100,000" not in page


def test_a_qr_link_verifies_by_itself(certificate: Certificate) -> None:
    asked = {"number": certificate.number, "code": certificate.code}
    assert "现在有效" in Client().get(VERIFY, asked).content.decode()


def test_a_wrong_code_tells_nothing(certificate: Certificate) -> None:
    wrong = certificate.code[:-1] + ("0" if certificate.code[-1] != "0" else "1")
    answer = Client().post(VERIFY, {"number": certificate.number, "code": wrong})
    assert answer.status_code == 404
    assert "陈示例" not in answer.content.decode()


def test_the_very_file_is_known_and_one_byte_more_is_not(certificate: Certificate) -> None:
    file = file_of(certificate.paper_id)
    assert file is not None
    for content, status in ((bytes(file.pdf), 200), (bytes(file.pdf) + b"\n", 404)):
        dropped = SimpleUploadedFile("证明书.pdf", content)
        assert Client().post(VERIFY, {"file": dropped}).status_code == status


def test_a_revoked_certificate_is_shown_as_revoked(certificate: Certificate) -> None:
    certificate.revoked_date = certificate.issued_date
    certificate.revoked_reasons = "所载履行完毕日期登记有误"
    certificate.save()
    asked = {"number": certificate.number, "code": certificate.code}
    page = Client().post(VERIFY, asked).content.decode()
    assert "这份文书已经撤销" in page
    assert "现在有效" not in page
    assert certificate.revoked_reasons not in page


def test_guessing_codes_is_slowed_down_for_one_address_alone(certificate: Certificate) -> None:
    guesser = Client(REMOTE_ADDR="203.0.113.7")
    asked = {"number": certificate.number, "code": "0" * 13}
    statuses = [guesser.post(reverse("portal:verify"), asked).status_code for _ in range(21)]
    assert statuses == [404] * 20 + [429]
    right = {**asked, "code": certificate.code}
    assert guesser.post(VERIFY, right).status_code == 429
    assert Client(REMOTE_ADDR="203.0.113.8").post(VERIFY, right).status_code == 200
