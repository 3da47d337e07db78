"""Numbered proceedings (案件) of a matter."""

from django.db import models

from duly.law.terms import ProceedingKind
from duly.registry.models.court import Court
from duly.registry.models.matter import Matter


class Proceeding(models.Model):
    """A proceeding under its own case number, such as （2026）粤0117执前调12号."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="proceedings")
    court = models.ForeignKey(Court, models.PROTECT, related_name="proceedings")
    kind = models.CharField("案件类型", max_length=16, choices=ProceedingKind.choices())
    year = models.PositiveSmallIntegerField("年度")
    code = models.CharField("类型代字", max_length=4)
    serial = models.PositiveIntegerField("编号")
    number = models.CharField("案号", max_length=64, unique=True)
    filed_date = models.DateField("立案日期")
    closed_date = models.DateField("结案日期", null=True, blank=True)
    outcome = models.CharField("结案方式", max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("court", "year", "code", "serial"), name="a_case_number_is_given_once"
            ),
            models.CheckConstraint(
                name="a_serial_starts_at_one", condition=models.Q(serial__gte=1)
            ),
            models.CheckConstraint(
                name="a_proceeding_closes_with_an_outcome",
                condition=models.Q(closed_date__isnull=True, outcome="")
                | (models.Q(closed_date__isnull=False) & ~models.Q(outcome="")),
            ),
        )

    def __str__(self) -> str:
        return self.number
