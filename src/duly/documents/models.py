"""Papers and their frozen files. Fields and constraints only."""

import base64
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Expression

from duly.accounts.models import User
from duly.crypto import provider
from duly.crypto.fields import EncryptedTextField
from duly.law.terms import Term
from duly.registry.models import Court, Matter, Party


class PaperStatus(Term):
    """How far a paper has come."""

    DRAWN = "drawn", "已制作"
    APPROVED = "approved", "已审批"
    ISSUED = "issued", "已签发"
    VOID = "void", "已作废"


class SealedBytesField(models.BinaryField):  # type: ignore[type-arg]
    """Bytes that the database holds encrypted: papers carry account and ID numbers."""

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Seal the bytes on their way to the database."""
        sealed = provider.encrypt(base64.b64encode(bytes(value)).decode()).encode()
        return super().get_db_prep_value(sealed, connection, prepared)

    def from_db_value(
        self, value: Any, expression: Expression, connection: BaseDatabaseWrapper
    ) -> bytes:
        """Open the bytes on their way from the database."""
        return base64.b64decode(provider.decrypt(bytes(value).decode()))


class Paper(models.Model):
    """A paper (文书) of a matter: what it was drawn from, and what it says.

    `blanks` keeps every value with its source as JSON, `text` the canonical text, both
    encrypted; `sha256` is what approval binds. A paper that bears a number and a code of its
    own gets them when it is issued. Once issued, the database refuses any
    change to them: a correction is a new paper that points back by `corrects`.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="papers")
    recipient = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="papers"
    )
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    template = models.CharField("样式", max_length=60)
    title = models.CharField("名称", max_length=60)
    template_version = models.CharField("样式版本", max_length=64)
    number = models.CharField("案号", max_length=60, blank=True, default="")
    paper_date = models.DateField("文书日期")
    blanks = EncryptedTextField("空白项")
    text = EncryptedTextField("正文")
    sha256 = models.CharField("内容摘要", max_length=64)
    status = models.CharField("状态", max_length=10, choices=PaperStatus.choices())
    sealed = models.BooleanField("已加盖电子印章", default=False)
    drawn_at = models.DateTimeField("制作时间")
    issued_at = models.DateTimeField("签发时间", null=True, blank=True)
    paper_number = models.CharField("编号", max_length=40, blank=True, default="")
    verification_code = models.CharField("验证码", max_length=16, blank=True, default="")

    class Meta:
        ordering = ("-drawn_at", "-id")
        indexes = (models.Index(fields=("template", "template_version"), name="papers_by_wording"),)
        constraints = (
            models.CheckConstraint(
                name="paper_status_is_known",
                condition=models.Q(status__in=[s.value for s in PaperStatus]),
            ),
            models.CheckConstraint(
                name="an_issued_paper_has_its_time",
                condition=~models.Q(status=PaperStatus.ISSUED.value)
                | models.Q(issued_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} {self.number}".strip()


class SignedCopy(models.Model):
    """An issued paper with the signature of the party who was asked for it. Rows are only added."""

    paper = models.OneToOneField(Paper, models.PROTECT, related_name="signed_copy")
    pdf = SealedBytesField("PDF")
    pdf_sha256 = models.CharField("PDF摘要", max_length=64, db_index=True)
    made_at = models.DateTimeField("制作时间")

    def __str__(self) -> str:
        return self.pdf_sha256


class PaperTerm(models.Model):
    """A pair of characters that papers of a matter say, sealed (`duly.documents.searching`)."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="paper_terms", db_index=False)
    term = models.BigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("term", "matter"), name="a_term_of_papers_finds_a_matter_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.term}"


class PaperFile(models.Model):
    """The bytes of an issued paper. Rows are only ever added: the database refuses the rest.

    `unsigned_sha256` is that of the PDF as it was printed, before the court signed it;
    `address` is what its QR code leads to.
    """

    paper = models.OneToOneField(Paper, models.PROTECT, related_name="file")
    pdf = SealedBytesField("PDF")
    docx = SealedBytesField("DOCX")
    pdf_sha256 = models.CharField("PDF摘要", max_length=64)
    docx_sha256 = models.CharField("DOCX摘要", max_length=64)
    unsigned_sha256 = models.CharField("签名前摘要", max_length=64, null=True, blank=True)
    address = models.CharField("二维码网址", max_length=400, null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("pdf_sha256",), name="papers_by_pdf"),
            models.Index(fields=("docx_sha256",), name="papers_by_docx"),
            models.Index(fields=("unsigned_sha256",), name="papers_by_unsigned_pdf"),
        )

    def __str__(self) -> str:
        return self.pdf_sha256


class Wording(models.Model):
    """The text of a template as a court or one paper changed it, known by its own hash.

    Rows are only ever added. Of the wordings that come with the program only those are kept
    here from which a text departs.
    """

    template = models.CharField("样式", max_length=60)
    version = models.CharField("样式版本", max_length=64, unique=True)
    text = EncryptedTextField("文字")

    def __str__(self) -> str:
        return f"{self.template} {self.version[:12]}"


class TemplateVersion(models.Model):
    """A wording that somebody proposed for a court's template, from a day on.

    It counts once a second person has published it. Rows are only ever added.
    """

    court = models.ForeignKey(Court, models.PROTECT, related_name="template_versions")
    template = models.CharField("样式", max_length=60)
    version = models.CharField("样式版本", max_length=64)
    since = models.DateField("起用日")
    basis = models.CharField("依据", max_length=120)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="template_versions")
    proposed_at = models.DateTimeField("报请时间")

    class Meta:
        indexes = (models.Index(fields=("court", "template", "since"), name="version_by_day"),)

    def __str__(self) -> str:
        return f"{self.template} {self.since}"


class TemplateDecision(models.Model):
    """What the second person decided on a proposed wording. Rows are only ever added."""

    proposal = models.OneToOneField(TemplateVersion, models.PROTECT, related_name="decision")
    published = models.BooleanField("已发布")
    reason = models.CharField("退回理由", max_length=400, blank=True, default="")
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="template_decisions")
    decided_at = models.DateTimeField("决定时间")

    def __str__(self) -> str:
        return "已发布" if self.published else "已退回"
