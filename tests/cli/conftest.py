"""Asks the `duly` command as another system would: lines in, lines out."""

import io
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from duly.cli.main import main

Ask = Callable[..., tuple[int, list[Any]]]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Ask:
    """Return a function that sends lines to `duly law … --jsonl`: status and answers."""

    def send(name: str, *lines: object, options: tuple[str, ...] = ()) -> tuple[int, list[Any]]:
        raw = b"\n".join(_raw(line) for line in lines) + b"\n"
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        status = main(["law", name, "--jsonl", *options])
        written = capsysbinary.readouterr().out.decode("utf-8")
        return status, [json.loads(line) for line in written.split("\n")[:-1]]

    return send


def _raw(line: object) -> bytes:
    if isinstance(line, bytes):
        return line
    if isinstance(line, str):
        return line.encode("utf-8")
    return json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace")
