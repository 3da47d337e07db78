"""Work in a process of its own, which may be killed at an instant: before one of its statements
to the database, or after some time.

The process is forked from one that never typesets, for a fork after that would hang.
"""

import os
import signal
import time
from collections.abc import Callable
from typing import Any

from django.db import connection, connections


def live(
    work: Callable[[], object], *, statement: int | None = None, seconds: float | None = None
) -> bool:
    """Do some work. Return whether it was killed, before the statement or after the seconds.

    :raises RuntimeError: if the work itself went wrong.
    """
    connections.close_all()
    child = os.fork()
    if child == 0:
        _work(work, statement)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("a process of the proof went wrong by itself")
    return os.WIFSIGNALED(status)


def _work(work: Callable[[], object], statement: int | None) -> None:
    left = statement

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left = None if left is None else left - 1
        return execute(sql, params, many, context)

    status = 1
    try:
        with connection.execute_wrapper(watch):
            work()
        status = 0
    finally:
        # Nothing of the parent's may be cleaned up here.
        os._exit(status)
