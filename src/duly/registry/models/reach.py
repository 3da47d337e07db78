"""Service (送达) and contact: every attempt to reach a party, with its proof."""

from django.conf import settings
from django.db import models

from duly.law.terms import Channel, ContactResult, ServiceMethod, Stage
from duly.registry.models.instrument import Instrument
from duly.registry.models.matter import Matter
from duly.registry.models.party import Party


class Service(models.Model):
    """Service of an instrument or of a paper on one party.

    `paper_id` names the issued paper (kept by `documents`, which stands above
    this package); an instrument is served as itself. `circumstances` hold what
    the law asks of the method: consent, witness, recording, arrival, return.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="services")
    party = models.ForeignKey(Party, models.PROTECT, related_name="services")
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="services"
    )
    paper_id = models.PositiveBigIntegerField("文书", null=True, blank=True, db_index=True)
    method = models.CharField("送达方式", max_length=16, choices=ServiceMethod.choices())
    acted_date = models.DateField("送出、张贴或刊登日")
    served_date = models.DateField("送达日", null=True, blank=True)
    evidence = models.CharField("送达凭证", max_length=160)
    circumstances = models.JSONField("情况", default=dict)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="service_is_of_one_thing",
                condition=models.Q(instrument__isnull=True, paper_id__isnull=False)
                | models.Q(instrument__isnull=False, paper_id__isnull=True),
            ),
            models.CheckConstraint(
                name="nothing_is_served_before_it_is_sent",
                condition=models.Q(served_date__isnull=True)
                | models.Q(served_date__gte=models.F("acted_date")),
            ),
            models.CheckConstraint(name="service_has_evidence", condition=~models.Q(evidence="")),
        )

    def __str__(self) -> str:
        return f"{self.party} {self.get_method_display()}"


class Contact(models.Model):
    """One attempt to reach a debtor in order to urge him. It has no effect as service."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="contacts")
    party = models.ForeignKey(Party, models.PROTECT, related_name="contacts")
    stage = models.CharField("阶段", max_length=16, choices=Stage.choices())
    channel = models.CharField("方式", max_length=12, choices=Channel.choices())
    result = models.CharField("结果", max_length=16, choices=ContactResult.choices())
    told_consequences = models.BooleanField("已告知不履行后果", default=False)
    told_benefits = models.BooleanField("已告知主动履行的好处", default=False)
    promised_date = models.DateField("承诺履行日", null=True, blank=True)
    call_again_date = models.DateField("约定再次联系日", null=True, blank=True)
    note = models.TextField("记录", blank=True)
    on = models.DateField("日期")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("登记时间")

    def __str__(self) -> str:
        return f"{self.on} {self.get_channel_display()}"
