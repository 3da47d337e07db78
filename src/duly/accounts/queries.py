"""Questions about users and their posts. Nothing here writes."""

from datetime import date

from django.db.models import Q, QuerySet

from duly.accounts.models import Post, User
from duly.law.terms import Role


def posts_of(user: User, on: date) -> QuerySet[Post]:
    """Return the posts that a person holds on a day."""
    return _held(on).filter(user=user).order_by("since", "pk")


def roles_of(user: User, on: date) -> frozenset[Role]:
    """Return the roles that a person has on a day; a disabled person has none."""
    if not user.is_active:
        return frozenset()
    return frozenset(Role(role) for role in posts_of(user, on).values_list("role", flat=True))


def acts_for(user: User, role: Role, on: date) -> bool:
    """Whether a person holds a role on a day only in place of its holder (代理、主持工作)."""
    held = set(posts_of(user, on).filter(role=role).values_list("acting", flat=True))
    return held == {True}


def holders_of(role: Role, on: date) -> QuerySet[User]:
    """Return the people who hold a role on a day, longest in post first."""
    return User.objects.filter(is_active=True, posts__in=_held(on).filter(role=role)).order_by(
        "posts__since", "pk"
    )


def _held(on: date) -> QuerySet[Post]:
    return Post.objects.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)
