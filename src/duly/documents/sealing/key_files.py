"""Seals whose keys this program holds: two files for each court, beside its other keys.

`keys/seals/<court code>/` holds `certificate.pem`, the court's own certificate, and `key.pem`, its
private key without a password, readable by the program's user alone; `former/*.pem` those that
certified it before. Keys are of the kinds P-256 and RSA.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509.oid import NameOID, ObjectIdentifier
from django.conf import settings

import duly_verify
from duly.crypto import cms
from duly.documents.sealing import appended, picture
from duly.documents.sealing.appended import Statement
from duly.documents.sealing.seal import NotSealed

CERTIFICATE, KEY = "certificate.pem", "key.pem"
_ECDSA = cms.Algorithm(kind=ObjectIdentifier("1.2.840.10045.4.3.2"))
_RSA = cms.Algorithm(kind=ObjectIdentifier("1.2.840.113549.1.1.11"), parameters=asn1.Null())
# What a signature needs beside the certificate: names, digests, the value of a long RSA key.
_BESIDE = 1_536
Sign = Callable[[bytes], bytes]


class KeyFile:
    """The seal of one court, its key kept in memory once it was read."""

    def __init__(
        self,
        certificate: x509.Certificate,
        former: Sequence[x509.Certificate],
        algorithm: cms.Algorithm,
        sign: Sign,
    ) -> None:
        self.certificate, self.former = certificate, former
        self._algorithm, self._sign = algorithm, sign
        self._room = len(certificate.public_bytes(Encoding.DER)) + _BESIDE

    def seal(self, paper: bytes, *, says: str, at: datetime) -> bytes:
        """Return a PDF sealed: the same paper at the same moment gives the same bytes.

        :raises NotSealed: outside the days for which the certificate holds.
        """
        since, until = self.certificate.not_valid_before_utc, self.certificate.not_valid_after_utc
        if not since <= at <= until:
            raise NotSealed(f"电子印章证书的有效期为{since:%Y-%m-%d}至{until:%Y-%m-%d}，不能签章")
        signer = name(self.certificate)
        drawn = picture.content(
            signer.removeprefix("演示").strip(),
            demo=duly_verify.is_demonstration(self.certificate),
        )
        statement = Statement(signer, says, at.replace(microsecond=0), drawn)
        signed = partial(
            cms.signed_data,
            certificate=self.certificate,
            algorithm=self._algorithm,
            sign=self._sign,
        )
        return appended.append(paper, statement, signed, room=self._room)


def seal_of(court_code: str) -> KeyFile | None:
    """Return the seal of a court, read again when its files change; None without files.

    :raises NotSealed: if the files do not make a seal.
    """
    folder = folder_of(court_code)
    try:
        stamps = tuple((folder / name).stat().st_mtime_ns for name in (CERTIFICATE, KEY))
    except FileNotFoundError:
        return None
    return _read(folder, stamps)


def folder_of(court_code: str) -> Path:
    """Return where the files of a court's seal are kept."""
    return Path(settings.DULY_KEYS) / "seals" / court_code


def name(certificate: x509.Certificate) -> str:
    """Return the common name of whom a certificate is for."""
    return str(certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


@cache
def _read(folder: Path, _stamps: tuple[int, ...]) -> KeyFile:
    try:
        certificate = _certificate(folder / CERTIFICATE)
        former = [_certificate(path) for path in sorted(folder.glob("former/*.pem"))]
        key = load_pem_private_key((folder / KEY).read_bytes(), None)
    except (OSError, ValueError, TypeError) as unreadable:
        raise NotSealed("电子印章的证书或者密钥文件不能读取") from unreadable
    if key.public_key() != certificate.public_key():
        raise NotSealed("电子印章的密钥与证书不相符")
    if isinstance(key, rsa.RSAPrivateKey):
        return KeyFile(certificate, former, _RSA, partial(_by_rsa, key))
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return KeyFile(certificate, former, _ECDSA, partial(_by_curve, key))
    raise NotSealed("电子印章的密钥只支持P-256和RSA")


def _certificate(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def _by_rsa(key: rsa.RSAPrivateKey, data: bytes) -> bytes:
    return key.sign(data, padding.PKCS1v15(), hashes.SHA256())


def _by_curve(key: ec.EllipticCurvePrivateKey, data: bytes) -> bytes:
    # Without chance (RFC 6979): sealed again, a paper has the same bytes.
    return key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
