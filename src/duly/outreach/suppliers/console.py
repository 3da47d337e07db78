"""Shows messages in the worker's log instead of sending them: for demonstrations only."""

import logging
from datetime import datetime

from duly.outreach.suppliers.supplier import Accepted, Envelope

logger = logging.getLogger(__name__)


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
