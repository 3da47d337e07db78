"""A visit: entered by link and second factor, apart from the sessions of staff."""

from datetime import datetime, timedelta

from django.db import transaction

from duly.portal import factor, guessing, links, tokens
from duly.portal.models import Link, Visit

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=4)


class LockedOut(Exception):
    """Too many wrong answers; `until` says when the next one is heard."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


def enter(*, link: Link, typed: str, address: str, at: datetime) -> str | None:
    """Return the cookie of a new visit, or None where the second factor is wrong.

    :raises LockedOut: while the link or the address has had too many wrong answers, whatever
        is typed.
    """
    sources = guessing.entry_sources(link.token_sha256, address)
    until = guessing.locked_until(sources, at)
    if until is not None:
        raise LockedOut(until)
    if not factor.matches(typed, link.token_sha256, link.factor):
        guessing.count(sources, at)
        return None
    return _begin(link, at)


@transaction.atomic
def _begin(link: Link, at: datetime) -> str:
    Visit.objects.filter(began_at__lt=at - LONGEST).delete()
    cookie = tokens.mint()
    Visit.objects.create(cookie_sha256=tokens.sha256(cookie), link=link, began_at=at, seen_at=at)
    return cookie


def current(cookie: str, at: datetime) -> Visit | None:
    """Return the visit of a cookie and keep it alive; None where it is over, or its link is."""
    visit = (
        Visit.objects.select_related("link")
        .filter(
            cookie_sha256=tokens.sha256(cookie),
            began_at__gt=at - LONGEST,
            seen_at__gt=at - IDLE,
            link__in=links.standing(at),
        )
        .first()
    )
    if visit is not None:
        visit.seen_at = at
        visit.save(update_fields=["seen_at"])
    return visit


def leave(cookie: str) -> None:
    """End a visit."""
    Visit.objects.filter(cookie_sha256=tokens.sha256(cookie)).delete()
