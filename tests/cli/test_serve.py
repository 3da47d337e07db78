"""`duly serve`: two processes under one command, which stop together."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def serve(port: int, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    court = {**os.environ, "DULY_HOME": str(tmp_path), "DULY_DATABASE_URL": ""}
    duly = [sys.executable, "-m", "duly.cli.main"]
    collect = [*duly, "manage", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(collect, env=court, check=True)
    process = subprocess.Popen(
        [*duly, "serve", "--port", str(port), "--workers", "1"],
        env=court,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    yield process
    process.terminate()
    process.wait(30)
    assert process.stdout is not None
    process.stdout.close()


def _said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_it_prints_its_address_answers_and_stops_when_told(
    serve: "subprocess.Popen[str]", port: int
) -> None:
    assert f"http://127.0.0.1:{port}" in _said(serve)
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    asking.request("GET", "/nowhere")
    answer = asking.getresponse()
    assert answer.status in {302, 404}
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    asking.close()
    serve.send_signal(signal.SIGTERM)
    assert serve.wait(20) == 0


@pytest.mark.parametrize("which", [0, 1])
def test_if_one_part_dies_the_other_is_stopped_too(
    serve: "subprocess.Popen[str]", which: int
) -> None:
    _said(serve)
    children = _children(serve.pid)
    os.kill(children[which], signal.SIGKILL)
    assert serve.wait(30) == 1
    assert not Path(f"/proc/{children[1 - which]}").exists()


def test_if_the_command_is_killed_its_parts_go_with_it(serve: "subprocess.Popen[str]") -> None:
    _said(serve)
    serve.kill()
    # The pipe closes when the last process that holds it has ended.
    serve.communicate(timeout=30)


def test_a_taken_port_is_said_plainly(capfd: pytest.CaptureFixture[str]) -> None:
    from duly.cli.main import main

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    assert f"127.0.0.1:{port} 已被别的程序占用" in capfd.readouterr().err
