"""A worker's life in a process of its own, ended by SIGKILL at a chosen instant."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from random import Random
from typing import Any

from django.db import connection, connections

from duly.law.terms import Term
from duly.outreach.outbox import sending
from duly.outreach.suppliers.http_gateway import HttpGateway

# One life sends a few messages; so far an instant may lie into it.
STATEMENTS, CALLS, SECONDS = 60, 6, 0.06


class Instant(Term):
    """Where a life ends."""

    STATEMENT = "statement", "某条SQL语句之前"
    CALL = "call", "调用通道之前或者之后"
    TIME = "time", "任意时刻"
    NONE = "none", "不中断"


def live(at: datetime, instant: Instant, chance: Random) -> bool:
    """Let a worker send what is due, and kill it. Return whether it was killed before the end."""
    wait = chance.random() * SECONDS
    countdown = _countdown(instant, chance)
    connections.close_all()
    child = os.fork()
    if child == 0:
        _work(at, instant, countdown)
    if instant is Instant.TIME:
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _countdown(instant: Instant, chance: Random) -> Callable[[], None]:
    """Return what is called at each instant of its kind; one of the calls does not return."""
    left = chance.randrange(STATEMENTS if instant is Instant.STATEMENT else 2 * CALLS)

    def count() -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    return count


def _work(at: datetime, instant: Instant, count: Callable[[], None]) -> None:
    status = 1
    try:
        if instant is Instant.CALL:
            _die_at_calls(count)
        watched = _at_statements(count) if instant is Instant.STATEMENT else nullcontext()
        with watched:
            sending.send_due(at)
        status = 0
    finally:
        # Nothing of the parent's may be cleaned up here.
        os._exit(status)


def _at_statements(count: Callable[[], None]) -> AbstractContextManager[Any]:
    def before(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        count()
        return execute(sql, params, many, context)

    return connection.execute_wrapper(before)


def _die_at_calls(count: Callable[[], None]) -> None:
    send = HttpGateway.send

    def sent(self: HttpGateway, envelope: Any, *, at: datetime) -> Any:
        count()
        answer = send(self, envelope, at=at)
        count()
        return answer

    HttpGateway.send = sent  # type: ignore[method-assign]
