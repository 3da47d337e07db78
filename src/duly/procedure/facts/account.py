"""Facts of the payee account, for whichever mechanism keeps it."""

from datetime import date
from typing import TypedDict

from duly.procedure import account_change
from duly.registry.models import AccountState, Matter


class AccountFacts(TypedDict):
    """Whether an account is confirmed, whether a change waits, and until when."""

    account_complete: bool
    account_change_pending: bool
    account_held_until: date | None


def gather(matter: Matter) -> AccountFacts:
    """Return what the file shows of the creditors' accounts."""
    pending = account_change.on_file(matter, AccountState.PROPOSED)
    return AccountFacts(
        account_complete=account_change.on_file(matter, AccountState.CONFIRMED) is not None,
        account_change_pending=pending is not None,
        account_held_until=account_change.held_until(pending, matter.court) if pending else None,
    )
