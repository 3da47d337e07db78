"""Enforcement settlements (执行和解), until found performed or breached."""

from django.db import models

from duly.registry.models import Matter


class Settlement(models.Model):
    """A settlement reached in enforcement. `performed` is empty while it runs."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="settlements")
    reached_date = models.DateField("达成日期")
    content = models.TextField("协议内容")
    ends_date = models.DateField("最后一期履行日")
    evidence = models.CharField("协议存卷", max_length=200)
    performed = models.BooleanField("已全部履行", null=True, blank=True)
    ended_date = models.DateField("认定日期", null=True, blank=True)
    reasons = models.TextField("认定理由", blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("matter",),
                condition=models.Q(performed__isnull=True),
                name="one_settlement_runs",
            ),
            models.CheckConstraint(
                name="a_settlement_ends_after_it_is_reached",
                condition=models.Q(ends_date__gte=models.F("reached_date")),
            ),
            models.CheckConstraint(
                name="a_settlement_ends_with_reasons",
                condition=models.Q(performed__isnull=True, ended_date__isnull=True)
                | (
                    models.Q(performed__isnull=False, ended_date__isnull=False)
                    & ~models.Q(reasons="")
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.reached_date}"
