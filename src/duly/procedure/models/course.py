"""A course: one mechanism at work on one matter, debtor or measure; and its steps."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone

from duly.registry.models import Matter, Party, Proceeding


class Course(models.Model):
    """One mechanism at work. `mechanism` and `state` name entries of its step table.

    `party` is the debtor where the mechanism is about one debtor; `measure` the
    measure that a release lifts; `proceeding` the numbered case that it runs in.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="courses")
    mechanism = models.CharField("机制", max_length=24)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="courses")
    measure = models.ForeignKey(
        "procedure.Measure", models.PROTECT, null=True, blank=True, related_name="releases"
    )
    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, null=True, blank=True, related_name="courses"
    )
    state = models.CharField("状态", max_length=24)
    opened_at = models.DateTimeField("开始时间")
    closed_at = models.DateTimeField("结束时间", null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("mechanism", "state", "matter"), name="courses_by_state"),
            models.Index(
                fields=("mechanism", "matter"),
                condition=models.Q(closed_at__isnull=True),
                name="open_courses_by_mechanism",
            ),
            models.Index(fields=("matter", "closed_at"), name="open_courses_of_a_matter"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("matter", "mechanism"),
                condition=models.Q(closed_at__isnull=True, party__isnull=True),
                name="one_open_course_a_matter",
            ),
            models.UniqueConstraint(
                fields=("matter", "mechanism", "party"),
                condition=models.Q(closed_at__isnull=True, measure__isnull=True)
                & ~models.Q(mechanism__in=("objection_notice", "commitment")),
                name="one_open_course_a_debtor",
            ),
            models.UniqueConstraint(
                fields=("measure",),
                condition=models.Q(closed_at__isnull=True),
                name="one_open_release_a_measure",
            ),
            models.CheckConstraint(
                name="a_release_is_of_a_measure",
                condition=models.Q(mechanism="release", measure__isnull=False)
                | (~models.Q(mechanism="release") & models.Q(measure__isnull=True)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.mechanism} {self.state}"


class StepTaken(models.Model):
    """A step that was taken: from where to where, by whom, on what answers and findings."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="steps_taken")
    name = models.CharField("步骤", max_length=32)
    origin = models.CharField(max_length=24)
    target = models.CharField(max_length=24)
    at = models.DateTimeField("时间")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="steps_taken")
    post = models.CharField("岗位", max_length=24)
    answers = models.JSONField("所填内容", default=dict)
    findings = models.JSONField("审查意见", default=list)
    paper_ids = models.JSONField("文书", default=list)
    entry_seq = models.PositiveBigIntegerField("留痕序号")

    class Meta:
        indexes = (models.Index(fields=("course", "name"), name="steps_by_name"),)

    def __str__(self) -> str:
        return f"{self.court_day} {self.name}"

    @property
    def court_day(self) -> date:
        """The day of the step by the court's clock."""
        return timezone.localdate(self.at)

    @property
    def court_time(self) -> str:
        """The moment by the court's clock, to the minute."""
        return f"{timezone.localtime(self.at):%Y-%m-%d %H:%M}"


class Assignment(models.Model):
    """The mediator (调解员) who urges in a course; only the newest open one counts."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="assignments")
    mediator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignments"
    )
    since = models.DateTimeField("指派时间")
    until = models.DateTimeField("结束时间", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("course",),
                condition=models.Q(until__isnull=True),
                name="one_mediator_a_course",
            ),
        )

    def __str__(self) -> str:
        return f"{self.mediator}"
