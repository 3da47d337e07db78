"""A seal for demonstrations: a key and a certificate that says of itself that it is one."""

import os
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from duly.documents.sealing import key_files

# The demo court's matters lie in the past, and its day can be moved far ahead.
SINCE, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2050, 1, 1, tzinfo=UTC)


def make(court_code: str, court_name: str) -> None:
    """Give a court a demonstration seal, unless it has one."""
    folder = key_files.folder_of(court_code)
    if (folder / key_files.CERTIFICATE).exists():
        return
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(key, f"演示 {court_name}")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    descriptor = os.open(folder / key_files.KEY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secret)
    (folder / key_files.CERTIFICATE).write_bytes(certificate.public_bytes(Encoding.PEM))


def _certificate(key: ec.EllipticCurvePrivateKey, name: str) -> x509.Certificate:
    who = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "督履演示，没有法律效力"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    made = x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number())
    made = made.not_valid_before(SINCE).not_valid_after(UNTIL)
    made = made.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    return made.add_extension(usage, critical=True).sign(key, hashes.SHA256())
