"""Objections to enforcement (执行异议), each with the notice that its objector signed."""

from django.db import models

from duly.law.terms import AbuseAct, ObjectionKind
from duly.procedure.models.course import Course
from duly.procedure.models.measure import Measure
from duly.registry.models import Matter, Party


class Objection(models.Model):
    """An objection to an act of enforcement or to a thing, by a party or a third party.

    `object` names the act or thing objected to, as typed; `object_key` the same without
    spaces and punctuation, by which repeats are found, under whatever name they come.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="objections")
    course = models.OneToOneField(Course, models.PROTECT, related_name="objection")
    objector = models.ForeignKey(Party, models.PROTECT, related_name="objections")
    kind = models.CharField("异议种类", max_length=16, choices=ObjectionKind.choices())
    object = models.CharField("异议的执行行为或者标的", max_length=200)
    object_key = models.CharField(max_length=200, db_index=True)
    grounds = models.TextField("异议理由")
    received_date = models.DateField("收到日期")
    notice_signed_date = models.DateField("告知书签收日期", null=True, blank=True)
    measure = models.ForeignKey(
        Measure, models.PROTECT, null=True, blank=True, related_name="objections"
    )
    outcome = models.CharField("处理结果", max_length=40, blank=True)
    ended_date = models.DateField("处理日期", null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=("matter", "object_key"), name="objections_to_a_thing"),)

    def __str__(self) -> str:
        return f"{self.objector} {self.object}"


class Abuse(models.Model):
    """A finding that an objection abuses the right: one of the twelve acts of the notice."""

    objection = models.ForeignKey(Objection, models.PROTECT, related_name="abuses")
    act = models.CharField("行为", max_length=4, choices=AbuseAct.choices())
    reasons = models.TextField("认定理由")
    found_at = models.DateTimeField("认定时间")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("objection", "act"), name="an_abuse_is_found_once"),
            models.CheckConstraint(name="an_abuse_has_reasons", condition=~models.Q(reasons="")),
        )

    def __str__(self) -> str:
        return f"{self.objection_id}: {self.act}"
