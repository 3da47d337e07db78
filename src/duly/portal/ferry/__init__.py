"""Between the court and a portal that stands alone: views go out, what parties send comes in.

Both cross as numbered, signed batches of `duly.outreach.ferry`; each is taken once, in order.
"""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from duly.outreach.ferry import Ferry

NAME = "portal"


def crossing() -> Ferry | None:
    """Return this side of the crossing; None where portal and court are one."""
    folder: str = settings.DULY_PORTAL_FERRY
    if not folder:
        return None
    outward, inward = Path(folder) / "from-court", Path(folder) / "from-portal"
    if settings.DULY_PORTAL_ALONE:
        return Ferry(NAME, "portal", inward, outward)
    return Ferry(NAME, "court", outward, inward)


def turn(*, at: datetime) -> str:
    """Take in what came and write out what is due; the worker does it in each of its turns."""
    from duly.portal.ferry import court, portal

    here = crossing()
    if here is None:
        return ""
    side = portal if settings.DULY_PORTAL_ALONE else court
    return f"收进{side.take_in(here, at=at)}批，发出{side.put_out(here, at=at)}批"
