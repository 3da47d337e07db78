"""Versions of the account into which the debtor must pay."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce

from duly.crypto.fields import EncryptedTextField
from duly.law.terms import AccountOwner, AccountRoute, Term
from duly.registry.models.matter import Matter
from duly.registry.models.party import Party


class AccountState(Term):
    """A change is proposed by one person and confirmed by another."""

    PROPOSED = "proposed", "待复核"
    CONFIRMED = "confirmed", "已确认"
    SUPERSEDED = "superseded", "已变更"
    REFUSED = "refused", "未通过复核"


class PayeeAccount(models.Model):
    """One version of a payee account (收款账户): holder, number, bank."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="payee_accounts")
    owner = models.CharField("归属", max_length=20, choices=AccountOwner.choices())
    creditor = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="payee_accounts"
    )
    version = models.PositiveSmallIntegerField("版本")
    holder = models.CharField("户名", max_length=100)
    number = EncryptedTextField("账号")
    number_index = models.CharField(max_length=64, db_index=True)
    bank = models.CharField("开户行", max_length=100)
    route = models.CharField("确认方式", max_length=16, choices=AccountRoute.choices())
    evidence = models.CharField("材料", max_length=120)
    state = models.CharField("状态", max_length=12, choices=AccountState.choices())
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="payee_accounts_proposed"
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="payee_accounts_confirmed",
    )
    recorded_at = models.DateTimeField("登记时间")
    decided_at = models.DateTimeField("确认或者复核时间", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                "matter",
                "owner",
                Coalesce("creditor", 0),
                "version",
                name="payee_account_versions_count_up",
            ),
            models.UniqueConstraint(
                "matter",
                "owner",
                Coalesce("creditor", 0),
                condition=models.Q(state="confirmed"),
                name="one_payee_account_in_use",
            ),
            models.CheckConstraint(
                name="a_payee_account_is_complete",
                condition=~models.Q(holder="") & ~models.Q(number_index="") & ~models.Q(bank=""),
            ),
            models.CheckConstraint(
                name="a_changed_payee_account_has_two_people",
                condition=~models.Q(state="confirmed")
                | models.Q(version=1)
                | (
                    models.Q(confirmed_by__isnull=False)
                    & ~models.Q(confirmed_by=models.F("proposed_by"))
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.holder} {self.bank}"
