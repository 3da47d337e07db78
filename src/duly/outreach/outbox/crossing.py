"""Receipts that come over the ferries of the court."""

import logging
from datetime import datetime

from duly.outreach import forgery
from duly.outreach.ferry import FerryRefused, Item
from duly.outreach.outbox import receipts
from duly.outreach.suppliers import declared
from duly.outreach.suppliers.ferry_folder import FerryFolder

logger = logging.getLogger(__name__)


def take_receipts(at: datetime) -> int:
    """Take in what came over every ferry. Return how many files.

    A ferry whose next file is refused stands still, and says so, until somebody has put the
    right file there; the others go on.
    """
    taken = 0
    for name, one in declared().items():
        supplier = one.connect() if one.gives_receipts else None
        if isinstance(supplier, FerryFolder):
            taken += _from(supplier, name, at)
    return taken


def _from(supplier: FerryFolder, name: str, at: datetime) -> int:
    def receive(item: Item) -> None:
        try:
            told = receipts.told(item)
        except (ValueError, KeyError, TypeError):
            logger.warning("ferry %s: a receipt that cannot be read was let pass", name)
            return
        receipts.receive(told, supplier=name, at=at)

    try:
        return supplier.receipts(receive, at=at)
    except (FerryRefused, OSError) as refused:
        logger.error("ferry %s stands still: %s", name, refused)
        if isinstance(refused, FerryRefused):
            forgery.note(name, why=str(refused), source="摆渡文件夹", at=at)
        return 0
