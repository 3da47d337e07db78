"""Taking in what a party sends: kept sealed, told to the post that must act, changing nothing."""

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from duly.portal import receiving
from duly.portal.content import dump
from duly.portal.ferry import portal
from duly.portal.models import Link, Purpose, Submission, SubmissionKind, SubmissionState
from duly.portal.uploads import Upload

MOST_A_DAY = 20
OPEN_TO = {
    Purpose.DEBTOR: frozenset(
        {
            SubmissionKind.PAYMENT,
            SubmissionKind.PLAN,
            SubmissionKind.DISPUTE,
            SubmissionKind.ADDRESS,
            SubmissionKind.SIGNATURE,
            SubmissionKind.REPAIR,
        }
    ),
    Purpose.CREDITOR: frozenset(
        {
            SubmissionKind.RECEIPT,
            SubmissionKind.NO_RECEIPT,
            SubmissionKind.PLAN_ANSWER,
            SubmissionKind.ADDRESS,
            SubmissionKind.SIGNATURE,
            SubmissionKind.URGING_ANSWER,
            SubmissionKind.ACCOUNT,
            SubmissionKind.ENFORCE,
            SubmissionKind.LIFTING_ANSWER,
        }
    ),
}


class TooMany(Exception):
    """A link has sent in as much as it may in a day."""


@transaction.atomic
def submit(
    *,
    link: Link,
    key: uuid.UUID,
    kind: SubmissionKind,
    content: Mapping[str, str],
    upload: Upload | None,
    at: datetime,
) -> None:
    """Keep a submission and tell the court, or send it there. The same key again changes nothing.

    :raises TooMany: where the link has sent in its number for a day.
    """
    new = keep(link=link, key=key, kind=kind, content=content, upload=upload, at=at)
    if new is not None and settings.DULY_PORTAL_ALONE:
        portal.send(new, at=at)
    elif new is not None:
        receiving.announce(new, at=at)


def keep(
    *,
    link: Link,
    key: uuid.UUID,
    kind: SubmissionKind,
    content: Mapping[str, str],
    upload: Upload | None,
    at: datetime,
) -> Submission | None:
    """Keep a submission, in a transaction. Return None where its key is known. Raises TooMany."""
    Link.objects.select_for_update().get(pk=link.pk)
    if Submission.objects.filter(key=key).exists():
        return None
    if link.submissions.filter(sent_at__gt=at - timedelta(days=1)).count() >= MOST_A_DAY:
        raise TooMany
    return Submission.objects.create(
        key=key,
        link=link,
        kind=kind.value,
        content=dump(content),
        file=upload.text if upload else "",
        file_name=upload.name if upload else "",
        file_sha256=upload.sha256 if upload else "",
        sent_at=at,
        state=SubmissionState.WAITING.value,
    )
