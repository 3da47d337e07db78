"""A text message gateway over HTTP: signed requests, message ids, receipts by callback.

`POST /messages` with `{"id", "to", "text"}` answers 200 or 202 with `{"reference"}` once the
gateway has it; 400, 404, 422: it never will; 401, 403, 429, 503: it has not taken it; anything
else, or silence: nobody knows. `GET /messages/<id>` answers 200 with the reference, or 404.
Requests carry X-Duly-Time and X-Duly-Signature (`duly.outreach.signing`). No redirect is followed.
"""

import json
from datetime import datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from duly.outreach import signing
from duly.outreach.suppliers.supplier import (
    Accepted,
    Envelope,
    RefusedBySupplier,
    Unavailable,
    Unknown,
)

TAKEN = frozenset({200, 202})
NEVER = frozenset({400, 404, 422})
NOT_NOW = frozenset({401, 403, 429, 503})
LONGEST_ANSWER = 65_536


class HttpGateway:
    """One gateway, at the address that the court declared."""

    def __init__(self, name: str, *, url: str, timeout: int = 10) -> None:
        self._key, self._timeout = f"supplier-{name}", timeout
        self._parts = urlsplit(url)

    def send(self, envelope: Envelope, *, at: datetime) -> Accepted:
        """Hand a message to the gateway."""
        content = {"id": envelope.id, "to": envelope.address, "text": envelope.text}
        status, answer = self._ask("POST", "/messages", json.dumps(content).encode(), at)
        if status in TAKEN:
            return Accepted(_reference(answer))
        said = f"HTTP {status}"
        if status in NEVER:
            raise RefusedBySupplier(said)
        raise Unavailable(said) if status in NOT_NOW else Unknown(said)

    def find(self, message_id: str, *, at: datetime) -> Accepted | None:
        """Ask the gateway whether it has a message."""
        status, answer = self._ask("GET", f"/messages/{message_id}", b"", at)
        if status == 200:
            return Accepted(_reference(answer))
        if status == 404:
            return None
        raise Unknown(f"查询：HTTP {status}")

    def _ask(self, method: str, path: str, body: bytes, at: datetime) -> tuple[int, bytes]:
        about = f"{method} {path}"
        headers = signing.sign(body, key=self._key, at=at, about=about)
        line = self._connected()
        try:
            whole = self._parts.path.rstrip("/") + path
            line.request(method, whole, body, {"Content-Type": "application/json", **headers})
            answer = line.getresponse()
            return answer.status, answer.read(LONGEST_ANSWER)
        except (OSError, HTTPException) as broken:
            raise Unknown(f"{type(broken).__name__}：{broken}") from broken
        finally:
            line.close()

    def _connected(self) -> HTTPConnection:
        make = HTTPSConnection if self._parts.scheme == "https" else HTTPConnection
        line = make(self._parts.hostname or "", self._parts.port, timeout=self._timeout)
        try:
            line.connect()
        except OSError as away:
            raise Unavailable(f"{type(away).__name__}：{away}") from away
        return line


def _reference(answer: bytes) -> str:
    try:
        return str(json.loads(answer)["reference"])[:120]
    except (ValueError, KeyError, TypeError) as unreadable:
        raise Unknown("通道的回答无法读取") from unreadable
