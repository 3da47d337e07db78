"""What the court publishes so that others can verify: public keys, certificates of seals."""

import json

from cryptography.hazmat.primitives.serialization import Encoding

from duly.crypto import provider
from duly.documents import sealing
from duly.documents.sealing import CourtSeal, NotSealed
from duly.portal.view.published import Published
from duly.registry.models import Court


def published() -> Published:
    """Return the keys of signed JSON, and the certificates of every seal, former ones too."""
    codes = Court.objects.order_by("pk").values_list("code", flat=True)
    seals = [seal for seal in map(_seal, codes) if seal]
    certificates = [one for seal in seals for one in (seal.certificate, *seal.former)]
    return Published(
        keys=json.dumps({"keys": list(provider.public_keys())}),
        certificates=b"".join(one.public_bytes(Encoding.PEM) for one in certificates).decode(),
    )


def _seal(code: str) -> CourtSeal | None:
    """A seal that cannot be used is told to whoever issues papers, not to those who verify."""
    try:
        return sealing.of(code)
    except NotSealed:
        return None
