"""Money that leaves the court's account: to a creditor, or back to whoever paid too much."""

from django.conf import settings
from django.db import models

from duly.crypto.fields import EncryptedTextField
from duly.law.terms import Term
from duly.ledger.models.payment import Payment
from duly.registry.models import Matter, Party, PayeeAccount


class PayoutState(Term):
    """One person proposes, another approves, and then the bank is told."""

    PROPOSED = "proposed", "待审批"
    APPROVED = "approved", "已批准"
    REFUSED = "refused", "已退回"
    PAID = "paid", "已发放"
    RETURNED = "returned", "银行退票"


class Payout(models.Model):
    """A payment out of the 执行案款 account, or a refund (退款) of a payment's surplus.

    A creditor is paid to the version of his account that was confirmed; a refund names the
    `payment` that exceeded the debt. Number and holder are as they were when proposed.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="payouts")
    recipient = models.ForeignKey(Party, models.PROTECT, related_name="payouts")
    payment = models.ForeignKey(
        Payment, models.PROTECT, null=True, blank=True, related_name="refunds"
    )
    account = models.ForeignKey(
        PayeeAccount, models.PROTECT, null=True, blank=True, related_name="payouts"
    )
    amount_fen = models.BigIntegerField("金额（分）")
    holder = models.CharField("户名", max_length=100)
    number = EncryptedTextField("账号")
    bank = models.CharField("开户行", max_length=100)
    state = models.CharField("状态", max_length=12, choices=PayoutState.choices())
    reason = models.TextField("理由")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField("提出时间")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    paid_date = models.DateField("付款日期", null=True, blank=True)
    reference = models.CharField("银行流水号", max_length=64, blank=True)
    returned_date = models.DateField("退票日期", null=True, blank=True)
    returned_reason = models.TextField("退票原因", blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                name="payout_amount_is_positive", condition=models.Q(amount_fen__gt=0)
            ),
            models.CheckConstraint(
                name="payout_goes_to_an_account_or_back_to_a_payer",
                condition=models.Q(account__isnull=False, payment__isnull=True)
                | models.Q(account__isnull=True, payment__isnull=False),
            ),
            models.CheckConstraint(
                name="payout_is_approved_by_another",
                condition=models.Q(state__in=("proposed", "refused"))
                | (
                    models.Q(decided_by__isnull=False)
                    & ~models.Q(decided_by=models.F("proposed_by"))
                ),
            ),
            models.CheckConstraint(
                name="payout_made_has_its_day_and_reference",
                condition=models.Q(state__in=("paid", "returned"), paid_date__isnull=False)
                & ~models.Q(reference="")
                | models.Q(
                    state__in=("proposed", "approved", "refused"),
                    paid_date__isnull=True,
                    reference="",
                ),
            ),
            models.CheckConstraint(
                name="payout_returned_has_its_reason",
                condition=models.Q(state="returned", returned_date__isnull=False)
                & ~models.Q(returned_reason="")
                | ~models.Q(state="returned")
                & models.Q(returned_date__isnull=True, returned_reason=""),
            ),
            models.UniqueConstraint(
                fields=("reference",),
                condition=~models.Q(reference=""),
                name="payout_reference_is_used_once",
            ),
            models.UniqueConstraint(
                fields=("matter", "recipient"),
                condition=models.Q(state__in=("proposed", "approved")),
                name="one_payout_is_under_way",
            ),
        )

    def __str__(self) -> str:
        return f"{self.recipient_id}: {self.amount_fen}"
