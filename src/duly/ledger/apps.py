"""How Django knows this package."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """账."""

    name = "duly.ledger"
    label = "ledger"
    verbose_name = "账"
