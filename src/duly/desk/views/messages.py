"""送达和联系: what waits for a person, and what he decides about a message."""

from uuid import UUID

from django.contrib import messages as notes
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from duly.desk.reader import matter_for, now, reader, today
from duly.documents.models import Paper, PaperStatus
from duly.law.terms import Purpose
from duly.outreach import by_hand, errands
from duly.outreach import queries as outreach
from duly.outreach.by_hand import Decision
from duly.outreach.models import Message
from duly.procedure import queries
from duly.procedure.facts import case_file, instrument
from duly.procedure.refusal import StepNotAllowed, Unanswered
from duly.registry.models import Instrument, Matter, Party


@require_safe
def messages(request: HttpRequest) -> HttpResponse:
    """List what waits for people in the matters that the reader may see."""
    seen = queries.visible_matters(reader(request), today())
    context = {"waiting": outreach.waiting(seen, now()), "today": today()}
    return render(request, "desk/messages.html", context)


@require_POST
def settle(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """Settle a message in the reader's name, or note the number of a letter."""
    message = Message.objects.filter(pk=message_id).select_related("errand").first()
    if message is None:
        raise Http404
    found = matter_for(request, message.errand.matter_id)
    try:
        _settle(request, message)
    except (StepNotAllowed, Unanswered) as refused:
        notes.error(request, str(refused))
    else:
        notes.success(request, _("已经登记。"))
    return _back(found)


@require_POST
def begin(request: HttpRequest, matter_id: int) -> HttpResponse:
    """Open an errand of service or of urging."""
    found = matter_for(request, matter_id)
    try:
        errands.open_errand(
            party=_party(found, request),
            purpose=_purpose(request),
            what=_what(found, request),
            actor=reader(request),
            at=now(),
        )
    except (StepNotAllowed, Unanswered) as refused:
        notes.error(request, str(refused))
    else:
        notes.success(request, _("已经安排，进展见下。"))
    return _back(found)


def _settle(request: HttpRequest, message: Message) -> None:
    told = request.POST
    if "number" in told:
        by_hand.posted(
            message_id=message.pk, number=told["number"].strip(), actor=reader(request), at=now()
        )
        return
    try:
        decision = Decision(told.get("decision", ""))
    except ValueError as unknown:
        raise Unanswered({"decision": _("处理方式：请选择")}) from unknown
    by_hand.decide(
        message_id=message.pk,
        decision=decision,
        reason=told.get("reason", ""),
        actor=reader(request),
        at=now(),
    )


def _party(found: Matter, request: HttpRequest) -> Party:
    text = request.POST.get("party", "")
    party = found.parties.filter(pk=text).first() if text.isdecimal() else None
    if party is None:
        raise Unanswered({"party": _("当事人：请选择")})
    return party


def _purpose(request: HttpRequest) -> Purpose:
    return Purpose.SERVICE if request.POST.get("what") else Purpose.URGING


def _what(found: Matter, request: HttpRequest) -> Paper | Instrument | None:
    """What is to be served, by the key under which a form offers it; nothing urges."""
    text = request.POST.get("what", "")
    if not text:
        return None
    offered = dict(servable(found))
    if text not in offered:
        raise Unanswered({"what": _("送达的文书：请选择")})
    return offered[text]


def servable(found: Matter) -> list[tuple[str, Paper | Instrument]]:
    """Return what can be served in a matter, with the keys under which a form offers it."""
    instruments = sorted(instrument.chain(found), key=lambda one: one.pk)
    papers = case_file.papers(found, PaperStatus.ISSUED)
    every: list[Paper | Instrument] = [
        *instruments,
        *sorted(papers, key=lambda one: one.pk, reverse=True),
    ]
    return [(f"{type(one).__name__.lower()}-{one.pk}", one) for one in every]


def _back(found: Matter) -> HttpResponse:
    answer = redirect("desk:matter", matter_id=found.pk)
    answer["Location"] += "#messages"
    return answer
