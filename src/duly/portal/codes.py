"""短信验证码: the second factor that a party may choose instead of the last six places.

A code is derived from the number of its request under a key of the portal's own, bound to the
token and to what it confirms: nothing of it is kept. Where the portal stands alone the request
crosses to the court, which derives the same code and sends it: the telephone never leaves the
court, and no answer has to cross back.
"""

import hmac
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from duly.crypto import provider
from duly.portal import telephone
from duly.portal.ferry import portal
from duly.portal.models import Code, Link

KEY = "portal-code"
DIGITS = 6
LIFE = timedelta(minutes=15)
APART = timedelta(minutes=1)
MOST_A_DAY = 6


class TooOften(Exception):
    """A code was asked for a moment ago, or too many in a day."""


@transaction.atomic
def ask(*, link: Link, about: str = "", at: datetime) -> None:
    """Have a code sent to the party's own telephone: to open the door, or to confirm something.

    :raises TooOften: within a minute of the last, or beyond the number of a day.
    :raises LookupError: where no code can be sent.
    """
    code = keep(link=link, key=uuid.uuid4(), about=about, at=at)
    if settings.DULY_PORTAL_ALONE:
        portal.ask_code(code, at=at)
    else:
        telephone.send(code, value(code), until=code.asked_at + LIFE, at=at)


def keep(*, link: Link, key: uuid.UUID, about: str, at: datetime) -> Code:
    """Keep that a code was asked for, in a transaction. Raises TooOften."""
    Link.objects.select_for_update().get(pk=link.pk)
    today = link.codes.filter(asked_at__gt=at - timedelta(days=1))
    if today.filter(asked_at__gt=at - APART).exists() or today.count() >= MOST_A_DAY:
        raise TooOften
    return Code.objects.create(key=key, link=link, about=about, asked_at=at)


@transaction.atomic
def use(*, link: Link, typed: str, about: str = "", at: datetime) -> bool:
    """Tell whether this is the newest code for a purpose, still good; it is good once."""
    rows = link.codes.select_for_update().filter(about=about).order_by("-asked_at", "-pk")
    code = rows.first()
    if code is None or code.used_at is not None or code.asked_at <= at - LIFE:
        return False
    if not hmac.compare_digest(value(code).encode(), typed.strip().encode()):
        return False
    code.used_at = at
    code.save(update_fields=["used_at"])
    return True


def value(code: Code) -> str:
    """Return the digits of a code."""
    bound = f"{code.key}\n{code.link.token_sha256}\n{code.about}"
    number = int(provider.mac(bound.encode(), KEY), 16)
    return f"{number % 10**DIGITS:0{DIGITS}}"
