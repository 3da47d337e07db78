"""Carries messages out of an intranet by ferry, and brings their receipts in.

The machine outside sends what it finds and must drop a message whose id it had before.
Attachments go inside the file, in base64.
"""

import base64
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from duly.outreach import ferry
from duly.outreach.suppliers.supplier import Accepted, Envelope, Unavailable, Unknown


class FerryFolder:
    """One pair of folders: `out` and `into`."""

    def __init__(self, name: str, *, out: str, into: str) -> None:
        self.ferry = ferry.Ferry(name, "court", Path(out), Path(into))

    def send(self, envelope: Envelope, *, at: datetime) -> Accepted:
        """Write the message out as the next batch."""
        number = ferry.put(self.ferry, [_item(envelope)], at=at)
        try:
            ferry.flush(self.ferry)
        except OSError as away:
            # The batch has its number: it goes out with the next flush, and the id is its guard.
            raise Unknown(f"{type(away).__name__}：{away}") from away
        return Accepted(f"摆渡第{number}号")

    def receipts(self, receive: Callable[[ferry.Item], object], *, at: datetime) -> int:
        """Take in the receipts that came over, in order. Return how many files.

        :raises FerryRefused: at the first file that is not what the other side wrote.
        """
        # What could not be written out before is tried again.
        ferry.flush(self.ferry)
        return ferry.take(self.ferry, lambda items: [receive(one) for one in items], at=at)

    def find(self, message_id: str, *, at: datetime) -> Accepted | None:
        """Nothing can be asked over a ferry."""
        raise Unavailable("摆渡不能查询")


def _item(envelope: Envelope) -> ferry.Item:
    files: Sequence[dict[str, str]] = [
        {"name": one.name, "kind": one.kind, "content": base64.b64encode(one.content).decode()}
        for one in envelope.attachments
    ]
    return {
        "id": envelope.id,
        "to": envelope.address,
        "subject": envelope.subject,
        "text": envelope.text,
        "files": files,
    }
