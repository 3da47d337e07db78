"""What each person has set for himself on the desk. Fields and constraints only."""

from django.conf import settings
from django.db import models

from duly.crypto.fields import EncryptedTextField


class SavedFilter(models.Model):
    """A filter of the list of matters that a person keeps by name; one may open first.

    `query` is the part of the address that asks for it. It may name people, and is sealed.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters", db_index=False
    )
    name = models.CharField("名称", max_length=20)
    query = EncryptedTextField("条件")
    opens_first = models.BooleanField("打开案件时使用", default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "name"), name="one_saved_filter_of_a_name"),
            models.UniqueConstraint(
                fields=("user",),
                condition=models.Q(opens_first=True),
                name="one_saved_filter_opens_first",
            ),
        )

    def __str__(self) -> str:
        return self.name


class ChosenColumns(models.Model):
    """The columns that a person wants to see in the list of matters, in their order."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="chosen_columns", primary_key=True
    )
    names = models.JSONField("列", default=list)

    def __str__(self) -> str:
        return "、".join(self.names)
