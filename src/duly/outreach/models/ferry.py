"""Batches that went over the ferry (摆渡), by number: none twice, none skipped."""

from django.db import models

from duly.crypto.fields import EncryptedTextField
from duly.law.terms import Term


class Way(Term):
    """Which way a batch goes."""

    OUT = "out", "出"
    IN = "in", "入"


class FerryBatch(models.Model):
    """One signed file of a ferry folder, written or taken in.

    `content` is what an outgoing file says, until it is in the folder (`written`).
    """

    ferry = models.CharField("摆渡", max_length=40)
    side = models.CharField("本端", max_length=20)
    way = models.CharField("方向", max_length=4, choices=Way.choices())
    number = models.PositiveIntegerField("序号")
    content = EncryptedTextField("内容", blank=True, default="")
    written = models.BooleanField("已写出", default=False)
    at = models.DateTimeField("时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("ferry", "side", "way", "number"), name="a_ferry_batch_has_its_number"
            ),
        )

    def __str__(self) -> str:
        return f"{self.ferry} {self.get_way_display()} {self.number}"
