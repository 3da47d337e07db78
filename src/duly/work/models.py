"""The nightly round as it was run. Fields and constraints only."""

from django.db import models


class NightlyRun(models.Model):
    """The round of one day: one row, so that several workers run it once.

    `lines` holds what each part answered, in order.
    """

    date = models.DateField("日期", primary_key=True)
    started_at = models.DateTimeField("开始")
    finished_at = models.DateTimeField("完成", null=True)
    lines = models.JSONField("结果", default=list)

    class Meta:
        verbose_name = "每日例行"
        verbose_name_plural = "每日例行"
        constraints = (
            models.CheckConstraint(
                name="nightly_run_finishes_after_it_starts",
                condition=models.Q(finished_at__isnull=True)
                | models.Q(finished_at__gte=models.F("started_at")),
            ),
        )

    def __str__(self) -> str:
        return self.date.isoformat()
