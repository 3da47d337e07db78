"""Signatures that parties gave in the portal under papers made out for them to sign."""

from django.db import models

from duly.crypto.fields import EncryptedTextField
from duly.documents.models import Paper
from duly.registry.models import Party


class Signature(models.Model):
    """A party's signature under an issued paper, as it arrived; it counts once a step takes it up.

    `strokes` is what was drawn, empty where the name was typed and a code confirmed it.
    `shown_sha256` is the digest of what he was shown, that of the paper; `factor` is how he
    showed that it is he. `key` is the number under which it was sent in.
    """

    key = models.UUIDField("编号", unique=True)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="signatures")
    party = models.ForeignKey(Party, models.PROTECT, related_name="signatures")
    name = EncryptedTextField("签署人")
    strokes = EncryptedTextField("笔迹", blank=True, default="")
    factor = models.CharField("身份核对", max_length=40)
    shown_sha256 = models.CharField("所示内容摘要", max_length=64)
    entered_at = models.DateTimeField("进入时间")
    signed_at = models.DateTimeField("签署时间")
    received_at = models.DateTimeField("收到时间")
    taken_up_at = models.DateTimeField("采用时间", null=True, blank=True)
    set_aside_at = models.DateTimeField("不予采用时间", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.party}《{self.paper.title}》"
