"""Where the portal stands elsewhere: what a step changed is to go out with the next batch."""

from typing import Any

from django.conf import settings
from django.db.models import Q

from duly.documents.models import Paper, PaperStatus
from duly.portal import enclosing, receiving
from duly.portal.models import Link, PublishedMark
from duly.procedure.act import Act


def follow(sender: object, act: Act, **_: Any) -> None:
    """Follow a step in its transaction: close what it took up, publish its matter anew."""
    receiving.take_up(act)
    enclosing.follow(act)
    if not settings.DULY_PORTAL_FERRY:
        return
    Link.objects.filter(matter_id=act.matter.pk).update(published_on=None)
    void = Q(status=PaperStatus.VOID.value)
    ended = Paper.objects.filter(
        void | Q(certificate__revoked_date__isnull=False), matter=act.matter
    )
    PublishedMark.objects.filter(standing="valid", paper_id__in=ended.values("pk")).update(
        standing=""
    )
