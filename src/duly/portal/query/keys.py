"""What the court publishes so that others can verify: public keys, certificates of seals."""

import json

from cryptography.hazmat.primitives.serialization import Encoding

from duly.crypto import provider
from duly.documents import sealing
from duly.portal.view.published import Published
from duly.registry.models import Court


def published() -> Published:
    """Return the keys of signed JSON, and the certificates of every court that has a seal."""
    seals = [
        sealing.of(code) for code in Court.objects.order_by("pk").values_list("code", flat=True)
    ]
    certificates = [seal.certificate.public_bytes(Encoding.PEM) for seal in seals if seal]
    return Published(
        keys=json.dumps({"keys": list(provider.public_keys())}),
        certificates=b"".join(certificates).decode("ascii"),
    )
