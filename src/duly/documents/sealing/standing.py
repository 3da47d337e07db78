"""How it stands with a court's seal, for those who look after it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import duly_verify
from duly.documents.sealing import key_files
from duly.documents.sealing.seal import NotSealed, of

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SealStanding:
    """A court's seal: whom its certificate is for, until when, and how it is recognised.

    `ends_soon` is told thirty days ahead: once it has ended, nothing can be issued. All but
    `broken`, which says why a seal that is there cannot be used, are empty without a seal.
    """

    name: str = ""
    until: datetime | None = None
    fingerprint: str = ""
    demo: bool = False
    ends_soon: bool = False
    broken: str = ""


def standing(court_code: str, at: datetime) -> SealStanding:
    """Return how it stands with a court's seal at a moment."""
    try:
        seal = of(court_code)
    except NotSealed as refused:
        return SealStanding(broken=str(refused))
    if seal is None:
        return SealStanding()
    certificate = seal.certificate
    return SealStanding(
        name=key_files.name(certificate),
        until=certificate.not_valid_after_utc,
        fingerprint=duly_verify.fingerprint(certificate),
        demo=duly_verify.is_demonstration(certificate),
        ends_soon=certificate.not_valid_after_utc - at < SOON,
    )
