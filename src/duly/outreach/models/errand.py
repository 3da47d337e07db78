"""An errand: somebody is to be reached, for a purpose, until it is done or given up."""

from django.conf import settings
from django.db import models

from duly.documents.models import Paper
from duly.law.terms import Purpose
from duly.registry.models import Instrument, Matter, Party

# What somebody in the court opens; the rest a party asks for.
OPENED = (Purpose.SERVICE.value, Purpose.URGING.value, Purpose.ALERT.value)


class Errand(models.Model):
    """One party to be served with a paper or an instrument, to be urged, alerted, or sent a code.

    `next_at` is when the ladder is asked again: empty while a message has no result yet,
    and when it is a person's turn. `reasons` are what the ladder last answered. Nobody
    opened an errand that the party asked for himself.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="errands")
    party = models.ForeignKey(Party, models.PROTECT, related_name="errands")
    purpose = models.CharField("用途", max_length=8, choices=Purpose.choices())
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="errands")
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="errands"
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened_at = models.DateTimeField("开始时间")
    next_at = models.DateTimeField("下次安排", null=True, blank=True)
    reasons = models.JSONField("安排理由", default=list)
    closed_at = models.DateTimeField("结束时间", null=True, blank=True)
    closed_because = models.CharField("结束原因", max_length=120, blank=True)

    class Meta:
        indexes = (
            models.Index(
                fields=("next_at",),
                condition=models.Q(closed_at__isnull=True, next_at__isnull=False),
                name="errands_to_plan",
            ),
            models.Index(
                fields=("matter",),
                condition=models.Q(closed_at__isnull=True),
                name="open_errands_of_a_matter",
            ),
        )
        constraints = (
            models.CheckConstraint(
                name="service_is_of_a_paper_or_an_instrument",
                condition=models.Q(
                    purpose__in=[Purpose.URGING.value, Purpose.CODE.value, Purpose.ALERT.value],
                    paper__isnull=True,
                    instrument__isnull=True,
                )
                | models.Q(
                    purpose=Purpose.SERVICE.value, paper__isnull=False, instrument__isnull=True
                )
                | models.Q(
                    purpose=Purpose.SERVICE.value, paper__isnull=True, instrument__isnull=False
                ),
            ),
            models.CheckConstraint(
                name="only_a_code_is_asked_for_by_the_party",
                condition=models.Q(opened_by__isnull=False, purpose__in=OPENED)
                | models.Q(opened_by__isnull=True, purpose=Purpose.CODE.value),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.party}"

    @property
    def what(self) -> Paper | Instrument | None:
        """What is to be served; None where the errand urges."""
        return self.paper or self.instrument
