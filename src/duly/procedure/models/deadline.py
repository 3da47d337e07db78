"""Time limits that run, with the steps by which each last day was reckoned."""

from django.db import models

from duly.law.terms import Role
from duly.procedure.models.course import Course
from duly.registry.models import Matter


class Deadline(models.Model):
    """A time limit of a course: who must act by when, why that day, and whether it stopped.

    `because` holds the reckoning in plain Chinese, one step an item. `provisional`
    marks a day that reaches into a year without an announced calendar.
    """

    course = models.ForeignKey(Course, models.PROTECT, related_name="deadlines")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="deadlines")
    name = models.CharField("名称", max_length=32)
    chinese = models.CharField("期限", max_length=40)
    clause = models.CharField("依据", max_length=24)
    owner = models.CharField("责任岗位", max_length=24, choices=Role.choices())
    start_date = models.DateField("起算日")
    last_date = models.DateField("届满日")
    provisional = models.BooleanField("暂定", default=False)
    because = models.JSONField("理由", default=list)
    stopped_at = models.DateTimeField("停止时间", null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(
                fields=("owner", "last_date", "id"),
                condition=models.Q(stopped_at__isnull=True),
                name="running_deadlines_by_owner",
            ),
            models.Index(
                fields=("last_date", "id"),
                condition=models.Q(stopped_at__isnull=True),
                name="running_deadlines_by_day",
            ),
            models.Index(
                fields=("name", "last_date"),
                condition=models.Q(stopped_at__isnull=True),
                name="running_deadlines_by_name",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("course", "name"),
                condition=models.Q(stopped_at__isnull=True),
                name="one_running_deadline_of_a_name",
            ),
            models.CheckConstraint(
                name="a_deadline_ends_after_it_starts",
                condition=models.Q(last_date__gte=models.F("start_date")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.chinese} {self.last_date}"
