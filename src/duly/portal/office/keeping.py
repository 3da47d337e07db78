"""How long files stay that parties sent in: as evidence for good, unless the court sets a term."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from duly.journal import actions as journal
from duly.portal.models import Submission, SubmissionState
from duly.procedure.models import Course
from duly.registry.court_settings import SettingName, setting
from duly.registry.models import Court, Matter


def drop_old_files(*, on: date, at: datetime) -> str:
    """Drop the files of what was declined, once their court keeps them no longer.

    Never one that an act followed, one that waits to be looked at, or one of a matter in which
    a course still runs: an objection may come back to it. Name and digest stay on record.
    """
    dropped = 0
    for court in Court.objects.order_by("code"):
        kept = setting(court, SettingName.KEEP_UPLOADS, on=on)
        if kept:
            for submission in list(_past(court, on - timedelta(days=int(kept)))):
                _drop(submission, int(kept), at)
                dropped += 1
    return f"删除过期的当事人上传附件{dropped}份"


def _past(court: Court, before: date) -> Iterator[Submission]:
    running = Course.objects.filter(closed_at=None).exclude(mechanism="record")
    matters = Matter.objects.filter(court=court).exclude(pk__in=running.values("matter"))
    declined = (
        Submission.objects.filter(
            state=SubmissionState.DECLINED.value,
            step_taken_id=None,
            link__matter_id__in=matters.values("pk"),
        )
        .exclude(file_sha256="")
        .select_related("link")
        .order_by("pk")
    )
    for one in declined:
        if one.file and one.handled_at and timezone.localdate(one.handled_at) < before:
            yield one


@transaction.atomic
def _drop(submission: Submission, kept: int, at: datetime) -> None:
    journal.record(
        at=at,
        actor_id=None,
        actor_name="每日例行",
        post="",
        act="portal.drop_file",
        matter_id=submission.link.matter_id,
        subject={"submission": str(submission.key)},
        detail={"sha256": submission.file_sha256, "kept_days": kept},
    )
    submission.file = ""
    submission.save(update_fields=["file"])
