"""Read each record once while none of it is written: pages and rules ask for it many times."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_READ: ContextVar[dict[tuple[object, ...], Any] | None] = ContextVar("read", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Keep what is read until the end of the outermost reading."""
    if _READ.get() is not None:
        yield
        return
    token = _READ.set({})
    try:
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
