"""Limits on guessing: by link, and by address, never for everybody.

Only wrong answers count. A link locks from an address after a few, and from anywhere after some
more; an address that guesses at many links is locked out of all of them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from duly.crypto import provider
from duly.portal.models import Guess

KEY = "portal-guess"


@dataclass(frozen=True, slots=True)
class Limit:
    """So many wrong answers within a time, for one source."""

    about: str
    most: int
    within: timedelta


PAIR = Limit("pair", 5, timedelta(minutes=15))
LINK = Limit("link", 15, timedelta(days=1))
ADDRESS = Limit("address", 30, timedelta(hours=1))
VERIFY = Limit("verify", 20, timedelta(minutes=10))
# Not wrong answers, but codes asked for: each costs the court a message.
CODES = Limit("codes", 10, timedelta(hours=1))

Source = tuple[Limit, str]


def entry_sources(token_sha256: str, address: str) -> tuple[Source, ...]:
    """Return what a wrong second factor counts against."""
    pair = f"{token_sha256} {address}"
    return ((PAIR, pair), (LINK, token_sha256), (ADDRESS, address))


def locked_until(sources: tuple[Source, ...], at: datetime) -> datetime | None:
    """Return until when one of the sources is locked out; None where none is."""
    ends = [end for limit, source in sources if (end := _end(limit, source, at)) is not None]
    return max(ends, default=None)


@transaction.atomic
def count(sources: tuple[Source, ...], at: datetime) -> None:
    """Count a wrong answer against its sources, and forget those that no limit looks back to."""
    Guess.objects.bulk_create(
        Guess(about=limit.about, key=_key(source), at=at) for limit, source in sources
    )
    Guess.objects.filter(at__lt=at - LINK.within).delete()


def _end(limit: Limit, source: str, at: datetime) -> datetime | None:
    """The oldest of the last `most` wrong answers says how long the lock lasts."""
    guesses = Guess.objects.filter(
        about=limit.about, key=_key(source), at__gt=at - limit.within
    ).order_by("-at")
    newest = list(guesses.values_list("at", flat=True)[: limit.most])
    return newest[-1] + limit.within if len(newest) == limit.most else None


def _key(source: str) -> str:
    return provider.mac(source.encode(), KEY)
