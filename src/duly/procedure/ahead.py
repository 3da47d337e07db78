"""What most acts read of their matter, asked for many matters at once: for acts in bulk."""

from collections.abc import Collection
from contextlib import AbstractContextManager

from duly.ledger import book
from duly.procedure import allowing, authority, limitation, nightly, own_wording
from duly.procedure.facts import case_file, debt, instrument, post_judgment
from duly.work.reading import read_ahead

KINDS = (
    allowing.held,
    authority.ASSIGNMENTS,
    case_file.PARTIES,
    case_file.COURSES,
    case_file.MEASURES,
    case_file.SERVICES,
    case_file.PAPERS,
    case_file.ACCOUNTS,
    case_file.STEPS,
    case_file.PAYMENTS,
    instrument.INSTRUMENTS,
    instrument.APPEALS,
    post_judgment.ORDERED,
    book.records,
    debt.FACTS,
    debt.SETTLEMENTS,
    own_wording.OWN_WORDINGS,
    limitation.RUNNING,
    nightly.ALARMS,
)


def of_matters(matter_ids: Collection[int]) -> AbstractContextManager[None]:
    """Lock matters for the rest of the transaction, and read what acts on them will ask.

    The next act on each of them begins with it; see `read_ahead`.
    """
    return read_ahead(KINDS, matter_ids)
