"""One-time codes that parties asked for by text message."""

from django.db import models

from duly.portal.models.link import Link


class Code(models.Model):
    """A code that was asked for, by the number it is derived from; the code is kept nowhere.

    `about` is the digest of what it is to confirm, empty where it opens the door.
    """

    key = models.UUIDField("编号", unique=True)
    link = models.ForeignKey(Link, models.CASCADE, related_name="codes")
    about = models.CharField("确认的内容摘要", max_length=64, blank=True, default="")
    asked_at = models.DateTimeField("申请时间")
    used_at = models.DateTimeField("使用时间", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.link} {self.asked_at}"
