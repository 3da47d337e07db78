"""A batch and its items. Fields and constraints only."""

from django.conf import settings
from django.db import models

from duly.law.terms import Term
from duly.procedure.models import Course, StepTaken
from duly.registry.models import Court


class Outcome(Term):
    """How far an item has come."""

    CHOSEN = "chosen", "待检查"
    READY = "ready", "待办理"
    BLOCKED = "blocked", "不能办理"
    DONE = "done", "已办理"


class Batch(models.Model):
    """A batch (批次): one step with one set of answers, for every course that was chosen.

    `choice` keeps the filter by which the courses were chosen. While `running` is true,
    jobs and commands work on its items; nobody's work is lost when it becomes false.
    """

    court = models.ForeignKey(Court, models.PROTECT, related_name="batches")
    mechanism = models.CharField("机制", max_length=24)
    step = models.CharField("步骤", max_length=32)
    answers = models.JSONField("所填内容", default=dict)
    choice = models.JSONField("选取条件", default=dict)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="batches")
    made_at = models.DateTimeField("编制时间")
    running = models.BooleanField("办理中", default=False)

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return f"第{self.pk}批"


class Item(models.Model):
    """One course of a batch: what would be made for it, what blocks it, or the step taken.

    `version` is the matter's when the item was examined: the act is refused if somebody
    changed the matter since. `papers` says what the act makes, `reasons` what blocks it.
    """

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="items")
    course = models.ForeignKey(Course, models.PROTECT, related_name="batch_items")
    place = models.PositiveIntegerField("序号")
    version = models.PositiveIntegerField("事项版本", default=0)
    outcome = models.CharField(
        "结果", max_length=8, choices=Outcome.choices(), default=Outcome.CHOSEN.value
    )
    papers = models.JSONField("将制作的文书", default=list)
    reasons = models.JSONField("不能办理的原因", default=list)
    taken = models.OneToOneField(
        StepTaken, models.PROTECT, null=True, blank=True, related_name="batch_item"
    )

    class Meta:
        ordering = ("place",)
        indexes = (models.Index(fields=("batch", "outcome", "place"), name="next_item_of_a_batch"),)
        constraints = (
            models.UniqueConstraint(fields=("batch", "course"), name="a_course_once_a_batch"),
            models.UniqueConstraint(fields=("batch", "place"), name="a_place_once_a_batch"),
            models.CheckConstraint(
                name="an_item_is_done_by_its_step",
                condition=models.Q(outcome=Outcome.DONE.value, taken__isnull=False)
                | (~models.Q(outcome=Outcome.DONE.value) & models.Q(taken__isnull=True)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.batch}第{self.place}件"
