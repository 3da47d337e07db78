"""The default provider: AES-256-GCM, HMAC-SHA256 and Ed25519, with keys in files.

Sealed values read `a256gcm.k1.…`: algorithm, key id, then nonce and ciphertext in base64.
The newest key seals; the older ones stay, so that what they sealed can still be read.
"""

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidSignature, InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from duly.crypto import keyring
from duly.crypto.provider import CryptoRefused

CIPHER = "a256gcm"
SIGNATURE = "ed25519"
_NONCE = 12


class SoftwareProvider:
    """Cryptography by the library that Python has, keys in one folder of files."""

    def __init__(self, folder: Path) -> None:
        self._sealing = keyring.numbered(folder / "sealing")
        self._signing = keyring.numbered(folder / "signing")
        self._index = keyring.key(folder / "index.key")
        self._shared = folder / "shared"

    def digest(self, data: bytes, algorithm: str = "sha256") -> str:
        """Return the digest of some bytes: sha256, or sm3 where the library has it.

        :raises CryptoRefused: for an algorithm that is not here.
        """
        if algorithm == "sha256":
            return hashlib.sha256(data).hexdigest()
        if algorithm == "sm3":
            return _sm3(data)
        raise CryptoRefused(f"不支持的摘要算法：{algorithm}")

    def encrypt(self, text: str) -> str:
        """Return a text sealed under the newest key."""
        key_id = newest(self._sealing)
        head = f"{CIPHER}.{key_id}"
        nonce = secrets.token_bytes(_NONCE)
        body = AESGCM(self._sealing[key_id]).encrypt(nonce, text.encode(), head.encode())
        return f"{head}.{_encode(nonce + body)}"

    def decrypt(self, sealed: str) -> str:
        """Return the text that was sealed.

        :raises CryptoRefused: if it was altered, or the key that it names is not here.
        """
        algorithm, key_id, body = _parts(sealed)
        key = self._sealing.get(key_id)
        if algorithm != CIPHER or key is None:
            raise CryptoRefused(f"没有打开该密文的算法或密钥：{algorithm}.{key_id}")
        head = f"{algorithm}.{key_id}".encode()
        try:
            return AESGCM(key).decrypt(body[:_NONCE], body[_NONCE:], head).decode()
        except (InvalidTag, ValueError) as error:
            raise CryptoRefused("密文已被改动，或者密钥不符") from error

    def blind_index(self, text: str, purpose: str) -> str:
        """Return the keyed digest of a text; the purpose has a key of its own."""
        key = hmac.digest(self._index, purpose.encode(), "sha256")
        return hmac.new(key, text.encode(), "sha256").hexdigest()

    def mac(self, data: bytes, key: str) -> str:
        """Return the HMAC-SHA256 of some bytes under a shared key: the file of its name."""
        return hmac.new(keyring.key(self._shared / f"{key}.key"), data, "sha256").hexdigest()

    def sign(self, data: bytes) -> str:
        """Return the newest key's signature."""
        key_id = newest(self._signing)
        return f"{SIGNATURE}.{key_id}.{_encode(self._private(key_id).sign(data))}"

    def verify(self, data: bytes, signature: str) -> bool:
        """Tell whether one of this court's keys signed these bytes."""
        try:
            algorithm, key_id, body = _parts(signature)
        except CryptoRefused:
            return False
        if algorithm != SIGNATURE or key_id not in self._signing:
            return False
        try:
            self._private(key_id).public_key().verify(body, data)
        except InvalidSignature:
            return False
        return True

    def token(self, claims: str, kind: str) -> str:
        """Return claims in JSON as a JWT under the newest key; the same claims, the same token."""
        key_id = newest(self._signing)
        head = json.dumps({"alg": "EdDSA", "kid": key_id, "typ": kind}, separators=(",", ":"))
        signed = f"{_bare(head.encode())}.{_bare(claims.encode())}"
        return f"{signed}.{_bare(self._private(key_id).sign(signed.encode()))}"

    def public_keys(self) -> list[dict[str, str]]:
        """Return the public halves of the signing keys as JSON Web Keys (RFC 8037)."""
        return [
            {
                **{"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig"},
                "kid": key_id,
                "x": _bare(self._private(key_id).public_key().public_bytes_raw()),
            }
            for key_id in sorted(self._signing, key=_age, reverse=True)
        ]

    def _private(self, key_id: str) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self._signing[key_id])


def newest(keys: dict[str, bytes]) -> str:
    """Return the id of the key made last: k10 is newer than k9."""
    return max(keys, key=_age)


def _age(key_id: str) -> int:
    return int(key_id[1:])


def _sm3(data: bytes) -> str:
    try:
        running = hashes.Hash(hashes.SM3())
    except UnsupportedAlgorithm as error:
        raise CryptoRefused("本机的密码库没有 SM3") from error
    running.update(data)
    return running.finalize().hex()


def _parts(value: str) -> tuple[str, str, bytes]:
    try:
        algorithm, key_id, written = value.split(".")
        body = base64.b64decode(written, altchars=b"-_", validate=True)
    except (ValueError, binascii.Error) as error:
        raise CryptoRefused("不是本系统的密文或者签名") from error
    # The last character of base64 may hold bits that decode to nothing: one spelling counts.
    if _encode(body) != written:
        raise CryptoRefused("不是本系统的密文或者签名")
    return algorithm, key_id, body


def _encode(body: bytes) -> str:
    return base64.urlsafe_b64encode(body).decode("ascii")


def _bare(body: bytes) -> str:
    return _encode(body).rstrip("=")
