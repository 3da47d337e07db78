"""The plans that debtors offered and that still wait, for the creditor to answer."""

from duly.law.money import read_schedule
from duly.portal import content
from duly.portal.models import Submission, SubmissionKind, SubmissionState
from duly.portal.view import Instalment, PlanCard
from duly.registry.models import Matter


def of(matter: Matter) -> tuple[PlanCard, ...]:
    """Return the offers that wait, newest first: by whom, when, and the instalments alone."""
    waiting = Submission.objects.filter(
        link__matter_id=matter.pk,
        kind=SubmissionKind.PLAN.value,
        state=SubmissionState.WAITING.value,
    ).select_related("link")
    names = dict(matter.parties.values_list("pk", "name"))
    return tuple(
        _card(one, names[one.link.party_id]) for one in waiting.order_by("-sent_at", "-pk")
    )


def _card(submission: Submission, name: str) -> PlanCard:
    rows = read_schedule(content.of(submission)["instalments"])
    return PlanCard(
        party=name,
        day=submission.sent_at.date().isoformat(),
        instalments=tuple(
            Instalment(day=row.due.isoformat(), fen=row.amount.fen, left_fen=row.amount.fen)
            for row in rows
        ),
    )
