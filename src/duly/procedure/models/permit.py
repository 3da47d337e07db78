"""Single consumption permits under a consumption restriction (限制消费规定 8)."""

from django.db import models

from duly.documents.models import Paper
from duly.procedure.models.measure import Measure


class Permit(models.Model):
    """One permitted act of consumption, for the days and the purpose that it names."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="permits")
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="permit")
    purpose = models.CharField("事由", max_length=200)
    from_date = models.DateField("起日")
    until_date = models.DateField("止日")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_permit_ends_after_it_starts",
                condition=models.Q(until_date__gte=models.F("from_date")),
            ),
        )

    def __str__(self) -> str:
        return self.purpose
