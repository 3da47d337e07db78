"""What a matter is found by: pieces of its parties' names and of its case numbers."""

from django.db import models

from duly.registry.models.matter import Matter


class SearchTerm(models.Model):
    """One piece by which a matter is found (`duly.registry.search` cuts them)."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="search_terms", db_index=False)
    term = models.CharField(max_length=24)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("term", "matter"), name="a_term_finds_a_matter_once"),
        )

    def __str__(self) -> str:
        return self.term
