"""Shows messages in the worker's log instead of sending them: for demonstrations only."""

import logging
from datetime import datetime
from pathlib import Path

from duly.outreach.suppliers.supplier import Accepted, Envelope

logger = logging.getLogger(__name__)

_DECLARED = """\
# The demo court sends nothing: its messages stand in the worker's log.
[[supplier]]
name = "console"
channels = ["sms", "email"]
adapter = "console"
dedupes_by_id = false
can_query_by_id = false
gives_receipts = false
"""


def declare(home: Path) -> None:
    """Declare the console as a demo court's only supplier, unless it has declared others."""
    file = home / "outreach" / "suppliers.toml"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_DECLARED, encoding="utf-8")


class Console:
    """Carries nothing anywhere."""

    def __init__(self, name: str) -> None:
        self._name = name

    def send(self, envelope: Envelope, *, at: datetime) -> Accepted:
        """Write the message into the log."""
        logger.info("%s → %s：%s", self._name, envelope.address, envelope.text)
        return Accepted(envelope.id)

    def find(self, message_id: str, *, at: datetime) -> Accepted | None:
        """A log is not asked."""
        return None
