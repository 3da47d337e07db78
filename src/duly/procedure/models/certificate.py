"""Certificates of voluntary performance as issued: number, verification code, revocation."""

from django.db import models

from duly.documents.models import Paper
from duly.procedure.models.course import Course
from duly.registry.models import Party


class Certificate(models.Model):
    """A certificate (自动履行证明书) of one debtor. A revoked one stays, with its reasons."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="certificates")
    party = models.ForeignKey(Party, models.PROTECT, related_name="certificates")
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="certificate")
    number = models.CharField("编号", max_length=40, unique=True)
    code = models.CharField("验证码", max_length=16)
    issued_date = models.DateField("出具日期")
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    revoked_date = models.DateField("撤销日期", null=True, blank=True)
    revoked_reasons = models.TextField("撤销理由", blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_revocation_has_its_reasons",
                condition=models.Q(revoked_date__isnull=True, revoked_reasons="")
                | (models.Q(revoked_date__isnull=False) & ~models.Q(revoked_reasons="")),
            ),
            models.UniqueConstraint(
                fields=("course",),
                condition=models.Q(revoked_date__isnull=True),
                name="one_certificate_stands",
            ),
        )

    def __str__(self) -> str:
        return self.number
