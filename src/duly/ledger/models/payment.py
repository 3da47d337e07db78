"""Money that arrived, and what it was set against. Rows are added, never edited."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property

from duly.law.money import Bucket
from duly.law.terms import AccountOwner
from duly.ledger.models.obligation import Obligation
from duly.registry.models import Matter, Party

if TYPE_CHECKING:
    from duly.ledger.models.payout import Payout

SURPLUS = "surplus"


class Payment(models.Model):
    """A payment (付款) that arrived, or the reversal of one.

    A reversal points back at the payment it takes away and says why; both rows stay.
    `paid_date` is the day of arrival at the account of `arrival`; `creditor` whose account
    that is, where it is a creditor's.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="payments")
    amount_fen = models.BigIntegerField("金额（分）")
    paid_date = models.DateField("到账日期")
    arrival = models.CharField("到账账户归属", max_length=20, choices=AccountOwner.choices())
    creditor = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="payments_received"
    )
    payer = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="payments_made"
    )
    evidence = models.CharField("凭证", max_length=300)
    reference = models.CharField("银行流水号", max_length=64, blank=True, db_index=True)
    obligations: "models.ManyToManyField[Obligation, Target]" = models.ManyToManyField(
        Obligation, through="Target", related_name="payments"
    )
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reversed_by"
    )
    reversal_reason = models.TextField("冲正理由", blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ("paid_date", "id")
        constraints = (
            models.CheckConstraint(
                name="payment_amount_is_positive", condition=models.Q(amount_fen__gt=0)
            ),
            models.CheckConstraint(
                name="payment_arrival_is_known",
                condition=models.Q(arrival__in=[owner.value for owner in AccountOwner]),
            ),
            models.CheckConstraint(
                name="payment_at_a_creditor_names_him",
                condition=models.Q(arrival=AccountOwner.CREDITOR.value, creditor__isnull=False)
                | (
                    ~models.Q(arrival=AccountOwner.CREDITOR.value) & models.Q(creditor__isnull=True)
                ),
            ),
            models.CheckConstraint(
                name="payment_has_its_evidence", condition=~models.Q(evidence="")
            ),
            models.CheckConstraint(
                name="payment_reversal_has_its_reason",
                condition=models.Q(reverses__isnull=True, reversal_reason="")
                | (models.Q(reverses__isnull=False, reference="") & ~models.Q(reversal_reason="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.paid_date}: {self.amount_fen}"

    @cached_property
    def towards(self) -> frozenset[int]:
        """The obligations that it was made for, by their numbers; none where for any."""
        return frozenset(target.obligation_id for target in self.targets.all())

    @cached_property
    def given_back(self) -> "list[Payout]":
        """The refunds of it, in whatever state."""
        return list(self.refunds.all())


class ReferenceClaim(models.Model):
    """That a bank's reference stands for one payment in force; a reversal gives it up."""

    reference = models.CharField("银行流水号", max_length=64)
    payment = models.OneToOneField(Payment, models.PROTECT, related_name="claim")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("reference",), name="payment_reference_is_used_once"),
            models.CheckConstraint(
                name="payment_reference_is_not_empty", condition=~models.Q(reference="")
            ),
        )

    def __str__(self) -> str:
        return self.reference


class Target(models.Model):
    """That a payment was made towards an obligation, as things stood when it was recorded."""

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="targets")
    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="targets")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("payment", "obligation"),
                name="a_payment_is_made_once_towards_an_obligation",
            ),
        )

    def __str__(self) -> str:
        return f"{self.payment_id}: {self.obligation_id}"


class AllocationRun(models.Model):
    """One working-out of where a matter's payments went; the one with the highest number counts.

    A payment learned of late, a reversal, a due day found out later move the allocation
    of others: the whole is worked out anew and the old runs are kept.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="allocation_runs")
    number = models.PositiveIntegerField("次序")
    reason = models.CharField("事由", max_length=200)
    made_at = models.DateTimeField("分配时间")

    class Meta:
        ordering = ("matter_id", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("matter", "number"), name="allocation_runs_count_up_in_a_matter"
            ),
            models.CheckConstraint(
                name="allocation_run_has_its_reason", condition=~models.Q(reason="")
            ),
        )

    def __str__(self) -> str:
        return f"{self.matter_id}: {self.number}"


class Allocation(models.Model):
    """A part of a payment set against an obligation, or left over (待退)."""

    run = models.ForeignKey(AllocationRun, models.PROTECT, related_name="allocations")
    payment = models.ForeignKey(Payment, models.PROTECT, related_name="allocations")
    obligation = models.ForeignKey(
        Obligation, models.PROTECT, null=True, blank=True, related_name="allocations"
    )
    bucket = models.CharField("用途", max_length=12, choices=[*Bucket.choices(), (SURPLUS, "待退")])
    amount_fen = models.BigIntegerField("金额（分）")

    class Meta:
        ordering = ("run_id", "id")
        constraints = (
            models.CheckConstraint(
                name="allocation_amount_is_positive", condition=models.Q(amount_fen__gt=0)
            ),
            models.CheckConstraint(
                name="only_a_surplus_has_no_obligation",
                condition=models.Q(bucket=SURPLUS, obligation__isnull=True)
                | models.Q(bucket__in=[b.value for b in Bucket], obligation__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.payment_id}: {self.bucket}"
