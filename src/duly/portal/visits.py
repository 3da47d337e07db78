"""A visit: entered by link and second factor, apart from the sessions of staff."""

from datetime import datetime, timedelta

from django.db import transaction

from duly.portal import codes, factor, guessing, links, tokens
from duly.portal.models import Factor, Link, Visit

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=4)


class LockedOut(Exception):
    """Too many wrong answers; `until` says when the next one is heard."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


def enter(*, link: Link, by: Factor, typed: str, address: str, at: datetime) -> str | None:
    """Return the cookie of a new visit, or None where the second factor is wrong.

    :raises LockedOut: while the link or the address has had too many wrong answers, whatever
        is typed.
    """
    if not answered(link=link, by=by, typed=typed, address=address, at=at):
        return None
    return _begin(link, by, at)


def answered(
    *, link: Link, by: Factor, typed: str, address: str, at: datetime, about: str = ""
) -> bool:
    """Tell whether a second factor is right; a wrong one counts against link and address.

    `about` is the digest of what a code confirms. Raises LockedOut.
    """
    _refuse_locked(link, address, at)
    if by is Factor.CODE:
        right = codes.use(link=link, typed=typed, about=about, at=at)
    else:
        right = factor.matches(typed, link.token_sha256, link.factor)
    if not right:
        guessing.count(guessing.entry_sources(link.token_sha256, address), at)
    return right


def ask_code(*, link: Link, address: str, at: datetime, about: str = "") -> None:
    """Have a code sent.

    :raises LockedOut: while link or address is, or where this address asked for too many.
    :raises codes.TooOften: within a minute of the last, or beyond the number of a day.
    :raises LookupError: where no code can be sent.
    """
    _refuse_locked(link, address, at)
    asked = ((guessing.CODES, address),)
    until = guessing.locked_until(asked, at)
    if until is not None:
        raise LockedOut(until)
    codes.ask(link=link, about=about, at=at)
    guessing.count(asked, at)


def _refuse_locked(link: Link, address: str, at: datetime) -> None:
    until = guessing.locked_until(guessing.entry_sources(link.token_sha256, address), at)
    if until is not None:
        raise LockedOut(until)


@transaction.atomic
def _begin(link: Link, by: Factor, at: datetime) -> str:
    Visit.objects.filter(began_at__lt=at - LONGEST).delete()
    cookie = tokens.mint()
    Visit.objects.create(
        cookie_sha256=tokens.sha256(cookie), link=link, began_at=at, seen_at=at, factor=by.value
    )
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
