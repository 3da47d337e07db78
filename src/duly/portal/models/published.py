"""What was published: on the court's side what has been sent, where the portal stands alone all
that it knows."""

from django.db import models

from duly.crypto.fields import EncryptedTextField
from duly.portal.models.link import Link


class PublishedView(models.Model):
    """The newest view of a link, sealed, and its twin as the court signed it."""

    link = models.OneToOneField(Link, models.CASCADE, related_name="view")
    on = models.DateField("数据日期")
    content = EncryptedTextField("内容")
    twin = EncryptedTextField("机器可读副本", blank=True, default="")

    def __str__(self) -> str:
        return f"{self.link} {self.on}"


class PublishedPaper(models.Model):
    """A paper that a link may download; the court's side keeps no second copy of its bytes."""

    link = models.ForeignKey(Link, models.CASCADE, related_name="papers")
    paper_id = models.PositiveBigIntegerField("文书")
    title = models.CharField("名称", max_length=60)
    pdf = EncryptedTextField("PDF", blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("link", "paper_id"), name="a_paper_is_published_once_a_link"
            ),
        )

    def __str__(self) -> str:
        return self.title


class PublishedMark(models.Model):
    """By what a paper is verified: number and digest of its code, hashes of its files.

    `standing` is empty where it changed and is to go out anew.
    """

    paper_id = models.PositiveBigIntegerField("文书", unique=True)
    number = models.CharField("编号", max_length=40, blank=True, db_index=True)
    code = models.CharField("验证码摘要", max_length=64, blank=True)
    pdf_sha256 = models.CharField("PDF摘要", max_length=64, db_index=True)
    docx_sha256 = models.CharField("DOCX摘要", max_length=64, db_index=True)
    unsigned_sha256 = models.CharField("签名前摘要", max_length=64, blank=True, db_index=True)
    signed_sha256 = models.CharField("已签署副本摘要", max_length=64, blank=True, db_index=True)
    standing = models.CharField("效力", max_length=10)
    content = EncryptedTextField("内容")
    twin = EncryptedTextField("机器可读副本", blank=True, default="")

    class Meta:
        indexes = (
            models.Index(fields=("id",), condition=models.Q(standing=""), name="marks_to_publish"),
        )

    def __str__(self) -> str:
        return f"{self.paper_id} {self.standing}"


class PublishedKeys(models.Model):
    """The keys and certificates by which what the court signed is verified: one row."""

    keys = models.TextField("公钥")
    certificates = models.TextField("印章证书", blank=True)

    def __str__(self) -> str:
        return self.keys
