"""Electronic mail by SMTP, through the court's mail server."""

import smtplib
import ssl
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from django.conf import settings

from duly.outreach.suppliers.supplier import (
    Accepted,
    Envelope,
    RefusedBySupplier,
    Unavailable,
    Unknown,
)

PERMANENT = 500


class Smtp:
    """One mail server. Its password, where it asks for one, is a file beside the keys."""

    def __init__(
        self,
        name: str,
        *,
        host: str,
        port: int,
        sender: str,
        tls: bool = True,
        ca_file: str = "",
        username: str = "",
        timeout: int = 10,
    ) -> None:
        self._host, self._port, self._timeout = host, port, timeout
        self._sender, self._username = sender, username
        self._tls, self._ca_file = tls, ca_file
        self._password: Path = settings.DULY_KEYS / "suppliers" / f"{name}.password"

    def send(self, envelope: Envelope, *, at: datetime) -> Accepted:
        """Deliver the mail to the server; it has it once it has answered 250 to the content."""
        mail = self._mail(envelope, at)
        server = self._connected()
        try:
            server.sendmail(self._sender, [envelope.address], mail.as_bytes(policy=SMTP))
        except smtplib.SMTPRecipientsRefused as refused:
            code, said = next(iter(refused.recipients.values()))
            raise _answered(code, said) from refused
        except smtplib.SMTPResponseException as refused:
            raise _answered(refused.smtp_code, refused.smtp_error) from refused
        except (OSError, smtplib.SMTPException) as broken:
            raise Unknown(f"{type(broken).__name__}：{broken}") from broken
        finally:
            server.close()
        return Accepted(str(mail["Message-ID"]))

    def find(self, message_id: str, *, at: datetime) -> Accepted | None:
        """SMTP has no such question."""
        raise Unknown("SMTP不能按编号查询")

    def _connected(self) -> smtplib.SMTP:
        try:
            server = smtplib.SMTP(self._host, self._port, timeout=self._timeout)
        except (OSError, smtplib.SMTPException) as away:
            raise Unavailable(f"{type(away).__name__}：{away}") from away
        try:
            self._greet(server)
        except (OSError, smtplib.SMTPException) as away:
            server.close()
            raise Unavailable(f"{type(away).__name__}：{away}") from away
        return server

    def _greet(self, server: smtplib.SMTP) -> None:
        """Agree on encryption, its certificate verified, and log in."""
        if self._tls:
            server.starttls(context=ssl.create_default_context(cafile=self._ca_file or None))
        if self._username:
            server.login(self._username, self._password.read_text(encoding="utf-8").strip())

    def _mail(self, envelope: Envelope, at: datetime) -> EmailMessage:
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"], mail["Subject"] = self._sender, envelope.address, envelope.subject
        mail["Date"] = at
        mail["Message-ID"] = f"<{envelope.id}@{self._sender.rpartition('@')[2]}>"
        mail.set_content(envelope.text)
        for one in envelope.attachments:
            main, _, sub = one.kind.partition("/")
            mail.add_attachment(one.content, maintype=main, subtype=sub, filename=one.name)
        return mail


def _answered(code: int, said: bytes | str) -> Exception:
    """A refusal in words: for good with 5xx, for now with 4xx."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    kind = RefusedBySupplier if code >= PERMANENT else Unavailable
    return kind(f"{code} {text}")
