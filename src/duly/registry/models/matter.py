"""A matter (事项): what one judgment orders, through all its numbered proceedings."""

from django.db import models

from duly.law.terms import Cause
from duly.registry.models.court import Court


class Matter(models.Model):
    """Joins the 民初, 执前调, 执 and 执异 proceedings of one dispute.

    `version` grows with every act; a form carries the version that it was drawn
    from, so that the second of two people sees what changed. `amount_band` tells what the
    instruments order to pay in all, roughly (`duly.registry.amounts`); the ledger keeps it.
    """

    court = models.ForeignKey(Court, models.PROTECT, related_name="matters")
    cause = models.CharField("案由", max_length=60)
    focus = models.CharField("案件类别", max_length=16, choices=Cause.choices())
    opened_at = models.DateTimeField("登记时间")
    version = models.PositiveIntegerField("版本", default=1)
    names = models.TextField("当事人名称", blank=True)
    numbers = models.TextField("案号", blank=True)
    amount_band = models.PositiveSmallIntegerField("标的额档", default=0)

    class Meta:
        indexes = (
            models.Index(fields=("-opened_at",), name="matter_newest_first"),
            models.Index(fields=("focus", "id"), name="matters_by_focus"),
            models.Index(fields=("amount_band", "id"), name="matters_by_amount_band"),
            models.Index(fields=("focus", "amount_band", "id"), name="matters_by_focus_and_band"),
        )

    def __str__(self) -> str:
        return f"{self.names} {self.cause}"
