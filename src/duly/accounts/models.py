"""People who log in, and the posts they hold. Fields and constraints only."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from duly.law.terms import Role


class User(AbstractUser):
    """A person of the court, or a mediator, with the name as it is printed (姓名)."""

    full_name = models.CharField("姓名", max_length=64)

    # One Chinese name takes the place of the two halves.
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    class Meta:
        verbose_name = "用户"
        verbose_name_plural = "用户"

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        """Return the name as it is printed."""
        return self.full_name

    def get_short_name(self) -> str:
        """Return the name as it is printed; a Chinese name has no short form."""
        return self.full_name


class Post(models.Model):
    """A post (岗位) held from one day until another; the holder's permissions follow from it.

    `until` is the first day on which it is no longer held; empty while it lasts.
    `basis` is the appointment; `granted_by` entered it, and is empty where the installation did.
    `acting` marks one who stands in for the holder (代理、主持工作). `court` is the code of the
    court, such as 粤0117; empty for a post that holds in every court of the installation.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField("岗位", max_length=32, choices=Role.choices())
    division = models.CharField("部门", max_length=64, blank=True)
    court = models.CharField("法院代字", max_length=16, blank=True, default="")
    since = models.DateField("任职日")
    until = models.DateField("离任日", null=True, blank=True)
    acting = models.BooleanField("代理", default=False)
    basis = models.CharField("依据", max_length=120, blank=True, default="")
    granted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="posts_granted"
    )
    granted_at = models.DateTimeField("任命登记时间", null=True, blank=True)

    class Meta:
        verbose_name = "岗位"
        verbose_name_plural = "岗位"
        constraints = (
            models.CheckConstraint(
                name="post_role_is_known",
                condition=models.Q(role__in=[role.value for role in Role]),
            ),
            models.CheckConstraint(
                name="post_ends_after_it_begins",
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("since")),
            ),
            models.UniqueConstraint(
                name="post_is_held_once_at_a_time",
                fields=("user", "role", "division", "court"),
                condition=models.Q(until__isnull=True),
            ),
        )

    def __str__(self) -> str:
        name = f"{self.division}{Role(self.role).chinese}"
        return f"代理{name}" if self.acting else name
