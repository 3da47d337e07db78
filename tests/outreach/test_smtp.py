"""电子邮件：对真实的 SMTP 服务器发送，文书作附件；只有确知未收的才换通道。"""

import email
import email.policy
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Session
from aiosmtpd.smtp import Envelope as Arrived
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from duly.outreach.suppliers import Attachment, Envelope, RefusedBySupplier, Unavailable, Unknown
from duly.outreach.suppliers.smtp import Smtp

AT = datetime(2026, 3, 3, 12).astimezone()
PAPER = Attachment("执前督促履行告知书.pdf", "application/pdf", b"%PDF-1.7 \x00\xff")
LETTER = Envelope(
    "id-1", "chen@example.invalid", "送达：《告知书》", "陈示例：\n见附件。", (PAPER,)
)


class Postmaster:
    """Keeps what arrives, or answers as it is told."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.answer_rcpt = self.answer_data = ""

    async def handle_RCPT(  # noqa: N802 the library's name
        self, server: SMTP, session: Session, envelope: Arrived, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.answer_rcpt or "250 OK"

    async def handle_DATA(  # noqa: N802 the library's name
        self, server: SMTP, session: Session, envelope: Arrived
    ) -> str:
        if self.answer_data == "hang up":
            server.transport.abort()
        elif not self.answer_data:
            content: Any = envelope.content
            self.mails.append(
                email.message_from_bytes(content, EmailMessage, policy=email.policy.default)
            )
        return self.answer_data or "250 OK"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@pytest.fixture
def postmaster() -> Postmaster:
    return Postmaster()


@pytest.fixture
def smtp(postmaster: Postmaster) -> Iterator[Smtp]:
    port = free_port()
    server = Controller(postmaster, hostname="127.0.0.1", port=port)
    server.start()
    yield Smtp("mail", host="127.0.0.1", port=port, sender="fy@court.invalid", tls=False, timeout=2)
    server.stop()


def test_a_mail_arrives_whole_with_the_paper_and_our_id(smtp: Smtp, postmaster: Postmaster) -> None:
    accepted = smtp.send(LETTER, at=AT)
    mail = postmaster.mails[0]
    assert accepted.reference == mail["Message-ID"] == "<id-1@court.invalid>"
    assert (mail["To"], mail["Subject"]) == (LETTER.address, LETTER.subject)
    said = mail.get_body().get_content()  # type: ignore[union-attr]
    assert said.split("\r\n")[:2] == LETTER.text.split("\n")
    attached = next(iter(mail.iter_attachments()))
    assert (attached.get_filename(), attached.get_content()) == (PAPER.name, PAPER.content)


@pytest.mark.parametrize(
    ("rcpt", "data", "outcome"),
    [
        ("550 no such user", "", RefusedBySupplier),
        ("450 try later", "", Unavailable),
        ("", "554 content refused", RefusedBySupplier),
        ("", "451 try later", Unavailable),
        ("", "hang up", Unknown),
    ],
)
def test_what_the_server_answers_decides_what_is_known(
    smtp: Smtp, postmaster: Postmaster, rcpt: str, data: str, outcome: type[Exception]
) -> None:
    postmaster.answer_rcpt, postmaster.answer_data = rcpt, data
    with pytest.raises(outcome):
        smtp.send(LETTER, at=AT)
    assert postmaster.mails == []


def test_a_server_that_is_away_certainly_has_nothing() -> None:
    smtp = Smtp("mail", host="127.0.0.1", port=free_port(), sender="fy@court.invalid", tls=False)
    with pytest.raises(Unavailable):
        smtp.send(LETTER, at=AT)


def test_a_server_without_the_tls_that_is_asked_for_gets_nothing(
    smtp: Smtp, postmaster: Postmaster
) -> None:
    smtp._tls = True
    with pytest.raises(Unavailable):
        smtp.send(LETTER, at=AT)
    assert postmaster.mails == []


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate of its own for 127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2099, 1, 1, tzinfo=UTC))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "mail.pem"
    plain = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(key.private_bytes(*plain) + made.public_bytes(Encoding.PEM))
    return file


@pytest.mark.parametrize("trusted", [True, False])
def test_with_tls_only_a_server_whose_certificate_is_trusted_gets_the_mail(
    trusted: bool, certificate: Path, postmaster: Postmaster
) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    port = free_port()
    server = Controller(
        postmaster, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True
    )
    server.start()
    ca = {"ca_file": str(certificate)} if trusted else {}
    smtp = Smtp("mail", host="127.0.0.1", port=port, sender="fy@court.invalid", timeout=2, **ca)
    try:
        if trusted:
            smtp.send(LETTER, at=AT)
        else:
            with pytest.raises(Unavailable, match="CERTIFICATE_VERIFY_FAILED"):
                smtp.send(LETTER, at=AT)
    finally:
        server.stop()
    assert len(postmaster.mails) == trusted


@pytest.mark.parametrize("trick", ["a@b.invalid\r\nBcc: c@d.invalid", "a@b.invalid\nX: 1"])
def test_an_address_cannot_smuggle_a_header(smtp: Smtp, postmaster: Postmaster, trick: str) -> None:
    with pytest.raises(ValueError, match=r"header value|linefeed|newline"):
        smtp.send(Envelope("id-1", trick, "标题", "内容"), at=AT)
    assert postmaster.mails == []
