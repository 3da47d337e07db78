"""Messages between the court and a machine outside, signed under a key that both hold."""

import hmac
from datetime import datetime, timedelta

from duly.crypto import provider

TIME, SIGNATURE = "X-Duly-Time", "X-Duly-Signature"
# A signature stays good for so long: clocks differ, and a request may wait in a queue.
FRESH = timedelta(minutes=10)


def sign(body: bytes, *, key: str, at: datetime, about: str = "") -> dict[str, str]:
    """Return the headers that vouch for a body, its moment, and what it is about."""
    time = at.isoformat()
    return {TIME: time, SIGNATURE: provider.mac(_said(time, about, body), key)}


def is_signed(
    body: bytes, *, key: str, time: str, signature: str, at: datetime, about: str = ""
) -> bool:
    """Tell whether the holder of the key signed a body, not long ago."""
    try:
        age = abs(at - datetime.fromisoformat(time))
    except (ValueError, TypeError):
        return False
    return age <= FRESH and matches(_said(time, about, body), key=key, signature=signature)


def matches(body: bytes, *, key: str, signature: str) -> bool:
    """Tell whether the holder of the key signed these bytes, whenever that was."""
    return hmac.compare_digest(provider.mac(body, key).encode(), signature.encode())


def _said(time: str, about: str, body: bytes) -> bytes:
    return b"\n".join((time.encode(), about.encode(), body))
