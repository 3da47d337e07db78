"""A message on its way to a person: the outbox. Fields and constraints only."""

import uuid

from django.conf import settings
from django.db import models

from duly.crypto.fields import EncryptedTextField
from duly.law.terms import Channel, Term
from duly.outreach.models.errand import Errand
from duly.registry.models import ContactPoint


class MessageState(Term):
    """How far a message has come. The last four are final."""

    QUEUED = "queued", "待发"
    SENDING = "sending", "发送中"
    ACCEPTED = "accepted", "已交通道，待回执"
    SENT = "sent", "已发出，通道不给回执"
    DOUBTFUL = "doubtful", "存疑"
    DELIVERED = "delivered", "已到达"
    FAILED = "failed", "未能送出"
    CANCELLED = "cancelled", "已取消"


FINAL = frozenset(
    {MessageState.SENT, MessageState.DELIVERED, MessageState.FAILED, MessageState.CANCELLED}
)


class Message(models.Model):
    """One attempt of an errand. Its id is given to suppliers, so that one may drop repeats.

    `supplier` is the next to be tried, or the one that has it; once it may have it
    (`pinned`), no other is ever tried. `next_at` is when it may be sent, `lease_until` when
    a worker that took it is taken to have died. Channels without a supplier are a person's.
    """

    id = models.UUIDField("编号", primary_key=True, default=uuid.uuid4, editable=False)
    errand = models.ForeignKey(Errand, models.PROTECT, related_name="messages")
    channel = models.CharField("渠道", max_length=12, choices=Channel.choices())
    point = models.ForeignKey(ContactPoint, models.PROTECT, null=True, blank=True, related_name="+")
    address = EncryptedTextField("地址", blank=True, default="")
    person_index = models.CharField(max_length=64, db_index=True)
    wording = models.CharField("样式", max_length=40, blank=True, default="")
    wording_version = models.CharField(max_length=64, blank=True, default="")
    subject = EncryptedTextField("标题", blank=True, default="")
    text = EncryptedTextField("内容", blank=True, default="")
    state = models.CharField("状态", max_length=12, choices=MessageState.choices())
    supplier = models.CharField("通道", max_length=40, blank=True, default="")
    pinned = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField("次数", default=0)
    made_at = models.DateTimeField("生成时间")
    next_at = models.DateTimeField("可发时间")
    give_up_at = models.DateTimeField("放弃时间")
    lease_until = models.DateTimeField(null=True, blank=True)
    handed_at = models.DateTimeField("交出时间", null=True, blank=True)
    arrived_at = models.DateTimeField("到达时间", null=True, blank=True)
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)
    reference = models.CharField("通道编号", max_length=120, blank=True, default="")
    note = models.CharField("说明", max_length=200, blank=True, default="")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = (
            models.Index(
                fields=("next_at",),
                condition=models.Q(state=MessageState.QUEUED.value),
                name="messages_to_send",
            ),
            models.Index(
                fields=("lease_until",),
                condition=models.Q(state=MessageState.SENDING.value),
                name="messages_being_sent",
            ),
            models.Index(fields=("state", "handed_at"), name="messages_by_state"),
        )
        constraints = (
            models.CheckConstraint(
                name="a_message_being_sent_has_a_lease",
                condition=~models.Q(state=MessageState.SENDING.value)
                | models.Q(lease_until__isnull=False),
            ),
            models.CheckConstraint(
                name="a_message_that_ended_says_when",
                condition=models.Q(ended_at__isnull=False)
                | ~models.Q(state__in=[state.value for state in MessageState if state in FINAL]),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_channel_display()} {self.get_state_display()}"


class HandoverOutcome(Term):
    """What a supplier answered when it was handed a message."""

    RUNNING = "running", "进行中"
    ACCEPTED = "accepted", "已接收"
    REFUSED = "refused", "拒绝"
    UNAVAILABLE = "unavailable", "未能接通"
    UNKNOWN = "unknown", "结果不明"


class Handover(models.Model):
    """A message handed to a supplier: written before the call, completed after it (全程留痕)."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="handovers")
    supplier = models.CharField("通道", max_length=40)
    started_at = models.DateTimeField("开始")
    ended_at = models.DateTimeField("结束", null=True, blank=True)
    outcome = models.CharField("结果", max_length=12, choices=HandoverOutcome.choices())
    detail = models.CharField("说明", max_length=200, blank=True, default="")

    def __str__(self) -> str:
        return f"{self.supplier} {self.get_outcome_display()}"


class Receipt(models.Model):
    """What a supplier reported later of a message, verified; kept whatever came of it."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="receipts")
    supplier = models.CharField("通道", max_length=40)
    delivered = models.BooleanField("已到达")
    at = models.DateTimeField("通道所称时间")
    detail = models.CharField("说明", max_length=200, blank=True, default="")
    received_at = models.DateTimeField("收到时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("message", "supplier", "delivered", "at"), name="one_receipt_of_a_kind"
            ),
        )

    def __str__(self) -> str:
        return f"{self.supplier} {'已到达' if self.delivered else '未到达'}"
