"""The instalments of a settlement (和解协议的分期)."""

from django.db import models

from duly.law.terms import AccountOwner
from duly.procedure.models.settlement import Settlement


class SettlementPlan(models.Model):
    """By when a settlement is to be paid, into which account, and whether the rest is waived."""

    settlement = models.OneToOneField(Settlement, models.PROTECT, related_name="plan")
    payee = models.CharField("付入账户", max_length=20, choices=AccountOwner.choices())
    waives = models.BooleanField("履行完毕后免除其余债务")
    evidence = models.CharField("协议条款", max_length=200)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_plan_is_paid_to_a_creditor_or_the_court",
                condition=models.Q(
                    payee__in=(AccountOwner.CREDITOR.value, AccountOwner.ENFORCEMENT_FUNDS.value)
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.settlement}"


class PlanInstalment(models.Model):
    """One instalment of a plan."""

    plan = models.ForeignKey(SettlementPlan, models.PROTECT, related_name="instalments")
    ordinal = models.PositiveSmallIntegerField("期次")
    amount_fen = models.BigIntegerField("金额（分）")
    due_date = models.DateField("履行日")

    class Meta:
        ordering = ("plan_id", "ordinal")
        constraints = (
            models.UniqueConstraint(fields=("plan", "ordinal"), name="plan_instalments_count_up"),
            models.CheckConstraint(
                name="plan_instalment_amount_is_positive", condition=models.Q(amount_fen__gt=0)
            ),
        )

    def __str__(self) -> str:
        return f"第{self.ordinal}期"
