"""Days that do not count (中止、暂缓): every running time limit of a matter moves by them."""

from django.db import models

from duly.law.terms import HoldKind
from duly.ledger.models import Suspension
from duly.procedure.models.deadline import Deadline
from duly.registry.models import Matter


class Hold(models.Model):
    """A hold on a matter and why it was set; undone holds stay on record.

    `end_date` is the last day that does not count. `suspension` is the stretch on which
    the doubled interest does not run, where the law knows one for this kind of hold.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="holds")
    start_date = models.DateField("起日")
    end_date = models.DateField("止日", null=True, blank=True)
    kind = models.CharField("种类", max_length=16, choices=HoldKind.choices(), default="other")
    on_debtor_request = models.BooleanField("因被执行人的申请", default=False)
    reason = models.CharField("事由", max_length=200)
    suspension = models.OneToOneField(
        Suspension, models.SET_NULL, null=True, blank=True, related_name="hold"
    )
    undone_at = models.DateTimeField("撤销时间", null=True, blank=True)
    undone_reason = models.CharField("撤销理由", max_length=200, blank=True)

    class Meta:
        indexes = (
            models.Index(
                fields=("start_date",),
                condition=models.Q(end_date__isnull=True, undone_at__isnull=True),
                name="running_holds_by_day",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("matter",),
                condition=models.Q(end_date__isnull=True, undone_at__isnull=True),
                name="one_hold_runs_in_a_matter",
            ),
            models.CheckConstraint(
                name="a_hold_ends_after_it_starts",
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("start_date")),
            ),
            models.CheckConstraint(name="a_hold_has_its_reason", condition=~models.Q(reason="")),
        )

    def __str__(self) -> str:
        return f"{self.start_date} {self.reason}"


class Shift(models.Model):
    """By how much a hold moved a time limit, and from where: what undoing gives back.

    While the hold runs, `days` is 0. `moves` is false where the law leaves the limit where
    it is; `sentence` stands in the reckoning of the limit as long as the hold does.
    """

    hold = models.ForeignKey(Hold, models.PROTECT, related_name="shifts")
    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="shifts")
    days = models.PositiveSmallIntegerField("日数")
    from_date = models.DateField("原届满日")
    to_date = models.DateField("现届满日")
    moves = models.BooleanField("顺延", default=True)
    provisional_before = models.BooleanField("原为暂定", default=False)
    sentence = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("hold", "deadline"), name="a_hold_moves_a_deadline_once"
            ),
        )

    def __str__(self) -> str:
        return f"+{self.days}"


class Alarm(models.Model):
    """Something that the nightly round found due, raised once for each matter, subject and day."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="alarms")
    kind = models.CharField("种类", max_length=32)
    subject = models.CharField("事项", max_length=64)
    due_date = models.DateField("日期")
    sentence = models.CharField("提示", max_length=300)
    owner = models.CharField("责任岗位", max_length=24)
    raised_at = models.DateTimeField("提示时间")
    cleared_at = models.DateTimeField("消除时间", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("matter", "kind", "subject", "due_date"), name="an_alarm_is_raised_once"
            ),
        )
        indexes = (
            models.Index(
                fields=("owner", "due_date"),
                condition=models.Q(cleared_at__isnull=True),
                name="open_alarms_by_owner",
            ),
        )

    def __str__(self) -> str:
        return self.sentence
