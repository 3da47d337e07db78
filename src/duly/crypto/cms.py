"""A detached signature as PAdES wants it: CMS (RFC 5652) that binds its certificate (RFC 5035)."""

import hashlib
from collections.abc import Callable
from typing import Annotated

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ObjectIdentifier

DATA = ObjectIdentifier("1.2.840.113549.1.7.1")
SIGNED_DATA = ObjectIdentifier("1.2.840.113549.1.7.2")
CONTENT_TYPE = ObjectIdentifier("1.2.840.113549.1.9.3")
MESSAGE_DIGEST = ObjectIdentifier("1.2.840.113549.1.9.4")
SIGNING_CERTIFICATE = ObjectIdentifier("1.2.840.113549.1.9.16.2.47")
SHA256 = ObjectIdentifier("2.16.840.1.101.3.4.2.1")


@asn1.sequence
class Algorithm:
    """AlgorithmIdentifier; parameters are NULL for RSA and left out for the others."""

    kind: ObjectIdentifier
    parameters: asn1.Null | None = None


@asn1.sequence
class _CertificateHash:
    sha256: bytes


@asn1.sequence
class _SigningCertificate:
    certificates: list[_CertificateHash]


@asn1.sequence
class _Attribute:
    kind: ObjectIdentifier
    values: asn1.SetOf[ObjectIdentifier | bytes | _SigningCertificate]


@asn1.sequence
class _Attributes:
    all: asn1.SetOf[_Attribute]


@asn1.sequence
class _Signer:
    issuer: asn1.TLV
    serial: int


@asn1.sequence
class _SignerInfo:
    version: int
    signer: _Signer
    digest: Algorithm
    signed: Annotated[asn1.SetOf[_Attribute], asn1.Implicit(0)]
    algorithm: Algorithm
    signature: bytes


@asn1.sequence
class _Content:
    kind: ObjectIdentifier


@asn1.sequence
class _SignedData:
    version: int
    digests: asn1.SetOf[Algorithm]
    content: _Content
    certificates: Annotated[asn1.SetOf[x509.Certificate], asn1.Implicit(0)]
    signers: asn1.SetOf[_SignerInfo]


@asn1.sequence
class _ContentInfo:
    kind: ObjectIdentifier
    content: Annotated[_SignedData, asn1.Explicit(0)]


def signed_data(
    digest: bytes,
    certificate: x509.Certificate,
    algorithm: Algorithm,
    sign: Callable[[bytes], bytes],
) -> bytes:
    """Return the signature over content with this SHA-256 digest, in DER.

    `sign` signs bytes with the certificate's key by `algorithm`. There is no time among the
    signed attributes: PAdES keeps it in the file (EN 319 142-1, 6.3).
    """
    attributes = _signed(digest, certificate)
    # What is signed is the SET OF itself, not its place in the structure (RFC 5652, 5.4).
    whole = asn1.decode_der(asn1.TLV, asn1.encode_der(_Attributes(all=attributes)))
    signer = _SignerInfo(
        version=1,
        signer=_Signer(
            issuer=asn1.decode_der(asn1.TLV, certificate.issuer.public_bytes()),
            serial=certificate.serial_number,
        ),
        digest=Algorithm(kind=SHA256),
        signed=attributes,
        algorithm=algorithm,
        signature=sign(bytes(whole.data)),
    )
    content = _SignedData(
        version=1,
        digests=asn1.SetOf([Algorithm(kind=SHA256)]),
        content=_Content(kind=DATA),
        certificates=asn1.SetOf([certificate]),
        signers=asn1.SetOf([signer]),
    )
    return asn1.encode_der(_ContentInfo(kind=SIGNED_DATA, content=content))


def _signed(digest: bytes, certificate: x509.Certificate) -> asn1.SetOf[_Attribute]:
    encoded = certificate.public_bytes(Encoding.DER)
    own = _CertificateHash(sha256=hashlib.sha256(encoded).digest())
    bound = _SigningCertificate(certificates=[own])
    return asn1.SetOf(
        [
            _Attribute(kind=CONTENT_TYPE, values=asn1.SetOf([DATA])),
            _Attribute(kind=MESSAGE_DIGEST, values=asn1.SetOf([digest])),
            _Attribute(kind=SIGNING_CERTIFICATE, values=asn1.SetOf([bound])),
        ]
    )
