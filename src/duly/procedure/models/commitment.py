"""Credit commitments (信用承诺): with a settlement, or for a temporary repair."""

from django.db import models

from duly.law.terms import CommitmentKind, RepairScope
from duly.procedure.models.course import Course
from duly.procedure.models.measure import Measure
from duly.procedure.models.settlement import Settlement
from duly.registry.models import Party


class Commitment(models.Model):
    """A debtor's commitment. A repair has its reason, its days, and the day of the promise."""

    course = models.OneToOneField(Course, models.PROTECT, related_name="commitment")
    party = models.ForeignKey(Party, models.PROTECT, related_name="commitments")
    kind = models.CharField("种类", max_length=12, choices=CommitmentKind.choices())
    settlement = models.ForeignKey(
        Settlement, models.PROTECT, null=True, blank=True, related_name="commitments"
    )
    reason = models.TextField("临时修复原因", blank=True)
    measures = models.CharField(
        "申请解除的措施", max_length=12, choices=RepairScope.choices(), blank=True
    )
    repair_from = models.DateField("临时修复起日", null=True, blank=True)
    repair_until = models.DateField("临时修复止日", null=True, blank=True)
    promised_date = models.DateField("承诺履行完毕日", null=True, blank=True)
    consented_date = models.DateField("申请执行人同意日期", null=True, blank=True)
    signed_date = models.DateField("签署日期", null=True, blank=True)
    ended_date = models.DateField("结束日期", null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_repair_has_its_days_in_order",
                condition=~models.Q(kind=CommitmentKind.REPAIR.value)
                | models.Q(
                    repair_from__isnull=False,
                    repair_until__isnull=False,
                    promised_date__isnull=False,
                    repair_until__gte=models.F("repair_from"),
                ),
            ),
            models.CheckConstraint(
                name="a_settlement_commitment_has_its_settlement",
                condition=~models.Q(kind=CommitmentKind.SETTLEMENT.value)
                | models.Q(settlement__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.party} {self.get_kind_display()}"


class Lifted(models.Model):
    """A measure lifted for the days of a repair; `restored` is the same measure imposed again."""

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="lifted")
    measure = models.OneToOneField(Measure, models.PROTECT, related_name="lifted_for")
    restored = models.OneToOneField(
        Measure, models.PROTECT, null=True, blank=True, related_name="restores"
    )

    def __str__(self) -> str:
        return f"{self.measure}"
