"""The seam to whoever keeps the court's seal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from cryptography import x509
from django.conf import settings
from django.utils.module_loading import import_string

import duly_verify
from duly.documents.mark import SealPlace


class NotSealed(RuntimeError):
    """The paper could not be sealed, so that it is not issued. The message says why, in Chinese."""


class CourtSeal(Protocol):
    """The seal of one court."""

    @property
    def certificate(self) -> x509.Certificate:
        """The certificate by which anybody recognises the seal."""

    @property
    def former(self) -> Sequence[x509.Certificate]:
        """Those by which it was recognised before: papers of their days are verified by them."""

    def seal(self, paper: bytes, *, says: str, at: datetime) -> bytes:
        """Return a PDF sealed, with what the seal is put to. Raises NotSealed."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A paper as it is kept: `unsigned` is what was printed, empty where it bears no signature."""

    pdf: bytes
    unsigned: bytes


def of(court_code: str) -> CourtSeal | None:
    """Return the seal of a court; None for a court that has none.

    :raises NotSealed: where its seal is there and cannot be used.
    """
    found: CourtSeal | None = import_string(settings.DULY_SEALS)(court_code)
    return found


def place(seal: CourtSeal | None) -> SealPlace:
    """Return what stands at the place of the seal of a paper that a court issues."""
    if seal is None:
        return SealPlace.UNSEALED
    return SealPlace.DEMO if duly_verify.is_demonstration(seal.certificate) else SealPlace.SEALED


def apply(seal: CourtSeal | None, printed: bytes, *, says: str, at: datetime) -> Sealed:
    """Return a printed paper sealed, verified as anybody would verify it; as it is without a seal.

    :raises NotSealed: where the seal refuses, or what comes back does not verify.
    """
    if seal is None:
        return Sealed(printed, b"")
    made = seal.seal(printed, says=says, at=at)
    try:
        duly_verify.check_pdf(made, (seal.certificate,))
    except duly_verify.NotGenuine as refused:
        raise NotSealed(f"电子印章服务返回的文件核验不通过：{refused.chinese}") from refused
    return Sealed(made, printed)
