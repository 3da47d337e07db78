"""Hear of failed log-ins where Django checks passwords, and keep them in the journal."""

from django.http import HttpRequest

from duly.accounts import actions
from duly.work import clock


def hear_failed_log_in(
    sender: object,
    credentials: dict[str, str],
    request: HttpRequest | None = None,
    **_: object,
) -> None:
    """Write a failed log-in down. A log-in page is a face: the clock is read here."""
    actions.note_failed_log_in(
        username=credentials.get("username", ""),
        address=str(request.META.get("REMOTE_ADDR", "")) if request else "",
        at=clock.now(),
    )
