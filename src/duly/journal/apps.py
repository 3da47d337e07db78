"""How Django knows this package."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """留痕."""

    name = "duly.journal"
    label = "journal"
    verbose_name = "留痕"
