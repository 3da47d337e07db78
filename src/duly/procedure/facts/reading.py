"""Read each record once while none is written: pages, rules and acts ask for it many times."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection

_READ: ContextVar[dict[tuple[object, ...], Any] | None] = ContextVar("read", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Keep what is read until something is written, at most to the end of the outermost reading."""
    if _READ.get() is not None:
        yield
        return
    known: dict[tuple[object, ...], Any] = {}

    def forget_at_a_write(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith("SELECT"):
            known.clear()
        return execute(sql, params, many, context)

    token = _READ.set(known)
    try:
        with connection.execute_wrapper(forget_at_a_write):
            yield
    finally:
        _READ.reset(token)


def once(key: tuple[object, ...], read: Callable[[], Any]) -> Any:
    """Return what is read under a key: within one reading the first time only."""
    known = _READ.get()
    if known is None:
        return read()
    if key not in known:
        known[key] = read()
    return known[key]
