"""Parties, their agents, and how they can be reached."""

from django.db import models

from duly.crypto.fields import EncryptedTextField
from duly.law.terms import PartyKind, PartyRole, Term
from duly.registry.models.matter import Matter


class Party(models.Model):
    """A party to a matter. The ID number or credit code is kept encrypted."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="parties")
    role = models.CharField("地位", max_length=16, choices=PartyRole.choices())
    kind = models.CharField("类别", max_length=8, choices=PartyKind.choices())
    name = models.CharField("姓名或名称", max_length=100)
    identifier = EncryptedTextField("证件号码", blank=True, default="")
    identifier_index = models.CharField(max_length=64, blank=True, default="")
    birth_date = models.DateField("出生日期", null=True, blank=True)
    legal_representative = models.CharField("法定代表人", max_length=50, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("identifier_index", "matter"), name="matters_by_identifier"),
        )
        constraints = (
            models.CheckConstraint(
                name="party_role_is_known",
                condition=models.Q(role__in=[r.value for r in PartyRole]),
            ),
            models.CheckConstraint(
                name="party_kind_is_known",
                condition=models.Q(kind__in=[k.value for k in PartyKind]),
            ),
            models.CheckConstraint(
                name="a_unit_has_no_birth_date",
                condition=models.Q(kind=PartyKind.PERSON.value) | models.Q(birth_date__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_unit(self) -> bool:
        """Whether the party is a unit (单位)."""
        return self.kind == PartyKind.UNIT


class Agent(models.Model):
    """An authorised agent (委托代理人) of a party."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="agents")
    name = models.CharField("姓名", max_length=50)
    phone = EncryptedTextField("电话", blank=True, default="")
    special_authority = models.BooleanField("特别授权", default=False)
    evidence = models.CharField("授权委托书", max_length=120)

    def __str__(self) -> str:
        return self.name


class ContactPointKind(Term):
    """How a party can be reached."""

    PHONE = "phone", "电话"
    ADDRESS = "address", "地址"
    EMAIL = "email", "电子邮箱"


class ContactPoint(models.Model):
    """A phone number, address or e-mail address of a party, with where it comes from.

    `confirmed_for_service` records a 送达地址确认书; `electronic_consent` the
    consent that electronic service needs (民事诉讼法 90).
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="contact_points")
    kind = models.CharField("类别", max_length=8, choices=ContactPointKind.choices())
    value = EncryptedTextField("内容")
    value_index = models.CharField(max_length=64, db_index=True)
    source = models.CharField("来源", max_length=120)
    confirmed_for_service = models.BooleanField("送达地址确认书", default=False)
    electronic_consent = models.BooleanField("同意电子送达", default=False)
    recorded_at = models.DateTimeField("登记时间")

    def __str__(self) -> str:
        return self.get_kind_display()
