"""Measures in force against a debtor (措施), until they are released."""

from django.db import models

from duly.law.terms import MeasureKind, PropertyClass
from duly.registry.models import Matter, Party


class Measure(models.Model):
    """A measure with its object, dates and proof.

    `expires_date` is the last day of a preservation or of a listing with a term;
    a listing on ground (一) has none. `has_term` tells the two listings apart.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="measures")
    party = models.ForeignKey(Party, models.PROTECT, related_name="measures")
    kind = models.CharField("措施", max_length=24, choices=MeasureKind.choices())
    object = models.CharField("财产或对象", max_length=160, blank=True)
    property_class = models.CharField(
        "财产种类", max_length=16, choices=PropertyClass.choices(), blank=True
    )
    amount_fen = models.BigIntegerField("限额（分）", null=True, blank=True)
    imposed_date = models.DateField("起始日")
    expires_date = models.DateField("届满日", null=True, blank=True)
    has_term = models.BooleanField("有期限", default=False)
    evidence = models.CharField("依据", max_length=200)
    released_date = models.DateField("解除日", null=True, blank=True)
    release_evidence = models.CharField("解除凭证", max_length=200, blank=True)

    class Meta:
        indexes = (
            models.Index(
                fields=("party",),
                condition=models.Q(released_date__isnull=True),
                name="measures_in_force",
            ),
            models.Index(
                fields=("expires_date",),
                condition=models.Q(released_date__isnull=True),
                name="measures_by_last_day",
            ),
        )
        constraints = (
            models.CheckConstraint(
                name="a_measure_ends_after_it_starts",
                condition=models.Q(expires_date__isnull=True)
                | models.Q(expires_date__gte=models.F("imposed_date")),
            ),
            models.CheckConstraint(
                name="a_release_has_its_proof",
                condition=models.Q(released_date__isnull=True) | ~models.Q(release_evidence=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}"
