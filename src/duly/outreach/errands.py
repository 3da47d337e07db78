"""Errands: opened by a person or by a paper, planned by the ladder, closed when done."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from duly.accounts.models import User
from duly.documents.models import Paper, PaperStatus
from duly.journal import actions as journal
from duly.law.terms import Purpose, Role
from duly.outreach import attention, making, standing
from duly.outreach.ladder import Plan, ladder_of, next_attempt
from duly.outreach.models import FINAL, Errand, Message, MessageState
from duly.procedure.authority import posts_in
from duly.procedure.refusal import StepNotAllowed
from duly.registry.court_files import calendar
from duly.registry.models import Instrument, Matter, Party

_NO_CASE_WORK = frozenset({Role.ADMINISTRATOR, Role.POST_ROOM})


@transaction.atomic
def open_errand(
    *,
    party: Party,
    purpose: Purpose,
    actor: User,
    at: datetime,
    what: Paper | Instrument | None = None,
) -> Errand:
    """Have a party served or urged; the first message is made in the same transaction.

    :raises StepNotAllowed: for somebody without a post in the matter, a paper that is not
        issued or is made out to another, or an errand that runs already.
    """
    matter = Matter.objects.select_for_update(of=("self",)).get(pk=party.matter_id)
    posts = posts_for(matter, actor, at)
    _refuse_wrong_paper(what, party)
    paper = what if isinstance(what, Paper) else None
    instrument = what if isinstance(what, Instrument) else None
    same = {"party": party, "purpose": purpose.value, "paper": paper, "instrument": instrument}
    if Errand.objects.filter(**same, closed_at=None).exists():
        raise StepNotAllowed(f"对{party.name}的同一{purpose.chinese}正在进行")
    errand = Errand.objects.create(matter=matter, **same, opened_by=actor, opened_at=at, next_at=at)
    journal.record(
        at=at,
        actor_id=actor.pk,
        actor_name=actor.full_name,
        post=min(posts).value,
        act="outreach.open",
        matter_id=matter.pk,
        subject={"errand": errand.pk, "party": party.pk},
        detail={"purpose": purpose.value, "what": str(what or "")},
    )
    plan(errand, at=at)
    return errand


def posts_for(matter: Matter, actor: User, at: datetime) -> frozenset[Role]:
    """Return the posts in which a person may see to a matter's messages.

    :raises StepNotAllowed: where he has none.
    """
    posts = posts_in(matter, actor, at) - _NO_CASE_WORK
    if not posts:
        raise StepNotAllowed("只有本案的办案人员和调解员可以安排送达和联系")
    return posts


def plan(errand: Errand, *, at: datetime) -> Plan:
    """Ask the ladder what comes next for an errand, and make that message."""
    planned = next_attempt(
        ladder_of(errand.matter.court.code), standing.facts(errand, at=at), calendar()
    )
    errand.next_at, errand.reasons = None, list(planned.reasons)
    if planned.channel is not None:
        errand.reasons += making.make(errand, planned, at=at)
    errand.save(update_fields=["next_at", "reasons"])
    _call_or_dismiss(errand, at)
    return planned


def _call_or_dismiss(errand: Errand, at: datetime) -> None:
    """Without a message under way an errand stands still until a person acts."""
    if _is_under_way(errand):
        attention.going_on(errand, at=at)
    else:
        attention.exhausted(errand, at=at)


def _is_under_way(errand: Errand) -> bool:
    made = Message.objects.filter(errand=errand)
    # An alert that has arrived has done its work.
    arrived = Q(state=MessageState.DELIVERED.value) if errand.purpose == Purpose.ALERT else Q()
    return made.filter(~Q(state__in=[state.value for state in FINAL]) | arrived).exists()


def plan_due(at: datetime, *, most: int = 100) -> int:
    """Plan the errands whose time has come. Return how many."""
    due = Errand.objects.filter(closed_at=None, next_at__lte=at).order_by("next_at", "pk")
    pks = list(due.values_list("pk", flat=True)[:most])
    for pk in pks:
        with transaction.atomic():
            waiting = Errand.objects.select_for_update(of=("self",)).filter(
                pk=pk, closed_at=None, next_at__lte=at
            )
            errand = waiting.select_related("matter__court", "party").first()
            if errand is not None:
                plan(errand, at=at)
    return len(pks)


def resume(errand: Errand, *, at: datetime) -> None:
    """Have the ladder asked again at the next turn, unless the errand is done."""
    Errand.objects.filter(pk=errand.pk, closed_at=None).update(next_at=at)


def close(errand: Errand, because: str, *, at: datetime) -> None:
    """Close an errand; what has not left yet is not sent any more."""
    errand.closed_at, errand.closed_because, errand.next_at = at, because, None
    errand.save(update_fields=["closed_at", "closed_because", "next_at"])
    attention.going_on(errand, at=at)
    waiting = Message.objects.filter(errand=errand, state=MessageState.QUEUED.value, pinned=False)
    waiting.update(state=MessageState.CANCELLED.value, ended_at=at, note=because)


def _refuse_wrong_paper(what: Paper | Instrument | None, party: Party) -> None:
    if not isinstance(what, Paper):
        return
    if what.status != PaperStatus.ISSUED.value:
        raise StepNotAllowed("没有签发的文书不能送达")
    if what.recipient_id is not None and what.recipient_id != party.pk:
        raise StepNotAllowed("该文书不是给这一当事人的")
