"""Warnings before a sanction, each with the last day of its term."""

from django.db import models

from duly.documents.models import Paper
from duly.procedure.models.course import Course


class Warning(models.Model):
    """A warning as issued in a course; its service is on record with the paper."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="warnings")
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="warning")
    issued_date = models.DateField("发出日")
    last_date = models.DateField("限期届满日")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_warning_ends_after_it_is_issued",
                condition=models.Q(last_date__gt=models.F("issued_date")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.issued_date}–{self.last_date}"
