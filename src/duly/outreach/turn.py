"""What the worker does for outreach in each of its turns."""

from datetime import datetime

from duly.outreach import errands
from duly.outreach.outbox.crossing import take_receipts
from duly.outreach.outbox.sending import send_due


def turn(*, at: datetime) -> str:
    """Take in receipts, plan the errands whose time has come, and send what is due."""
    taken, planned = take_receipts(at), errands.plan_due(at)
    return f"摆渡接收{taken}件，安排{planned}件，交出{send_due(at)}条"
