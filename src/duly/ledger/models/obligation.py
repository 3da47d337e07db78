"""What an instrument orders a debtor to do, and by when."""

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property

from duly.law.terms import AccountOwner, ObligationKind, Term
from duly.registry.models import Instrument, Matter, Party

_NO_ACT = ~models.Q(kind=ObligationKind.ACT.value)


class LiabilityKind(Term):
    """How several debtors answer for one obligation. Shares (按份) are obligations of their own."""

    SOLE = "sole", "单独承担"
    JOINT = "joint", "连带承担"


class Obligation(models.Model):
    """One obligation (义务) of an instrument, in the order in which it stands there.

    Money in whole fen; an act has no amount. `due_date` is the last day to perform, empty
    while it is not known; `due_reason` says how it was reckoned or why it is not known.
    `interest_terms` is what `duly.law.money.terms_data` writes. `payee` is the account at
    which arrival is performance. `acceleration` has the instrument's words by which one
    missed instalment lets all fall due, `accelerated_date` the day found for that. A delay
    penalty (迟延履行金) is about an act, `for_act`; with `daily_from` its amount is for each
    day. One that `replaces` another took its place when its amount was corrected. A
    withdrawn obligation stays on record and owes nothing.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="obligations")
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="obligations")
    ordinal = models.PositiveSmallIntegerField("序号")
    kind = models.CharField("义务种类", max_length=16, choices=ObligationKind.choices())
    description = models.CharField("义务内容", max_length=300)
    amount_fen = models.BigIntegerField("金额（分）", null=True, blank=True)
    creditor = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="obligations_owed_to"
    )
    debtors: "models.ManyToManyField[Party, Liability]" = models.ManyToManyField(
        Party, through="Liability", related_name="obligations"
    )
    liability = models.CharField("责任形式", max_length=8, choices=LiabilityKind.choices())
    payee = models.CharField(
        "收款账户归属", max_length=20, choices=AccountOwner.choices(), blank=True
    )
    due_date = models.DateField("履行期届满日", null=True, blank=True)
    due_reason = models.TextField("届满日的依据")
    interest_terms = models.JSONField("一般债务利息", null=True, blank=True)
    acceleration = models.TextField("加速到期条款", blank=True)
    accelerated_date = models.DateField("加速到期日", null=True, blank=True)
    accelerated_reason = models.TextField("加速到期理由", blank=True)
    for_act = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="penalties"
    )
    daily_from = models.DateField("按日计算的起日", null=True, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    registered_at = models.DateTimeField("登记时间")
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    withdrawn_reason = models.TextField("撤回理由", blank=True)

    class Meta:
        ordering = ("instrument_id", "ordinal")
        constraints = (
            models.UniqueConstraint(
                fields=("instrument", "ordinal"), name="obligations_count_up_in_an_instrument"
            ),
            models.CheckConstraint(
                name="obligation_kind_is_known",
                condition=models.Q(kind__in=[kind.value for kind in ObligationKind]),
            ),
            models.CheckConstraint(
                name="obligation_liability_is_known",
                condition=models.Q(liability__in=[kind.value for kind in LiabilityKind]),
            ),
            models.CheckConstraint(
                name="money_has_a_positive_amount_and_an_act_none",
                condition=models.Q(kind=ObligationKind.ACT.value, amount_fen__isnull=True)
                | (_NO_ACT & models.Q(amount_fen__isnull=False, amount_fen__gt=0)),
            ),
            models.CheckConstraint(
                name="money_names_its_payee_and_an_act_none",
                condition=models.Q(kind=ObligationKind.ACT.value, payee="")
                | (_NO_ACT & models.Q(payee__in=[owner.value for owner in AccountOwner])),
            ),
            models.CheckConstraint(
                name="only_the_court_is_no_creditor",
                condition=models.Q(creditor__isnull=False)
                | models.Q(payee=AccountOwner.COURT_FEES.value),
            ),
            models.CheckConstraint(
                name="only_a_debt_of_money_bears_interest",
                condition=models.Q(kind=ObligationKind.MONEY.value)
                | models.Q(interest_terms__isnull=True),
            ),
            models.CheckConstraint(
                name="obligation_says_what_and_how_its_day_was_reckoned",
                condition=~models.Q(description="") & ~models.Q(due_reason=""),
            ),
            models.CheckConstraint(
                name="acceleration_has_its_clause_and_its_reason",
                condition=models.Q(accelerated_date__isnull=True, accelerated_reason="")
                | (
                    models.Q(accelerated_date__isnull=False)
                    & ~models.Q(accelerated_reason="")
                    & ~models.Q(acceleration="")
                ),
            ),
            models.CheckConstraint(
                name="only_a_delay_penalty_is_about_an_act",
                condition=models.Q(kind=ObligationKind.DELAY_PENALTY.value, for_act__isnull=False)
                | (
                    ~models.Q(kind=ObligationKind.DELAY_PENALTY.value)
                    & models.Q(for_act__isnull=True, daily_from__isnull=True)
                ),
            ),
            models.CheckConstraint(
                name="obligation_withdrawal_has_its_reason",
                condition=models.Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_reason="")),
            ),
        )

    def __str__(self) -> str:
        return self.description

    @cached_property
    def parts(self) -> "list[Instalment]":
        """Its instalments in their order; none where it is owed at once."""
        return list(self.instalments.all())

    @cached_property
    def debtor_ids(self) -> frozenset[int]:
        """The debtors who answer for it, by their numbers."""
        return frozenset(row.debtor_id for row in self.liabilities.all())


class Liability(models.Model):
    """That a debtor answers for an obligation."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="liabilities")
    debtor = models.ForeignKey(Party, models.PROTECT, related_name="liabilities")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("obligation", "debtor"), name="a_debtor_is_liable_once_for_an_obligation"
            ),
        )

    def __str__(self) -> str:
        return f"{self.debtor_id}: {self.obligation_id}"


class Instalment(models.Model):
    """One instalment (分期) of an obligation of money, with its own last day."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="instalments")
    ordinal = models.PositiveSmallIntegerField("期次")
    amount_fen = models.BigIntegerField("金额（分）")
    due_date = models.DateField("履行期届满日")

    class Meta:
        ordering = ("obligation_id", "ordinal")
        constraints = (
            models.UniqueConstraint(fields=("obligation", "ordinal"), name="instalments_count_up"),
            models.CheckConstraint(
                name="instalment_amount_is_positive", condition=models.Q(amount_fen__gt=0)
            ),
            models.CheckConstraint(
                name="instalments_start_at_one", condition=models.Q(ordinal__gte=1)
            ),
        )

    def __str__(self) -> str:
        return f"第{self.ordinal}期"


class Waiver(models.Model):
    """That the creditor gives up what is still owed of an obligation on a day (免除)."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="waivers")
    waived_date = models.DateField("免除日期")
    reason = models.TextField("依据")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ("waived_date", "id")
        constraints = (
            models.CheckConstraint(name="waiver_has_its_reason", condition=~models.Q(reason="")),
        )

    def __str__(self) -> str:
        return f"{self.obligation_id}: {self.waived_date}"


class ActValuation(models.Model):
    """What the parties agree an act is worth (折价), should it not be done. It owes nothing."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="valuations")
    amount_fen = models.BigIntegerField("折价（分）")
    agreed_date = models.DateField("约定日期")
    reason = models.TextField("理由")
    evidence = models.CharField("证据", max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ("agreed_date", "id")
        constraints = (
            models.CheckConstraint(
                name="act_valuation_is_positive", condition=models.Q(amount_fen__gt=0)
            ),
            models.CheckConstraint(
                name="act_valuation_has_its_reason_and_evidence",
                condition=~models.Q(reason="") & ~models.Q(evidence=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.obligation_id}: {self.amount_fen}"


class Suspension(models.Model):
    """Days on which the doubled part does not run (法释〔2014〕8号第三条第三款).

    From `start_date` up to but without `end_date`; without one, the stretch still runs.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="suspensions")
    start_date = models.DateField("起日")
    end_date = models.DateField("止日", null=True, blank=True)
    reason = models.CharField("事由", max_length=200)
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ("start_date",)
        constraints = (
            models.CheckConstraint(
                name="suspension_ends_after_it_starts",
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gt=models.F("start_date")),
            ),
            models.UniqueConstraint(
                fields=("matter",),
                condition=models.Q(end_date__isnull=True),
                name="one_suspension_runs_in_a_matter",
            ),
            models.CheckConstraint(
                name="suspension_has_its_reason", condition=~models.Q(reason="")
            ),
        )

    def __str__(self) -> str:
        return self.reason


class ActPerformance(models.Model):
    """That an act (行为) was performed, on the evidence."""

    obligation = models.OneToOneField(Obligation, models.PROTECT, related_name="performance")
    performed_date = models.DateField("履行日期")
    evidence = models.CharField("证据", max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="act_performance_has_its_evidence", condition=~models.Q(evidence="")
            ),
        )

    def __str__(self) -> str:
        return f"{self.obligation_id}: {self.performed_date}"
