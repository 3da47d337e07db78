"""The portal's side, alone: keep what the court published, send on what parties told."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from duly.outreach import ferry
from duly.outreach.ferry import Ferry, Item
from duly.portal import content
from duly.portal import ferry as crossings
from duly.portal.models import (
    Code,
    Link,
    PublishedKeys,
    PublishedMark,
    PublishedPaper,
    PublishedView,
    Submission,
    SubmissionState,
)
from duly.portal.view import writing

MARK = (
    *("number", "code", "pdf_sha256", "docx_sha256", "unsigned_sha256", "signed_sha256"),
    *("standing", "content", "twin"),
)


def put_out(here: Ferry, *, at: datetime) -> int:
    """Write out what parties sent. Return the batches."""
    return ferry.flush(here)


def take_in(here: Ferry, *, at: datetime) -> int:
    """Take in what the court published. Return the batches."""

    def receive(items: Sequence[Item]) -> None:
        for item in items:
            _KEEPS[item["kind"]](item, at)

    return ferry.take(here, receive, at=at)


def send(submission: Submission, *, at: datetime) -> None:
    """Put a submission on its way to the court, in the transaction that keeps it."""
    file = None
    if submission.file:
        file = {"name": submission.file_name, "content": submission.file}
    item = {
        "link": submission.link.token_sha256,
        "key": str(submission.key),
        "submission": submission.kind,
        "content": content.of(submission),
        "file": file,
    }
    _put(item, at)


def ask_code(code: Code, *, at: datetime) -> None:
    """Put the request for a code on its way to the court, in the transaction that keeps it."""
    item = {
        "code": str(code.key),
        "link": code.link.token_sha256,
        "about": code.about,
        "asked_at": code.asked_at.isoformat(),
    }
    _put(item, at)


def _put(item: Item, at: datetime) -> None:
    here = crossings.crossing()
    if here is None:
        raise LookupError("DULY_PORTAL_FERRY")
    ferry.put(here, [item], at=at)


def _link(item: Item, at: datetime) -> None:
    moments = {
        name: datetime.fromisoformat(item[name]) if item[name] else None
        for name in ("issued_at", "expires_at", "revoked_at")
    }
    told = {
        "factor": item["factor"],
        "purpose": item["purpose"],
        "takes_code": item.get("takes_code", False),
        "revoked_because": "已由法院撤销" if item["revoked_at"] else "",
        **moments,
    }
    # Which matter and party a link belongs to is known to the court alone.
    link, _new = Link.objects.update_or_create(
        token_sha256=item["link"],
        defaults=told,
        create_defaults={**told, "matter_id": 0, "party_id": 0},
    )
    for key, state, answer, by in item["answers"]:
        _answer(link, key, SubmissionState(state), answer, by, at)


def _answer(
    link: Link, key: str, state: SubmissionState, answer: str, by: str, at: datetime
) -> None:
    if state is SubmissionState.WAITING:
        return
    waiting = Submission.objects.filter(key=key, link=link, state=SubmissionState.WAITING.value)
    told: dict[str, Any] = {"state": state.value, "answer": answer, "handled_by": by}
    waiting.update(**told, handled_at=at, step_taken_id=0)


def _view(item: Item, at: datetime) -> None:
    view = writing.load(item["content"])
    PublishedView.objects.update_or_create(
        link=Link.objects.get(token_sha256=item["link"]),
        defaults={
            "on": date.fromisoformat(view.on),
            "content": item["content"],
            "twin": item["twin"],
        },
    )


def _paper(item: Item, at: datetime) -> None:
    PublishedPaper.objects.update_or_create(
        link=Link.objects.get(token_sha256=item["link"]),
        paper_id=item["id"],
        defaults={"title": item["title"], "pdf": item["pdf"]},
    )


def _mark(item: Item, at: datetime) -> None:
    told = {name: item[name] for name in MARK}
    PublishedMark.objects.update_or_create(paper_id=item["id"], defaults=told)


def _keys(item: Item, at: datetime) -> None:
    PublishedKeys.objects.all().delete()
    PublishedKeys.objects.create(keys=item["keys"], certificates=item["certificates"])


_KEEPS = {"link": _link, "view": _view, "paper": _paper, "mark": _mark, "keys": _keys}
