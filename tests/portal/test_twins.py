"""What a page shows, as JSON that the court signed: for software, verified like a paper."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse

import duly_verify
from duly.crypto.software import SoftwareProvider
from duly.documents.models import PaperFile
from duly.outreach.twin import KIND as MESSAGE
from duly.portal import ferry
from duly.portal.links import Issued
from duly.portal.management.commands import describe_twins
from duly.portal.models import Visit
from duly.portal.query import views_of
from duly.portal.view import schema
from duly.portal.view.twins import CASE, KINDS, PAPER
from duly.procedure.models import Certificate
from duly.registry.models import Court
from duly_verify import GENUINE, NOT_GENUINE, NOT_READ, NotGenuine
from tests.documents import seals
from tests.portal import test_verify
from tests.portal.conftest import DEBTOR_PLACES, party
from tests.portal.test_ferry import alone, folder, forget_everything
from tests.portal.test_verify import VERIFY, certificate
from tests.procedure.conftest import Walk

__all__ = ["certificate", "folder"]

PRINTS = True
KEYS = "/.well-known/jwks.json"
CERTIFICATES = "/p/verify/court.pem"
EXAMPLES = Path(__file__).parents[2] / "docs" / "twins"


def keys() -> list[dict[str, str]]:
    """Return the keys as the court publishes them."""
    published: list[dict[str, str]] = Client().get(KEYS).json()["keys"]
    return published


def told(client: Client, kind: str, address: str = "/p/case.jwt") -> dict[str, Any]:
    """Return what a twin says, verified, in the documented form."""
    answer = client.get(address)
    assert answer["Content-Type"] == "application/jwt"
    claims = duly_verify.check_json(answer.content.decode(), keys())
    assert claims.pop("kind") == kind
    assert misfits(claims, schema.of(kind, KINDS[kind])) == []
    return claims


def misfits(value: Any, form: dict[str, Any], at: str = "") -> list[str]:
    """Return where a value is not in the form of a schema, as far as our schemas go."""
    types = {"string": str, "integer": int, "boolean": bool, "null": type(None)}
    if form["type"] == "array":
        return [one for part in value for one in misfits(part, form["items"], f"{at}[]")]
    if form["type"] == "object":
        assert set(form["required"]) == set(form["properties"])
        if set(value) != set(form["required"]):
            return [at]
        parts = form["properties"].items()
        return [one for name, part in parts for one in misfits(value[name], part, f"{at}.{name}")]
    named = [form["type"]] if isinstance(form["type"], str) else form["type"]
    return [] if type(value) in [types[name] for name in named] else [at]


def test_the_twin_of_a_partys_page_says_what_the_page_shows(debtor: Client, in_court: Walk) -> None:
    claims = told(debtor, CASE)
    view = views_of(in_court.matter, party(in_court, "debtor"), in_court.on)
    assert claims["case"] == json.loads(json.dumps(asdict(view)))
    assert claims["iss"] == in_court.matter.court.name
    assert claims["iat"] == int(in_court.at.timestamp())


def test_what_was_sent_in_and_its_answer_are_in_the_twin(debtor: Client) -> None:
    sent = {"note": "数额多算了", "route": "amount"}
    debtor.post(reverse("portal:send", args=["dispute"]), sent)
    [one] = told(debtor, CASE)["submissions"]
    assert (one["kind"], one["state"], one["answer"]) == ("dispute", "waiting", "")


def test_a_program_asks_with_link_and_places_in_one_request(link: Issued, debtor: Client) -> None:
    address = reverse("portal:fetch", args=[link.token])
    before = Visit.objects.count()
    program = Client(enforce_csrf_checks=True)
    answer = program.post(address, {"places": DEBTOR_PLACES})
    assert answer.content == debtor.get("/p/case.jwt").content
    assert (program.cookies, Visit.objects.count()) == ({}, before)


def test_wrong_places_count_against_the_link_for_programs_too(link: Issued) -> None:
    address = reverse("portal:fetch", args=[link.token])
    statuses = [Client().post(address, {"places": "000000"}).status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]
    assert Client().post(reverse("portal:fetch", args=["no-link"])).status_code == 404


def test_a_verified_paper_has_a_twin_that_says_revoked_once_it_is(
    certificate: Certificate,
) -> None:
    address = f"{VERIFY}?number={certificate.number}&code={certificate.code}&format=jwt"
    paper = told(Client(), PAPER, address)["paper"]
    assert (paper["number"], paper["standing"]) == (certificate.number, "valid")
    certificate.revoked_date = certificate.issued_date
    certificate.revoked_reasons = "所载履行完毕日期登记有误"
    certificate.save()
    paper = told(Client(), PAPER, address)["paper"]
    assert (paper["standing"], paper["ended"]) == ("revoked", paper["day"])
    wrong = Client().get(address.replace(certificate.code, "0" * 13))
    assert (wrong.status_code, wrong["Content-Type"]) == (404, "text/html; charset=utf-8")


def test_no_part_of_a_twin_can_be_changed(debtor: Client, tmp_path: Path) -> None:
    token = debtor.get("/p/case.jwt").content.decode()
    for place in range(0, len(token), len(token) // 150):
        other = "A" if token[place] != "A" else "B"
        with pytest.raises(NotGenuine):
            duly_verify.check_json(token[:place] + other + token[place + 1 :], keys())
    for strange in ("", "a.b", "a.b.c", "e30.e30.", f"{token}.", "甲.乙.丙"):
        with pytest.raises(NotGenuine):
            duly_verify.check_json(strange, keys())
    stranger = SoftwareProvider(tmp_path)
    with pytest.raises(NotGenuine, match="密钥不符"):
        duly_verify.check_json(stranger.token("{}", CASE), keys())
    with pytest.raises(NotGenuine, match="没有所用的密钥"):
        duly_verify.check_json(token, [])
    with pytest.raises(NotGenuine, match="不是法院签名的数据"):
        duly_verify.check_json(stranger.token("{}", "JWT"), stranger.public_keys())


def test_the_command_verifies_a_twin_against_the_published_keys(
    debtor: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twin, published = tmp_path / "case.jwt", tmp_path / "jwks.json"
    twin.write_bytes(debtor.get("/p/case.jwt").content)
    published.write_bytes(Client().get(KEYS).content)
    assert duly_verify.main([str(twin), "--keys", str(published)]) == GENUINE
    assert "陈示例" in capsys.readouterr().out
    assert duly_verify.main([str(twin)]) == NOT_READ
    twin.write_bytes(twin.read_bytes()[:-8] + b"AAAAAAAA")
    assert duly_verify.main([str(twin), "--keys", str(published)]) == NOT_GENUINE


def test_the_courts_certificate_is_published_and_verifies_its_papers(
    walk: Walk, tmp_path: Path
) -> None:
    with seals.sealing(tmp_path):
        file = PaperFile.objects.get(paper=test_verify.issue_certificate(walk).paper)
        pem, paper = tmp_path / "court.pem", tmp_path / "paper.pdf"
        pem.write_bytes(Client().get(CERTIFICATES).content)
    paper.write_bytes(file.pdf)
    assert duly_verify.main([str(paper), "--certificate", str(pem)]) == GENUINE


def test_papers_of_a_certificate_that_was_replaced_still_verify(walk: Walk, tmp_path: Path) -> None:
    with seals.sealing(tmp_path):
        file = PaperFile.objects.get(paper=test_verify.issue_certificate(walk).paper)
    own = tmp_path / "seals" / walk.court.code
    own.rename(tmp_path / "replaced")
    with seals.sealing(tmp_path) as newer:
        (own / "former").mkdir()
        (tmp_path / "replaced" / "certificate.pem").rename(own / "former" / "2026.pem")
        known = x509.load_pem_x509_certificates(Client().get(CERTIFICATES).content)
    assert known[0] == newer
    with pytest.raises(NotGenuine):
        duly_verify.check_pdf(bytes(file.pdf), known[:1])
    assert duly_verify.check_pdf(bytes(file.pdf), known).signer == walk.court.name


@pytest.mark.django_db
def test_the_verifying_page_hands_out_the_program_where_a_court_has_a_seal(tmp_path: Path) -> None:
    asked = reverse("portal:verifier")
    assert Client().get(asked).content == Path(duly_verify.__file__).read_bytes()
    with override_settings(DULY_KEYS=tmp_path):
        assert asked not in Client().get(VERIFY).content.decode()
        Court.objects.create(code="粤0117", name="广州市从化区人民法院")
        with seals.sealing(tmp_path):
            assert asked in Client().get(VERIFY).content.decode()


def test_a_portal_alone_hands_out_what_the_court_signed(
    folder: Path, link: Issued, in_court: Walk, tmp_path: Path
) -> None:
    keys_folder = tmp_path / "keys"
    with seals.sealing(keys_folder):
        issued = test_verify.issue_certificate(in_court)
        file = PaperFile.objects.get(paper=issued.paper)
        content, printed = bytes(file.pdf), file.unsigned_sha256
        ferry.turn(at=in_court.at)
        certificates = Client().get(CERTIFICATES).content
        expected = keys()
        forget_everything()
    with override_settings(DULY_KEYS=tmp_path / "none"), alone():
        assert Client().get(KEYS).json() == {"keys": []}
        ferry.turn(at=in_court.at)
        assert keys() == expected
        assert Client().get(CERTIFICATES).content == certificates
        answer = Client().post(f"/p/l/{link.token}/case.jwt", {"places": DEBTOR_PLACES})
        claims = duly_verify.check_json(answer.content.decode(), expected)
        assert claims["case"]["party"] == "陈示例丁" or claims["case"]["party"] == "陈示例"
        dropped = SimpleUploadedFile("证明书.pdf", content)
        asked = {"file": dropped, "format": "jwt"}
        told_of = Client().post(VERIFY, asked).content.decode()
        paper = duly_verify.check_json(told_of, expected)["paper"]
        assert (paper["number"], paper["unsigned_sha256"]) == (issued.number, printed)


def test_the_schemas_of_the_docs_are_those_of_the_program() -> None:
    for kind in KINDS:
        name = f"{kind.removesuffix('+jwt')}.schema.json"
        assert (EXAMPLES / name).read_text(encoding="utf-8") == describe_twins.text(kind)


@pytest.mark.parametrize("kind", [CASE, PAPER, MESSAGE])
def test_the_examples_of_the_docs_verify_and_have_the_documented_form(kind: str) -> None:
    published = json.loads((EXAMPLES / "example-keys.json").read_text(encoding="utf-8"))["keys"]
    token = (EXAMPLES / f"example-{kind.removesuffix('+jwt')}.jwt").read_text(encoding="ascii")
    claims = duly_verify.check_json(token, published)
    assert claims.pop("kind") == kind
    assert misfits(claims, schema.of(kind, KINDS[kind])) == []
