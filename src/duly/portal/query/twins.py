"""Making twins of the court's record: read here, signed here."""

import json
from dataclasses import asdict
from datetime import datetime

from duly.crypto import provider
from duly.outreach import twin
from duly.outreach.models import Message, MessageState
from duly.portal.models import Link
from duly.portal.view import View
from duly.portal.view.twins import CASE, PAPER, CaseTwin, PaperTwin, SubmissionCard
from duly.portal.view.verified import Verified

SENT = (MessageState.ACCEPTED, MessageState.SENT, MessageState.DOUBTFUL, MessageState.DELIVERED)


def of_case(link: Link, view: View, at: datetime) -> str:
    """Return the twin of a party's page at a moment, signed."""
    told = CaseTwin(
        iss=view.court.name,
        iat=int(at.timestamp()),
        case=view,
        messages=tuple(twin.card(one) for one in _messages(link)),
        submissions=_submissions(link),
    )
    return _signed(told, CASE)


def of_paper(said: Verified, at: datetime) -> str:
    """Return the twin of what anyone is told of a paper at a moment, signed."""
    return _signed(PaperTwin(iss=said.court, iat=int(at.timestamp()), paper=said), PAPER)


def _messages(link: Link) -> list[Message]:
    sent = Message.objects.filter(
        errand__matter=link.matter_id,
        errand__party=link.party_id,
        state__in=[state.value for state in SENT],
    )
    return list(sent.select_related("errand__party").order_by("-made_at", "-pk"))


def _submissions(link: Link) -> tuple[SubmissionCard, ...]:
    return tuple(
        SubmissionCard(
            key=str(one.key),
            kind=one.kind,
            sent_at=one.sent_at.isoformat(),
            state=one.state,
            answer=one.answer,
        )
        for one in link.submissions.order_by("-sent_at", "-pk")
    )


def _signed(told: CaseTwin | PaperTwin, kind: str) -> str:
    return provider.token(json.dumps(asdict(told), ensure_ascii=False), kind)
