"""Columns whose content is sealed. Search goes through a blind index in a column beside it."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Expression

from duly.crypto import provider


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]
    """Text that the database holds sealed and Python reads plain; empty stays empty.

    Two rows with the same text hold different values, so it cannot be searched, sorted or unique:
    keep `provider.blind_index(text, purpose)` in a column of its own for that.
    """

    description = "Sealed text"

    def get_prep_value(self, value: Any) -> Any:
        """Seal the text on its way to the database."""
        return provider.encrypt(value) if value else value

    def from_db_value(
        self, value: str | None, expression: Expression, connection: BaseDatabaseWrapper
    ) -> str | None:
        """Open the text on its way from the database."""
        return provider.decrypt(value) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        """Allow only the question whether there is a value: sealed text never compares equal."""
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None
