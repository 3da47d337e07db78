"""What a party sends in: it changes nothing by itself, and waits for staff."""

from django.db import models

from duly.crypto.fields import EncryptedTextField
from duly.law.terms import Term
from duly.portal.models.link import Link


class SubmissionKind(Term):
    """What a party tells the court."""

    PAYMENT = "payment", "付款凭证"
    PLAN = "plan", "履行方案"
    DISPUTE = "dispute", "异议"
    ADDRESS = "address", "送达地址和电子送达"
    RECEIPT = "receipt", "收款确认"
    NO_RECEIPT = "no_receipt", "未收到款项"
    PLAN_ANSWER = "plan_answer", "对履行方案的答复"
    SIGNATURE = "signature", "文书签署"
    REPAIR = "repair", "临时修复信用申请"
    URGING_ANSWER = "urging_answer", "对执前督促的意见"
    ACCOUNT = "account", "收款账户"
    ENFORCE = "enforce", "转入强制执行申请"
    LIFTING_ANSWER = "lifting_answer", "对修复信用、解除措施的意见"


class SubmissionState(Term):
    """How far the court has come with it."""

    WAITING = "waiting", "待法院处理"
    FOLLOWED = "followed", "已据此办理"
    DECLINED = "declined", "未予采纳"


class Submission(models.Model):
    """One thing sent in, sealed. `step_taken_id` names the act by which staff made it fact."""

    key = models.UUIDField("编号", unique=True)
    link = models.ForeignKey(Link, models.PROTECT, related_name="submissions")
    kind = models.CharField("种类", max_length=16, choices=SubmissionKind.choices())
    content = EncryptedTextField("内容")
    file = EncryptedTextField("附件", blank=True, default="")
    file_name = models.CharField("附件名", max_length=80, blank=True, default="")
    file_sha256 = models.CharField("附件摘要", max_length=64, blank=True, default="")
    sent_at = models.DateTimeField("提交时间")
    state = models.CharField("状态", max_length=12, choices=SubmissionState.choices())
    handled_by = models.CharField("办理人", max_length=60, blank=True, default="")
    handled_at = models.DateTimeField("办理时间", null=True, blank=True)
    answer = models.CharField("答复", max_length=300, blank=True, default="")
    step_taken_id = models.PositiveBigIntegerField("办理步骤", null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_handled_submission_says_by_whom",
                condition=models.Q(state="waiting", handled_at__isnull=True, handled_by="")
                | (
                    models.Q(state__in=("followed", "declined"), handled_at__isnull=False)
                    & ~models.Q(handled_by="")
                ),
            ),
            models.CheckConstraint(
                name="what_is_followed_names_its_act",
                condition=~models.Q(state="followed") | models.Q(step_taken_id__isnull=False),
            ),
            models.CheckConstraint(
                name="what_is_declined_has_its_reason",
                condition=~models.Q(state="declined") | ~models.Q(answer=""),
            ),
        )
        indexes = (models.Index(fields=("state", "sent_at"), name="submissions_waiting"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.sent_at}"
