"""Questions about users and their posts. Nothing here writes.

`court` is the code of a court: a post in another court does not count there. Without one,
posts in whatever court count.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse

from duly.accounts.models import Post, User
from duly.law.terms import Role

Known = dict[tuple[int, date], list[Post]]
_KNOWN: ContextVar[Known | None] = ContextVar("posts", default=None)


def posts_once(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Read a person's posts once for a page that changes nothing: a middleware."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return answer(request)
        with _one_reading():
            return answer(request)

    return answered


@contextmanager
def _one_reading() -> Iterator[None]:
    token = _KNOWN.set({})
    try:
        yield
    finally:
        _KNOWN.reset(token)


def posts_of(user: User, on: date, court: str | None = None) -> QuerySet[Post]:
    """Return the posts that a person holds on a day."""
    return _held(on, court).filter(user=user).order_by("since", "pk")


def read_posts(user: User, on: date) -> list[Post]:
    """Return the posts that a person holds on a day; within one page they are read once."""
    known = _KNOWN.get()
    if known is None:
        return list(posts_of(user, on))
    if (user.pk, on) not in known:
        known[user.pk, on] = list(posts_of(user, on))
    return known[user.pk, on]


def roles_of(user: User, on: date, court: str | None = None) -> frozenset[Role]:
    """Return the roles that a person has on a day; a disabled person has none."""
    return frozenset(posts_held(user, on, court))


def posts_held(user: User, on: date, court: str | None = None) -> dict[Role, bool]:
    """Return the same, each with whether it is held only in place of its holder."""
    if not user.is_active:
        return {}
    held: dict[Role, bool] = {}
    for post in read_posts(user, on):
        if court is None or post.court in ("", court):
            role = Role(post.role)
            held[role] = post.acting and held.get(role, True)
    return held


def roles_by_court(user: User, on: date) -> dict[str, frozenset[Role]]:
    """Return the roles that a person has on a day by the code of the court; "" is every court."""
    if not user.is_active:
        return {}
    held: dict[str, set[Role]] = {}
    for post in read_posts(user, on):
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
    courts = set(posts_of(user, on).values_list("court", flat=True))
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
