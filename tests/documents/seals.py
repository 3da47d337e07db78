"""Seals for tests: a court's own, short-lived and in a folder of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from django.test import override_settings

from duly.documents.sealing import key_files

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


def give(keys: Path, court: str, name: str, key: Key, since: datetime) -> x509.Certificate:
    """Give a court a seal that holds for a year. Return its certificate."""
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = x509.CertificateBuilder().subject_name(who).issuer_name(who)
    made = made.public_key(key.public_key()).serial_number(x509.random_serial_number())
    made = made.not_valid_before(since).not_valid_after(since + timedelta(days=365))
    certificate = made.sign(key, hashes.SHA256())
    folder = keys / "seals" / court
    folder.mkdir(parents=True)
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / key_files.KEY).write_bytes(secret)
    (folder / key_files.CERTIFICATE).write_bytes(certificate.public_bytes(Encoding.PEM))
    return certificate


@contextmanager
def sealing(
    keys: Path, *, court: str = "粤0117", name: str = "广州市从化区人民法院", key: Key | None = None
) -> Iterator[x509.Certificate]:
    """Let a court seal its papers, from the beginning of 2026."""
    with override_settings(DULY_KEYS=keys):
        own = key or ec.generate_private_key(ec.SECP256R1())
        yield give(keys, court, name, own, datetime(2026, 1, 1, tzinfo=UTC))
