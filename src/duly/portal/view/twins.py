"""Machine-readable twins: what a page shows, as claims that the court signs (JWT, RFC 7519)."""

from dataclasses import dataclass

from duly.outreach.twin import KIND as MESSAGE
from duly.outreach.twin import MessageCard, MessageTwin
from duly.portal.view import View
from duly.portal.view.verified import Verified

CASE, PAPER = "duly-case+jwt", "duly-paper+jwt"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionCard:
    """What the party sent in, and how far the court has come with it."""

    key: str
    kind: str
    sent_at: str
    state: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTwin:
    """A party's own page (duly-case+jwt). `iss` is the court, `iat` when it said so.

    `messages` are those that were sent to the party in this matter, newest first.
    """

    iss: str
    iat: int
    case: View
    messages: tuple[MessageCard, ...]
    submissions: tuple[SubmissionCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTwin:
    """What a paper is, verified (duly-paper+jwt). Its standing is that of the moment `iat`."""

    iss: str
    iat: int
    paper: Verified


KINDS: dict[str, type] = {CASE: CaseTwin, PAPER: PaperTwin, MESSAGE: MessageTwin}
