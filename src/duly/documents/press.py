"""The press: prints a paper as it is issued, or many beside the act that issues the next.

Typesetting needs nothing of the record, and leaves the interpreter to others while it runs: in
a batch the next act is recorded while the paper of the last one is printed.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from duly.crypto import provider
from duly.documents import sealing
from duly.documents.drawing import Drawn
from duly.documents.mark import Mark
from duly.documents.models import Paper, PaperFile
from duly.documents.render import Code, docx, pdf
from duly.documents.sealing import CourtSeal


@dataclass(frozen=True, slots=True)
class Order:
    """A paper to be printed and sealed: `says` is what the seal is put to, `at` when."""

    paper: Paper
    drawn: Drawn
    seal: CourtSeal | None
    mark: Mark | None
    code: Code | None
    says: str
    at: datetime


class NotPrinted(RuntimeError):
    """One of the papers that were to be printed together could not be."""


Printing = Future[PaperFile]
_TOGETHER: ContextVar[list[Printing] | None] = ContextVar("together", default=None)


def take(order: Order) -> None:
    """Print a paper and keep its file: now, or at the end of those that are printed together.

    :raises PrintingFailed, NotSealed: where it is printed now.
    """
    printing = _TOGETHER.get()
    if printing is None:
        _print(order).save(force_insert=True)
    else:
        printing.append(_beside().submit(_print, order))


@contextmanager
def printing_together() -> Iterator[None]:
    """Print what is issued inside beside what goes on; at the end keep the files of all.

    :raises NotPrinted: at the end, where a paper cannot be printed or sealed. Nothing that was
        issued inside may stand then.
    """
    printing: list[Printing] = []
    token = _TOGETHER.set(printing)
    try:
        yield
        PaperFile.objects.bulk_create([_printed(one) for one in printing])
    finally:
        _TOGETHER.reset(token)
        _forget(printing)


@contextmanager
def all_or_none() -> Iterator[None]:
    """Forget what was issued inside where that does not stand, because something failed."""
    printing = _TOGETHER.get() or []
    before = len(printing)
    try:
        yield
    except BaseException:
        _forget(printing[before:])
        del printing[before:]
        raise


def _printed(future: Printing) -> PaperFile:
    try:
        return future.result()
    except Exception as error:
        raise NotPrinted from error


def _forget(printing: Sequence[Printing]) -> None:
    for one in printing:
        one.cancel()


@cache
def _beside() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "press")


def _print(order: Order) -> PaperFile:
    code, mark = order.code, order.mark
    printed = pdf(order.drawn, seal=sealing.place(order.seal), mark=mark, code=code)
    kept = sealing.apply(order.seal, printed, says=order.says, at=order.at)
    editable = docx(order.drawn, mark=mark)
    return PaperFile(
        paper=order.paper,
        pdf=kept.pdf,
        docx=editable,
        pdf_sha256=provider.digest(kept.pdf),
        docx_sha256=provider.digest(editable),
        unsigned_sha256=provider.digest(kept.unsigned) if kept.unsigned else None,
        address=code.address if code else None,
    )
