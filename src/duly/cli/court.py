"""Open the court's database for a command; commands on the law alone never do."""

import os

import django


def open() -> None:
    """Set Django up with the settings of this court."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
