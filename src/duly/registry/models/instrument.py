"""Effective legal instruments, as a chain from first instance to retrial."""

from django.db import models

from duly.law.terms import InstrumentKind, InstrumentOutcome
from duly.registry.models.matter import Matter
from duly.registry.models.party import Party


class Instrument(models.Model):
    """A judgment, ruling or mediation statement; `follows` points to the one before it.

    `performance_days` is the time for performance after the instrument takes
    effect; `performance_date` a fixed last day. Both empty: the instrument sets none.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="instruments")
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    kind = models.CharField("文书种类", max_length=24, choices=InstrumentKind.choices())
    outcome = models.CharField("审级结果", max_length=24, choices=InstrumentOutcome.choices())
    court_name = models.CharField("作出法院", max_length=60)
    court_code = models.CharField("法院代字", max_length=16)
    number = models.CharField("案号", max_length=64, db_index=True)
    made_date = models.DateField("作出日期")
    performance_days = models.PositiveSmallIntegerField("履行期（日）", null=True, blank=True)
    performance_date = models.DateField("履行期届满日", null=True, blank=True)
    effective_date = models.DateField("生效日（生效证明）", null=True, blank=True)
    effective_evidence = models.CharField("生效证明", max_length=120, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("matter", "number"), name="instrument_once_a_matter"),
            models.CheckConstraint(
                name="one_kind_of_time_for_performance",
                condition=models.Q(performance_days__isnull=True)
                | models.Q(performance_date__isnull=True),
            ),
            models.CheckConstraint(
                name="a_recorded_effective_date_has_its_evidence",
                condition=models.Q(effective_date__isnull=True) | ~models.Q(effective_evidence=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}{self.get_kind_display()}"


class Appeal(models.Model):
    """An appeal (上诉) against an instrument, or its absence noted by the court."""

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="appeals")
    party = models.ForeignKey(Party, models.PROTECT, related_name="appeals")
    filed_date = models.DateField("上诉日期")
    withdrawn_date = models.DateField("撤回日期", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("instrument", "party"), name="one_appeal_a_party"),
        )

    def __str__(self) -> str:
        return f"{self.party} {self.filed_date}"
