"""Published answers that the cryptography library must give before Duly starts.

SHA-256: FIPS 180-4, example "abc". SM3: GB/T 32905-2016, example 1. HMAC: RFC 4231, case 2.
AES-256-GCM: McGrew and Viega, test case 16. Ed25519: RFC 8032 section 7.1, test 2.
"""

import hashlib
import hmac

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class CryptoBroken(RuntimeError):
    """The cryptography library gives another answer than the published one."""


def run() -> None:
    """Compare each algorithm with its published answer.

    :raises CryptoBroken: naming the algorithms that answer differently.
    """
    checks = {"SHA-256": _sha256, "SM3": _sm3, "HMAC": _hmac, "AES-GCM": _gcm, "Ed25519": _ed25519}
    broken = [name for name, check in checks.items() if not check()]
    if broken:
        raise CryptoBroken(f"密码算法自检不通过：{'、'.join(broken)}")


def _sha256() -> bool:
    return hashlib.sha256(b"abc").hexdigest() == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


def _sm3() -> bool:
    try:
        running = hashes.Hash(hashes.SM3())
    except UnsupportedAlgorithm:
        return True
    running.update(b"abc")
    return running.finalize().hex() == (
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    )


def _hmac() -> bool:
    return hmac.new(b"Jefe", b"what do ya want for nothing?", "sha256").hexdigest() == (
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )


def _gcm() -> bool:
    key = bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
    plain = bytes.fromhex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    also = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    sealed = AESGCM(key).encrypt(bytes.fromhex("cafebabefacedbaddecaf888"), plain, also)
    return sealed.hex() == (
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        "76fc6ece0f4e1768cddf8853bb2d551b"
    )


def _ed25519() -> bool:
    secret = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
    signature = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret)).sign(b"\x72")
    return signature.hex() == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
