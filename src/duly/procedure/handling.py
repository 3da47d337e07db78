"""Who handles a matter: kept as people act, so that each finds his own at once."""

from collections.abc import Iterable

from duly.accounts.models import User
from duly.procedure.models import Handler
from duly.registry.models import Matter


def note(matters: Iterable[Matter], user: User) -> None:
    """Let matters be found by a person who acts in them, in the transaction of the act."""
    Handler.objects.bulk_create(
        [Handler(matter=matter, user=user) for matter in matters], ignore_conflicts=True
    )
