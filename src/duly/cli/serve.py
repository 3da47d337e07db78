"""`duly serve`: the web server and the worker under one command; if one stops, both do."""

import argparse
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

LAST_WORD_SECONDS = 20
START_SECONDS = 30
_PR_SET_PDEATHSIG = 1


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `serve` to the command line."""
    parser = commands.add_parser("serve", help="启动网页服务和后台任务")
    parser.add_argument("--host", default="127.0.0.1", help="监听地址（默认 127.0.0.1）")
    parser.add_argument("--port", type=int, default=8000, help="端口（默认 8000）")
    parser.add_argument("--workers", type=int, default=2, help="网页服务的进程数（默认 2）")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until told to stop. Return 0 if told, 1 if the port is taken or a part failed."""
    if not _is_free(arguments.host, arguments.port):
        print(
            f"{arguments.host}:{arguments.port} 已被别的程序占用；请换一个端口，例如 --port"
            f" {arguments.port + 1}。",
            file=sys.stderr,
        )
        return 1
    environment = {"DJANGO_SETTINGS_MODULE": "config.settings", **os.environ}
    commands = (_web(arguments), [sys.executable, "-m", "duly.work"])
    children = [
        subprocess.Popen(command, env=environment, preexec_fn=_end_with_parent)
        for command in commands
    ]
    told = _stop_children_on_signals(children)
    if _answers(arguments.host, arguments.port, children):
        print(f"督履 Duly 已启动：http://{arguments.host}:{arguments.port}", flush=True)
        print("按 Ctrl+C 停止。", flush=True)
    _wait_for_the_first_to_end(children)
    failed = not told
    _end(children)
    return 1 if failed else 0


def _end_with_parent() -> None:
    """Ask the kernel to stop this process when its parent is gone, even by SIGKILL."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _web(arguments: argparse.Namespace) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", "config.wsgi:application"),
        *("--bind", f"{arguments.host}:{arguments.port}"),
        *("--workers", str(arguments.workers), "--preload", "--log-level", "warning"),
        *("--graceful-timeout", str(LAST_WORD_SECONDS // 2)),
    ]


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As the web server does: a port that was just given up counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _answers(host: str, port: int, children: "list[subprocess.Popen[bytes]]") -> bool:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and all(child.poll() is None for child in children):
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return True
    return False


def _stop_children_on_signals(children: "list[subprocess.Popen[bytes]]") -> list[int]:
    """Pass SIGTERM and SIGINT on to the children. Return the list that each signal joins."""
    told: list[int] = []

    def pass_on(signum: int, frame: FrameType | None) -> None:
        told.append(signum)
        _terminate(children)

    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, pass_on)
    return told


def _wait_for_the_first_to_end(children: "list[subprocess.Popen[bytes]]") -> None:
    while all(child.poll() is None for child in children):
        time.sleep(0.2)


def _end(children: "list[subprocess.Popen[bytes]]") -> None:
    _terminate(children)
    for child in children:
        try:
            child.wait(LAST_WORD_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()


def _terminate(children: "list[subprocess.Popen[bytes]]") -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
