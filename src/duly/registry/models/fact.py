"""Facts found by a named person with reasons (discretion on record)."""

from django.conf import settings
from django.db import models

from duly.registry.models.matter import Matter
from duly.registry.models.party import Party


class Fact(models.Model):
    """What a named person found about a matter or one of its parties, and why.

    `holds` is yes or no. A wrong finding is withdrawn with reasons, never edited.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="facts")
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="facts")
    question = models.CharField("事实", max_length=40, db_index=True)
    holds = models.BooleanField("成立")
    reasons = models.TextField("理由")
    evidence = models.CharField("证据", max_length=160, blank=True)
    found_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    found_at = models.DateTimeField("认定时间")
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    withdrawn_reasons = models.TextField("撤回理由", blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="a_fact_has_reasons", condition=~models.Q(reasons="")),
            models.CheckConstraint(
                name="a_withdrawal_is_complete",
                condition=models.Q(
                    withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_reasons=""
                )
                | (
                    models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                    & ~models.Q(withdrawn_reasons="")
                ),
            ),
            models.UniqueConstraint(
                fields=("matter", "party", "question"),
                condition=models.Q(withdrawn_at__isnull=True, party__isnull=False),
                name="one_finding_of_a_fact_stands_for_a_party",
            ),
            models.UniqueConstraint(
                fields=("matter", "question"),
                condition=models.Q(withdrawn_at__isnull=True, party__isnull=True),
                name="one_finding_of_a_fact_stands_for_a_matter",
            ),
        )

    def __str__(self) -> str:
        return f"{self.question}: {'是' if self.holds else '否'}"
