"""What a creditor is told of the attempts to reach the debtor."""

from duly.portal.view import ContactCard
from duly.registry.models import Matter


def contacts(matter: Matter) -> tuple[ContactCard, ...]:
    """Return the attempts, newest first: day, channel and result, never what was said."""
    made = matter.contacts.order_by("-on", "-pk")
    return tuple(
        ContactCard(day=one.on.isoformat(), channel=one.channel, result=one.result) for one in made
    )
