"""A text message gateway of its own, for proofs and tests: a real HTTP server on this machine.

It shares no code with the adapter. What it has passed on to a phone stands in its file, a line
each, written before it answers; an id that stands there twice was received twice.
"""

import hashlib
import hmac
import http.client
import json
import os
import socket
import sys
import threading
from datetime import datetime
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class Mood(Enum):
    """How the gateway behaves."""

    NORMAL = "normal"
    TAKES_THEN_FAILS = "takes_then_fails"
    TAKES_THEN_HANGS_UP = "takes_then_hangs_up"
    HANGS_UP = "hangs_up"
    BUSY = "busy"
    REFUSES = "refuses"
    REDIRECTS = "redirects"
    MUMBLES = "mumbles"


class Gateway(ThreadingHTTPServer):
    """One gateway on a free port of 127.0.0.1. It serves in its own thread, or process."""

    daemon_threads = True

    def __init__(self, file: Path, key: bytes, *, dedupes: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.file, self.key, self.dedupes = file, key, dedupes
        self.mood = Mood.NORMAL
        self.refused = 0
        self._writing = threading.Lock()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def passed_on(self) -> list[str]:
        """The ids that went to a phone, in order."""
        return self.file.read_text(encoding="ascii").split() if self.file.exists() else []

    def start(self) -> "Gateway":
        """Serve in a thread."""
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def stop(self) -> None:
        """Serve no longer; the port is free at once."""
        self.shutdown()
        self.server_close()

    def handle_error(self, *_: Any) -> None:
        """Keep quiet about callers that were killed: that is what the proof does."""

    def pass_on(self, message_id: str) -> None:
        """Send a message to the phone, unless it was sent and repeats are dropped."""
        with self._writing:
            if self.dedupes and message_id in self.passed_on:
                return
            with self.file.open("a", encoding="ascii") as file:
                file.write(message_id + "\n")
                file.flush()
                os.fsync(file.fileno())

    def report(self, url: str, message_id: str, *, delivered: bool, at: datetime) -> int:
        """Call back with a signed receipt. Return the status of the answer."""
        parts = urlsplit(url)
        told = {"id": message_id, "delivered": delivered, "at": at.isoformat(), "detail": "DELIVRD"}
        body = json.dumps(told).encode()
        line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
        line.request("POST", parts.path, body, self.headers(at.isoformat(), parts.path, body))
        status = line.getresponse().status
        line.close()
        return status

    def headers(self, time: str, path: str, body: bytes) -> dict[str, str]:
        """Return the headers that vouch for a receipt."""
        return {"X-Duly-Time": time, "X-Duly-Signature": self.code(time, f"POST {path}", body)}

    def code(self, time: str, about: str, body: bytes) -> str:
        """Return the authentication code of a request."""
        said = time.encode() + b"\n" + about.encode() + b"\n" + body
        return hmac.new(self.key, said, hashlib.sha256).hexdigest()


class _Handler(BaseHTTPRequestHandler):
    server: Gateway
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Take a message."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._is_signed(body):
            return self._answer(401)
        early = _BEFORE.get(self.server.mood)
        if early is not None:
            return self._answer(early)
        if self.server.mood is not Mood.HANGS_UP:
            self.server.pass_on(json.loads(body)["id"])
        return self._after(json.loads(body)["id"])

    def do_GET(self) -> None:
        """Tell whether a message is here."""
        wanted = self.path.rpartition("/")[2]
        if not self._is_signed(b""):
            return self._answer(401)
        known = wanted in self.server.passed_on
        return self._answer(200 if known else 404, {"reference": f"g-{wanted[:8]}"})

    def _after(self, message_id: str) -> None:
        mood = self.server.mood
        if mood in (Mood.HANGS_UP, Mood.TAKES_THEN_HANGS_UP):
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        elif mood is Mood.TAKES_THEN_FAILS:
            self._answer(500)
        elif mood is Mood.MUMBLES:
            self._answer(200, ["?"])
        else:
            self._answer(202, {"reference": f"g-{message_id[:8]}"})

    def _is_signed(self, body: bytes) -> bool:
        time, given = (self.headers.get(f"X-Duly-{name}", "") for name in ("Time", "Signature"))
        good = hmac.compare_digest(
            self.server.code(time, f"{self.command} {self.path}", body), given
        )
        self.server.refused += not good
        return good

    def _answer(self, status: int, content: Any = None) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        if status == 302:
            self.send_header("Location", self.server.url + "/elsewhere")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""


_BEFORE = {Mood.BUSY: 503, Mood.REFUSES: 422, Mood.REDIRECTS: 302}


if __name__ == "__main__":
    file_given, key_given, dedupes_given = sys.argv[1:]
    shared = bytes.fromhex(Path(key_given).read_text(encoding="ascii"))
    gateway = Gateway(Path(file_given), shared, dedupes=dedupes_given == "dedupes")
    print(gateway.url, flush=True)
    gateway.serve_forever()
