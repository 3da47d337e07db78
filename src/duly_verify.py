#!/usr/bin/env python3
"""duly-verify: check offline a paper that a court sealed, or what it told as signed JSON.

This one file and the package `cryptography` (42 or later) are all that it needs:

    python duly_verify.py PAPER.pdf --certificate court.pem
    python duly_verify.py CASE.jwt --keys jwks.json

The certificate and the keys come from the court, by a way that you trust. Exit status: 0 genuine,
1 not genuine, 2 not read, 3 whole, but you named no certificate to compare the signer with.
"""

from __future__ import annotations

import argparse
import base64
import binascii
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

GENUINE, NOT_GENUINE, NOT_READ, NOT_COMPARED = range(4)


class NotGenuine(Exception):
    """The signature does not hold for the file as it is; both languages say why."""

    def __init__(self, chinese: str, english: str) -> None:
        super().__init__(f"{chinese} {english}")
        self.chinese = chinese


@dataclass(frozen=True)
class Signature:
    """A signature that covers every byte of a paper. `says` and `at` are what the signer claims."""

    certificate: x509.Certificate
    says: str
    at: datetime

    @property
    def signer(self) -> str:
        """The common name of whom the certificate is for."""
        names = self.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(names[0].value) if names else self.certificate.subject.rfc4514_string()

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the certificate, as it is published."""
        return fingerprint(self.certificate)


def fingerprint(certificate: x509.Certificate) -> str:
    """Return the SHA-256 of a certificate in hexadecimal."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def is_demonstration(certificate: x509.Certificate) -> bool:
    """Tell whether a certificate says of itself that it is for demonstrations."""
    return any("演示" in str(name.value) for name in certificate.subject)


# --- A paper: a PDF with one signature over all of it (PAdES, EN 319 142-1) ----------------------

_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")
# One spelling, so that not even a letter of it can be changed.
_HEXADECIMAL = re.compile(rb"<([0-9a-f]*|[0-9A-F]*)>")
_MOMENT = re.compile(r"D:(\d{14})(?:Z|([+-]\d\d)'?(\d\d)?'?)?")


def check_pdf(content: bytes, trusted: Sequence[x509.Certificate] = ()) -> Signature:
    """Return the signature of a paper, which holds for every byte of it.

    With `trusted` it is by one of these certificates.

    :raises NotGenuine: if there is none, it does not hold, covers less, or is somebody else's.
    """
    found = list(_RANGE.finditer(content))
    if not found:
        raise NotGenuine("文件没有电子签名", "The file bears no signature.")
    start, opens, closes, rest = (int(place) for place in found[-1].groups())
    if closes + rest < len(content):
        more = len(content) - closes - rest
        raise NotGenuine(
            f"签名之后追加了{more}字节", f"{more} bytes were appended after the signature."
        )
    value = content[opens:closes]
    if start or closes + rest > len(content) or not _HEXADECIMAL.fullmatch(value):
        raise NotGenuine("签名没有覆盖整个文件", "The signature does not cover the whole file.")
    certificate = _check_cms(_unhex(value[1:-1]), content[:opens] + content[closes:], trusted)
    signed = content[content.rfind(b" obj", 0, opens) : opens] + content[closes:]
    signed = signed[: signed.find(b"endobj")]
    signature = Signature(certificate, _text(signed, b"/Reason"), _moment(_text(signed, b"/M")))
    since, until = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not since <= signature.at <= until:
        raise NotGenuine(
            "签名时间不在证书有效期内",
            "It was signed on a day for which its certificate is not valid.",
        )
    return signature


def _unhex(value: bytes) -> bytes:
    return binascii.unhexlify(value if len(value) % 2 == 0 else value + b"0")


def _text(dictionary: bytes, name: bytes) -> str:
    """Return a text of a PDF dictionary; empty where it is not there."""
    found = re.search(name + rb"\s*(?:<([0-9A-Fa-f\s]*)>|\(([^()\\]*)\))", dictionary)
    if found is None:
        return ""
    value = _unhex(b"".join(found[1].split())) if found[1] is not None else found[2]
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    return value.decode("latin-1")


def _moment(text: str) -> datetime:
    found = _MOMENT.fullmatch(text)
    try:
        moment, hours, minutes = found.groups() if found else ("", None, None)
        return datetime.strptime(f"{moment}{hours or '+00'}{minutes or '00'}", "%Y%m%d%H%M%S%z")
    except ValueError:
        raise NotGenuine("签名没有写明时间", "The signature does not say when.") from None


# --- The signature itself: CMS (RFC 5652), with the certificate that it names (RFC 5035) ---------

_SIGNED_DATA, _DATA = "2a864886f70d010702", "2a864886f70d010701"
_CONTENT_TYPE, _DIGEST = "2a864886f70d010903", "2a864886f70d010904"
_CERTIFICATE = "2a864886f70d010910022f"
_HASHES = {
    "608648016503040201": hashes.SHA256(),
    "608648016503040202": hashes.SHA384(),
    "608648016503040203": hashes.SHA512(),
}
_BY_CURVE = {
    "2a8648ce3d040302": "sha256",
    "2a8648ce3d040303": "sha384",
    "2a8648ce3d040304": "sha512",
}
_BY_RSA = {
    "2a864886f70d01010b": "sha256",
    "2a864886f70d01010c": "sha384",
    "2a864886f70d01010d": "sha512",
}
_ANY_RSA = "2a864886f70d010101"
_SEQUENCE, _SET, _INTEGER, _OCTETS, _OID, _FIRST = 0x30, 0x31, 0x02, 0x04, 0x06, 0xA0
_VERSION, _NULL = b"\2\1\1", b"\5\0"


class _Part(NamedTuple):
    """One element of DER: its tag, its content, and the whole of it."""

    tag: int
    content: bytes
    whole: bytes


class _Malformed(ValueError):
    """The signature is not what the standard says."""


def _check_cms(
    encoded: bytes, covered: bytes, trusted: Sequence[x509.Certificate]
) -> x509.Certificate:
    try:
        return _checked(encoded, covered, trusted)
    except (_Malformed, LookupError, ValueError, TypeError, x509.InvalidVersion) as malformed:
        raise NotGenuine("签名的格式不对", "The signature is malformed.") from malformed


def _checked(
    encoded: bytes, covered: bytes, trusted: Sequence[x509.Certificate]
) -> x509.Certificate:
    outer = _first(encoded)
    if encoded[len(outer.whole) :].strip(b"\0"):
        raise _Malformed("something stands behind the signature")
    kind, content = _parts(outer, _SEQUENCE)
    _expect(kind, _SIGNED_DATA)
    version, digests, described, *held, signers = _parts(_only(content, _FIRST), _SEQUENCE)
    _expect(_only(described, _SEQUENCE), _DATA)
    again, signer, digest_kind, attributes, signature_kind, value, *_ = _parts(
        _only(signers, _SET), _SEQUENCE
    )
    if not version.whole == _VERSION == again.whole or value.tag != _OCTETS:
        raise _Malformed("another version")
    if _only(digests, _SET) != digest_kind:
        raise _Malformed("another digest")
    algorithm = _HASHES.get(_parts(digest_kind, _SEQUENCE)[0].content.hex())
    if algorithm is None:
        raise NotGenuine("不支持签名的摘要算法", "Its digest algorithm is not supported here.")
    certificate = _certificate(held, signer)
    told = dict(_attributes(attributes))
    _expect(told[_CONTENT_TYPE], _DATA)
    if told[_DIGEST].content != _digest(algorithm, covered):
        raise NotGenuine("文件在签名之后被改动过", "The file was changed after it was signed.")
    _bound(told[_CERTIFICATE], certificate)
    signed = bytes([_SET]) + attributes.whole[1:]
    _verify(certificate, value.content, signed, algorithm, _parts(signature_kind, _SEQUENCE))
    if trusted and certificate not in trusted:
        raise NotGenuine(
            f"签名人的证书不是所给的证书（指纹{fingerprint(certificate)}）",
            "It was signed with another certificate than the one named.",
        )
    return certificate


def _certificate(held: Sequence[_Part], signer: _Part) -> x509.Certificate:
    """Return, of the certificates in the signature, the one that the signer names."""
    issuer, serial = _parts(signer, _SEQUENCE)
    for group in held:
        for part in _inside(group) if group.tag == _FIRST else ():
            one = x509.load_der_x509_certificate(part.whole)
            number = int.from_bytes(serial.content, "big", signed=True)
            named = (issuer.whole, serial.tag, number)
            if named == (one.issuer.public_bytes(), _INTEGER, one.serial_number):
                return one
    raise _Malformed("the signer's certificate is not there")


def _attributes(group: _Part) -> Iterator[tuple[str, _Part]]:
    if group.tag != _FIRST:
        raise _Malformed("nothing was signed beside the file")
    for part in _inside(group):
        kind, values = _parts(part, _SEQUENCE)
        yield kind.content.hex(), _only(values, _SET)


def _bound(attribute: _Part, certificate: x509.Certificate) -> None:
    """See that the signature names this very certificate, and no other with its number."""
    first = _parts(_parts(_parts(attribute, _SEQUENCE)[0], _SEQUENCE)[0], _SEQUENCE)
    algorithm: hashes.HashAlgorithm = hashes.SHA256()
    if first[0].tag == _SEQUENCE:
        algorithm = _HASHES[_parts(first.pop(0), _SEQUENCE)[0].content.hex()]
    if first[0].content != _digest(algorithm, certificate.public_bytes(Encoding.DER)):
        raise NotGenuine(
            "签名所指的证书不是所附的证书", "It names another certificate than its own."
        )


def _verify(
    certificate: x509.Certificate,
    value: bytes,
    signed: bytes,
    algorithm: hashes.HashAlgorithm,
    kind: Sequence[_Part],
) -> None:
    key, named = certificate.public_key(), kind[0].content.hex()
    if kind[0].tag != _OID or any(part.whole != _NULL for part in kind[1:]):
        raise _Malformed("another algorithm")
    try:
        if isinstance(key, ec.EllipticCurvePublicKey) and _BY_CURVE.get(named) == algorithm.name:
            key.verify(value, signed, ec.ECDSA(algorithm))
        elif isinstance(key, rsa.RSAPublicKey) and (
            named == _ANY_RSA or _BY_RSA.get(named) == algorithm.name
        ):
            key.verify(value, signed, padding.PKCS1v15(), algorithm)
        else:
            raise NotGenuine("不支持签名算法", f"Its algorithm is not supported here: {named}")
    except InvalidSignature:
        raise NotGenuine("签名与证书不符", "The signature is not by its certificate.") from None


def _digest(algorithm: hashes.HashAlgorithm, content: bytes) -> bytes:
    return hashlib.new(algorithm.name, content).digest()


def _expect(part: _Part, oid: str) -> None:
    if (part.tag, part.content.hex()) != (_OID, oid):
        raise _Malformed("another kind of content")


def _only(part: _Part, tag: int) -> _Part:
    (inner,) = _parts(part, tag)
    return inner


def _parts(part: _Part, tag: int) -> list[_Part]:
    if part.tag != tag:
        raise _Malformed(f"{part.tag:#x} in place of {tag:#x}")
    return list(_inside(part))


def _inside(part: _Part) -> Iterator[_Part]:
    rest = part.content
    while rest:
        inner = _first(rest)
        yield inner
        rest = rest[len(inner.whole) :]


def _first(encoded: bytes) -> _Part:
    """Return the first element; lengths are definite, as DER has them."""
    tag, length, start = encoded[0], encoded[1], 2
    if length >= 0x80:
        start += length & 0x7F
        length = int.from_bytes(encoded[2:start], "big")
    if (start == 2 and encoded[1] == 0x80) or start + length > len(encoded):
        raise _Malformed("a length that leads nowhere")
    return _Part(tag, encoded[start : start + length], encoded[: start + length])


# --- Signed JSON: a JWT (RFC 7519) by Ed25519, against published keys (RFC 7517, 8037) -----------


def check_json(token: str, keys: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what a court told, whose signature holds under one of its published keys.

    :raises NotGenuine: if it does not, or is no such token.
    """
    try:
        header, payload, value = token.strip().split(".")
        head, claims = json.loads(_decoded(header)), json.loads(_decoded(payload))
        if head["alg"] != "EdDSA" or not head["typ"].startswith("duly-"):
            raise ValueError(head)
        key = next(key for key in keys if key["kid"] == head["kid"] and key["crv"] == "Ed25519")
        public = Ed25519PublicKey.from_public_bytes(_decoded(key["x"]))
        public.verify(_decoded(value), f"{header}.{payload}".encode("ascii"))
    except InvalidSignature:
        raise NotGenuine(
            "签名与公布的密钥不符", "The signature is by none of these keys."
        ) from None
    except StopIteration:
        raise NotGenuine("公布的密钥中没有所用的密钥", "Its key is not among these keys.") from None
    except (ValueError, KeyError, TypeError, AttributeError) as malformed:
        raise NotGenuine("不是法院签名的数据", "It is no signed JSON of a court.") from malformed
    return {"kind": head["typ"], **claims}


def _decoded(part: str) -> bytes:
    made = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    if base64.urlsafe_b64encode(made).rstrip(b"=").decode() != part:
        raise ValueError("another spelling of base64url")
    return made


# --- The command --------------------------------------------------------------------------------


def main(argv: Sequence[str] | None = None) -> int:
    """Check one file, print what is signed by whom, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="duly-verify",
        description="核验法院签名的文书（PDF）或者数据（JWT），不需要网络。"
        " Check a paper or signed JSON of a court offline.",
    )
    parser.add_argument("file", type=Path, help="文件 the file")
    parser.add_argument("--certificate", type=Path, help="法院的证书 the court's certificate (PEM)")
    parser.add_argument(
        "--keys", type=Path, help="法院公布的密钥 the court's published keys (JWKS)"
    )
    options = parser.parse_args(argv)
    try:
        status, lines = _checked_file(options.file, options.certificate, options.keys)
    except NotGenuine as refused:
        status, lines = NOT_GENUINE, [f"不真实 NOT GENUINE: {refused}"]
    except (OSError, ValueError) as unreadable:
        status, lines = NOT_READ, [f"不能读取 cannot be read: {unreadable}"]
    print("\n".join(lines), file=sys.stderr if status == NOT_READ else sys.stdout)
    return status


def _checked_file(file: Path, certificate: Path | None, keys: Path | None) -> tuple[int, list[str]]:
    content = file.read_bytes()
    if content.startswith(b"%PDF-"):
        known = x509.load_pem_x509_certificates(certificate.read_bytes()) if certificate else []
        signature = check_pdf(content, known)
        return (GENUINE if known else NOT_COMPARED), [*_paper(content, signature, bool(known))]
    token = content.decode("ascii")
    if keys is None:
        raise ValueError("请用--keys给出法院公布的密钥 name the court's keys with --keys")
    claims = check_json(token, json.loads(keys.read_text(encoding="utf-8"))["keys"])
    told = json.dumps(claims, ensure_ascii=False, indent=2)
    return GENUINE, ["真实 GENUINE: 签名有效 the signature holds", told]


def _paper(content: bytes, signature: Signature, compared: bool) -> Iterator[str]:
    if compared:
        yield "真实 GENUINE: 签名有效，签名后没有改动 signed, and unchanged since"
    else:
        yield "完整 WHOLE: 签名后没有改动；请核对下面的证书指纹，或者用--certificate给出证书"
        yield "  unchanged since it was signed; compare the fingerprint, or name --certificate"
    certificate = signature.certificate
    since, until = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    yield f"  签名人 signed by: {signature.signer}"
    yield f"  内容 says: {signature.says}"
    yield f"  所称时间 claims to be of: {signature.at.isoformat(sep=' ')}"
    yield f"  证书有效期 certificate valid: {since:%Y-%m-%d} – {until:%Y-%m-%d}"
    yield f"  证书指纹 certificate SHA-256: {signature.fingerprint}"
    yield f"  文件摘要 file SHA-256: {hashlib.sha256(content).hexdigest()}"
    if is_demonstration(certificate):
        yield "注意：演示证书，没有法律效力 NOTE: a demonstration certificate, without legal effect"


if __name__ == "__main__":
    raise SystemExit(main())
