"""The court, its settings with their sources, and its series of case numbers."""

from django.db import models

from duly.accounts.models import User
from duly.law.terms import ProceedingKind


class Court(models.Model):
    """A court (法院) with its code, such as 粤0117."""

    code = models.CharField("法院代字", max_length=16, unique=True)
    name = models.CharField("名称", max_length=60, unique=True)
    address = models.CharField("地址", max_length=120, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)

    def __str__(self) -> str:
        return self.name


class CourtSetting(models.Model):
    """A value that the court sets for itself, with where it comes from and since when.

    The newest row in force on a day counts; a name without a row is unset. What was set
    when the court was installed was set by nobody.
    """

    court = models.ForeignKey(Court, models.PROTECT, related_name="settings")
    name = models.CharField("名称", max_length=60)
    value = models.CharField("值", max_length=120)
    source = models.CharField("依据", max_length=120)
    since = models.DateField("起用日")
    set_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="court_settings"
    )
    set_at = models.DateTimeField("设定时间", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("court", "name", "since"), name="one_setting_of_a_name_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class TypeCode(models.Model):
    """The type code (类型代字) that a court gives to a kind of proceeding.

    Without a row, registration of that kind is refused: codes are never guessed.
    """

    court = models.ForeignKey(Court, models.PROTECT, related_name="type_codes")
    kind = models.CharField("案件类型", max_length=16, choices=ProceedingKind.choices())
    code = models.CharField("类型代字", max_length=4)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("court", "kind"), name="one_type_code_a_kind"),
        )

    def __str__(self) -> str:
        return self.code


class NumberSeries(models.Model):
    """The last serial given out for a court, year and type code."""

    court = models.ForeignKey(Court, models.PROTECT, related_name="number_series")
    year = models.PositiveSmallIntegerField("年度")
    code = models.CharField("类型代字", max_length=4)
    last = models.PositiveIntegerField("末号", default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("court", "year", "code"), name="one_series_a_year"),
        )

    def __str__(self) -> str:
        return f"{self.year}{self.code}: {self.last}"
