"""The wording that one paper was given in place of its template's, until it is issued."""

from django.conf import settings
from django.db import models

from duly.procedure.models.course import Course
from duly.registry.models import Party


class OwnWording(models.Model):
    """The text of one draft (改动文字): for a paper of a course to one party.

    `version` is the hash of the wording, `base` that of the template it departs from; where
    both are the same, the draft went back to its template. The newest row counts, until a
    paper was issued with it. Rows are only ever added.
    """

    course = models.ForeignKey(Course, models.PROTECT, related_name="own_wordings")
    party = models.ForeignKey(Party, models.PROTECT, related_name="own_wordings")
    template = models.CharField("样式", max_length=60)
    version = models.CharField("文字版本", max_length=64)
    base = models.CharField("样式版本", max_length=64)
    reason = models.CharField("改动理由", max_length=400)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="own_wordings")
    at = models.DateTimeField("改动时间")

    class Meta:
        indexes = (models.Index(fields=("course", "template", "party"), name="own_wordings"),)

    def __str__(self) -> str:
        return f"{self.template} {self.version[:12]}"
