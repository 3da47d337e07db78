"""The record of acts. Fields and constraints only; the database refuses change and deletion."""

from django.db import models


class Entry(models.Model):
    """One act, by whom, when and on what (留痕).

    No foreign keys: the record neither holds back the live data nor vanishes with it.
    `at_with_offset` is the moment as written down; `at` is the same moment for searching.
    """

    seq = models.BigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间", db_index=True)
    at_with_offset = models.CharField(max_length=40)
    actor_id = models.BigIntegerField("操作人编号", null=True)
    actor_name = models.CharField("操作人", max_length=64)
    post = models.CharField("岗位", max_length=128, blank=True)
    act = models.CharField("行为", max_length=64, db_index=True)
    matter_id = models.BigIntegerField("事项编号", null=True, db_index=True)
    subject = models.JSONField("对象", default=dict)
    detail = models.JSONField("内容", default=dict)
    payload_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = "留痕"
        verbose_name_plural = "留痕"
        ordering = ("seq",)
        constraints = (
            models.CheckConstraint(name="entry_seq_is_positive", condition=models.Q(seq__gt=0)),
        )

    def __str__(self) -> str:
        return f"{self.seq} {self.act}"


class Head(models.Model):
    """The end of the chain: the one row that every writer locks before adding to it."""

    only = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.CheckConstraint(name="chain_has_one_head", condition=models.Q(only=1)),
        )

    def __str__(self) -> str:
        return f"{self.seq} {self.hash}"
