"""The machine-readable twin of a message: what it says, as JSON that the court signed."""

import json
from dataclasses import asdict, dataclass

from duly.crypto import provider
from duly.documents.models import PaperFile
from duly.outreach.models import Message

KIND = "duly-message+jwt"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSent:
    """A paper that goes with a message, by the SHA-256 of its PDF."""

    title: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageCard:
    """A message of the court. `id` is the same wherever it is told of, `day` that of its making."""

    id: str
    day: str
    channel: str
    purpose: str
    to: str
    subject: str
    text: str
    papers: tuple[PaperSent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageTwin:
    """A message (duly-message+jwt). `iss` is the court that sends it, `iat` when it was made."""

    iss: str
    iat: int
    message: MessageCard


def of(message: Message) -> str:
    """Return the twin of a message, signed; the same whenever it is asked for."""
    told = MessageTwin(
        iss=message.errand.matter.court.name,
        iat=int(message.made_at.timestamp()),
        message=card(message),
    )
    return provider.token(json.dumps(asdict(told), ensure_ascii=False), KIND)


def card(message: Message) -> MessageCard:
    """Return what a message says, and the papers that go with it."""
    errand = message.errand
    files = PaperFile.objects.filter(paper=errand.paper_id).values_list(
        "paper__title", "pdf_sha256"
    )
    return MessageCard(
        id=str(message.pk),
        day=message.made_at.date().isoformat(),
        channel=message.channel,
        purpose=errand.purpose,
        to=errand.party.name,
        subject=message.subject,
        text=message.text,
        papers=tuple(PaperSent(title=title, sha256=sha256) for title, sha256 in files),
    )
