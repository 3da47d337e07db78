"""What the worker does for outreach in each of its turns."""

from datetime import datetime

from duly.outreach import errands
from duly.outreach.outbox.sending import send_due


def turn(*, at: datetime) -> str:
    """Plan the errands whose time has come, and send what is due."""
    planned = errands.plan_due(at)
    return f"安排{planned}件，交出{send_due(at)}条"
