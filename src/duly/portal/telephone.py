"""The court's side of a code: whether a party can be sent one, and sending it by the outbox."""

from datetime import datetime

from duly.outreach import codes
from duly.portal.models import Code, Link
from duly.registry.models import Party

ENTERING, SIGNING = "进入当事人门户", "在当事人门户签署文书"


def reaches(link: Link) -> bool:
    """Whether a link's party can be sent a code."""
    return codes.reach(_party(link))


def send(code: Code, digits: str, *, until: datetime, at: datetime) -> None:
    """Send a code to its party. Raises LookupError where it cannot be sent."""
    use = SIGNING if code.about else ENTERING
    codes.send(_party(code.link), code=digits, use=use, until=until, at=at)


def _party(link: Link) -> Party:
    return Party.objects.select_related("matter__court").get(pk=link.party_id)
