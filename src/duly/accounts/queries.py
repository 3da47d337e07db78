"""Questions about users and their posts. Nothing here writes.

`court` is the code of a court: a post in another court does not count there. Without one,
posts in whatever court count.
"""

from datetime import date

from django.db.models import Q, QuerySet

from duly.accounts.models import Post, User
from duly.law.terms import Role
from duly.work.prepared import Prepared
from duly.work.reading import once_for_all

_POSTS = Prepared(lambda users: Post.objects.filter(user_id__in=users).order_by("since", "pk"))


def posts_of(user: User, on: date, court: str | None = None) -> list[Post]:
    """Return the posts that a person holds on a day, the longest held first."""
    known: list[Post] = once_for_all(("posts", user.pk), lambda: _POSTS(user.pk))
    held = (one for one in known if one.since <= on and (one.until is None or one.until > on))
    return [post for post in held if court is None or post.court in ("", court)]


def roles_of(user: User, on: date, court: str | None = None) -> frozenset[Role]:
    """Return the roles that a person has on a day; a disabled person has none."""
    return frozenset(posts_held(user, on, court))


def posts_held(user: User, on: date, court: str | None = None) -> dict[Role, bool]:
    """Return the same, each with whether it is held only in place of its holder."""
    if not user.is_active:
        return {}
    held: dict[Role, bool] = {}
    for post in posts_of(user, on, court):
        role = Role(post.role)
        held[role] = post.acting and held.get(role, True)
    return held


def roles_by_court(user: User, on: date) -> dict[str, frozenset[Role]]:
    """Return the roles that a person has on a day by the code of the court; "" is every court."""
    if not user.is_active:
        return {}
    held: dict[str, set[Role]] = {}
    for post in posts_of(user, on):
        held.setdefault(post.court, set()).add(Role(post.role))
    return {court: frozenset(roles) for court, roles in held.items()}


def acts_for(user: User, role: Role, on: date, court: str | None = None) -> bool:
    """Whether a person holds a role on a day only in place of its holder (代理、主持工作)."""
    return posts_held(user, on, court).get(role, False)


def holders_of(role: Role, on: date, court: str | None = None) -> QuerySet[User]:
    """Return the people who hold a role on a day, longest in post first."""
    held = _held(on, court).filter(role=role)
    return User.objects.filter(is_active=True, posts__in=held).order_by("posts__since", "pk")


def _held(on: date, court: str | None = None) -> QuerySet[Post]:
    held = Post.objects.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)
    return held if court is None else held.filter(court__in=("", court))


def colleagues(user: User, on: date) -> QuerySet[User]:
    """Return the people who hold a post in a court in which this person holds one."""
    courts = {post.court for post in posts_of(user, on)}
    held = _held(on) if "" in courts else _held(on).filter(court__in=("", *courts))
    return User.objects.filter(pk__in=held.values("user")).order_by("full_name", "pk")


def posts_in(court: str, on: date) -> QuerySet[Post]:
    """Return the posts that are held in a court on a day, by division, role and day."""
    held = _held(on, court).filter(user__is_active=True).select_related("user", "granted_by")
    return held.order_by("division", "role", "since", "pk")


def administered(user: User, on: date) -> frozenset[str]:
    """Return the courts whose people a person administers, by code; "" is every court."""
    held = roles_by_court(user, on)
    return frozenset(court for court, roles in held.items() if Role.ADMINISTRATOR in roles)


def people_of(courts: frozenset[str]) -> QuerySet[User]:
    """Return the people with a post in these courts, now or before, and those without any."""
    everybody = User.objects.exclude(posts__role=Role.POST_ROOM)
    if "" not in courts:
        everybody = everybody.filter(Q(posts__court__in=courts) | Q(posts=None))
    return everybody.distinct().prefetch_related("posts__granted_by").order_by("full_name", "pk")
