"""Who has acted in a matter."""

from django.conf import settings
from django.db import models

from duly.registry.models import Matter


class Handler(models.Model):
    """A person who has acted in a matter, or was assigned to it (经办人): one row for both."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="handlers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="matters_handled", db_index=False
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user", "matter"), name="a_person_handles_a_matter_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}"
