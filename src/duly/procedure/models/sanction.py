"""Acts against enforcement, and the fines and detentions decided for them."""

from django.conf import settings
from django.db import models

from duly.crypto.fields import EncryptedTextField
from duly.documents.models import Paper
from duly.law.terms import (
    ReportBreach,
    ResponsiblePost,
    SanctionGround,
    SanctionKind,
    SanctionTarget,
)
from duly.procedure.models.course import Course
from duly.registry.models import Matter, Party


class Misconduct(models.Model):
    """One act (妨害执行行为) of a debtor, found by a named judge. Its id is the act's identity."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="misconducts")
    party = models.ForeignKey(Party, models.PROTECT, related_name="misconducts")
    ground = models.CharField("情形", max_length=24, choices=SanctionGround.choices())
    report_breach = models.CharField(
        "违反财产报告的情形", max_length=8, choices=ReportBreach.choices(), blank=True
    )
    committed_date = models.DateField("行为日期")
    facts = models.TextField("事实")
    evidence = models.CharField("证据", max_length=200)
    found_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    found_at = models.DateTimeField("认定时间")
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    withdrawn_reasons = models.TextField("撤回理由", blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="misconduct_has_facts_and_evidence",
                condition=~models.Q(facts="") & ~models.Q(evidence=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.committed_date} {self.get_ground_display()}"


class Responsible(models.Model):
    """A person who answers for a unit (主要负责人、直接责任人员); number and address encrypted."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="responsible_people")
    name = models.CharField("姓名", max_length=50)
    identifier = EncryptedTextField("公民身份号码")
    address = EncryptedTextField("住址")
    position = models.CharField("身份", max_length=12, choices=ResponsiblePost.choices())
    evidence = models.CharField("依据", max_length=200)

    def __str__(self) -> str:
        return f"{self.name}（{self.get_position_display()}）"


class Sanction(models.Model):
    """A fine (罚款) or a detention (拘留) as decided by the president.

    `person` names who is sanctioned where that is not the debtor himself but a person
    responsible in a unit. A fine has an amount in fen, a detention has days.
    """

    course = models.ForeignKey(Course, models.PROTECT, related_name="sanctions")
    party = models.ForeignKey(Party, models.PROTECT, related_name="sanctions")
    kind = models.CharField("种类", max_length=12, choices=SanctionKind.choices())
    target = models.CharField("对象", max_length=20, choices=SanctionTarget.choices())
    person = models.CharField("被处罚人", max_length=100)
    responsible = models.ForeignKey(
        Responsible, models.PROTECT, null=True, blank=True, related_name="sanctions"
    )
    amount_fen = models.BigIntegerField("罚款金额（分）", null=True, blank=True)
    days = models.PositiveSmallIntegerField("拘留日数", null=True, blank=True)
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="sanction")
    decided_date = models.DateField("决定日期")
    custody_at = models.DateTimeField("执行拘留时间", null=True, blank=True)
    custody_place = models.CharField("看管场所", max_length=60, blank=True)
    custody_from = models.DateField("拘留起日", null=True, blank=True)
    custody_until = models.DateField("拘留止日", null=True, blank=True)
    family_notified_at = models.DateTimeField("通知家属时间", null=True, blank=True)
    reconsidered = models.CharField("复议结果", max_length=12, blank=True)
    ended_date = models.DateField("执行完毕或撤销日期", null=True, blank=True)
    acts: "models.ManyToManyField[Misconduct, SanctionedAct]" = models.ManyToManyField(
        Misconduct, through="SanctionedAct", related_name="sanctions"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_fine_lies_within_the_law",
                condition=~models.Q(kind=SanctionKind.FINE.value)
                | (
                    models.Q(days__isnull=True)
                    & (
                        models.Q(
                            target=SanctionTarget.UNIT.value,
                            amount_fen__gte=5_000_000,
                            amount_fen__lte=100_000_000,
                        )
                        | (
                            ~models.Q(target=SanctionTarget.UNIT.value)
                            & models.Q(amount_fen__gt=0, amount_fen__lte=10_000_000)
                        )
                    )
                ),
            ),
            models.CheckConstraint(
                name="a_detention_lies_within_the_law",
                condition=~models.Q(kind=SanctionKind.DETENTION.value)
                | (
                    models.Q(amount_fen__isnull=True, days__gte=1, days__lte=15)
                    & ~models.Q(target=SanctionTarget.UNIT.value)
                ),
            ),
            models.CheckConstraint(
                name="custody_ends_after_it_begins",
                condition=models.Q(custody_until__isnull=True)
                | models.Q(custody_until__gte=models.F("custody_from")),
            ),
            models.CheckConstraint(
                name="a_person_responsible_is_named",
                condition=~models.Q(target=SanctionTarget.RESPONSIBLE.value)
                | models.Q(responsible__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.person}"


class Reconsideration(models.Model):
    """A reconsideration (复议) by the court above: once for each decision, staying nothing.

    `amount_fen` or `days` hold what a changed decision says; revoking is the outcome
    `revoked`.
    """

    sanction = models.OneToOneField(Sanction, models.PROTECT, related_name="reconsideration")
    applied_date = models.DateField("申请日期")
    evidence = models.CharField("复议申请书", max_length=200)
    outcome = models.CharField("结果", max_length=12, blank=True)
    answered_date = models.DateField("复议决定日期", null=True, blank=True)
    answer = models.CharField("复议决定书", max_length=200, blank=True)
    amount_fen = models.BigIntegerField("变更后的金额（分）", null=True, blank=True)
    days = models.PositiveSmallIntegerField("变更后的日数", null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_reconsideration_is_answered_with_its_day",
                condition=models.Q(outcome="", answered_date__isnull=True)
                | (~models.Q(outcome="") & models.Q(answered_date__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.sanction} {self.outcome}"


class SanctionedAct(models.Model):
    """That an act was sanctioned: never twice in the same kind (民诉法解释 184)."""

    sanction = models.ForeignKey(Sanction, models.PROTECT, related_name="sanctioned_acts")
    misconduct = models.ForeignKey(Misconduct, models.PROTECT, related_name="sanctioned_acts")
    kind = models.CharField("种类", max_length=12, choices=SanctionKind.choices())

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("misconduct", "kind"), name="an_act_is_sanctioned_once_in_a_kind"
            ),
        )

    def __str__(self) -> str:
        return f"{self.misconduct_id}: {self.kind}"


class Referral(models.Model):
    """A criminal referral (移送拒执罪) of a debtor to the police."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="referrals")
    party = models.ForeignKey(Party, models.PROTECT, related_name="referrals")
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="referral")
    responsible = models.ForeignKey(
        Responsible, models.PROTECT, null=True, blank=True, related_name="referrals"
    )
    acts = models.ManyToManyField(Misconduct, related_name="referrals")
    accepted = models.BooleanField("公安机关已立案", null=True, blank=True)
    referred_date = models.DateField("移送日期")
    answered_date = models.DateField("答复日期", null=True, blank=True)
    answer = models.CharField("公安机关答复", max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.party} {self.referred_date}"
