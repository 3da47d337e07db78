"""What a court has set for itself: the newest row in force on a day counts."""

from datetime import date

from duly.registry.models import Court

SMALL_CLAIM = "small_claim_yuan"
UPPER_COURT = "upper_court"
FINE_ACCOUNT_HOLDER = "fine_account_holder"
FINE_ACCOUNT_NUMBER = "fine_account_number"
FINE_ACCOUNT_BANK = "fine_account_bank"


def setting(court: Court, name: str, *, on: date) -> str:
    """Return the value that a court has set under a name on a day; empty where unset."""
    rows = court.settings.filter(name=name, since__lte=on).order_by("-since")
    return rows.values_list("value", flat=True).first() or ""
