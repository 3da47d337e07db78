"""One thing that a party sent in, and how it ends: by an act that made it fact, or declined."""

from base64 import b64encode
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from duly.documents import signature
from duly.law.mechanism import MECHANISMS
from duly.law.terms import RepairScope, Role
from duly.portal import content, receiving, uploads
from duly.portal.forms import SHEETS, Route, Subject
from duly.portal.models import Submission, SubmissionKind
from duly.portal.office import suggesting
from duly.portal.office.asking import reader, submission_for
from duly.procedure import authority
from duly.procedure.facts import gather
from duly.procedure.models import Course
from duly.registry.models import Party
from duly.work import clock

CONFLICT = 409
_AGREES, _YES_NO = {"yes": "同意", "no": "不同意"}, {"yes": "是", "no": "否"}
CHOICES: dict[str, dict[str, str]] = {
    "agrees": _AGREES,
    "electronic": _AGREES,
    "emergency": _YES_NO,
    "requests_listing": _YES_NO,
    "route": {one.value: one.chinese for one in Route},
    "subject": {one.value: one.chinese for one in Subject},
    "measures": {one.value: one.chinese for one in RepairScope},
}


@require_http_methods(["GET", "HEAD", "POST"])
def submission(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Show what was sent in, or close it."""
    found, party = submission_for(request, submission_id)
    if request.method != "POST":
        return _page(request, found, party)
    try:
        _close(request, found)
    except receiving.NotHandled as refused:
        return _page(request, found, party, refused=str(refused))
    return redirect("parties:matter", matter_id=party.matter_id)


@require_safe
def file(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Hand out the file as it came: to be saved, never to be run in the court's own pages."""
    found, _party = submission_for(request, submission_id)
    if not found.file:
        raise Http404
    name = content_disposition_header(as_attachment=True, filename=found.file_name)
    return HttpResponse(
        uploads.content(found.file),
        content_type=uploads.media_type(found.file_name),
        headers={
            "Content-Disposition": name or "attachment",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "private, no-store",
        },
    )


def _close(request: HttpRequest, found: Submission) -> None:
    actor, at = reader(request), clock.now()
    if request.POST.get("end") == "follow":
        step = request.POST.get("step", "")
        receiving.follow(
            submission_id=found.pk,
            step_taken_id=int(step) if step.isdecimal() else 0,
            actor=actor,
            at=at,
        )
    else:
        because = request.POST.get("because", "")
        receiving.decline(submission_id=found.pk, because=because, actor=actor, at=at)


def _page(
    request: HttpRequest, found: Submission, party: Party, *, refused: str = ""
) -> HttpResponse:
    kind = SubmissionKind(found.kind)
    context: dict[str, Any] = {
        "submission": found,
        "party": party,
        "matter": party.matter,
        "rows": _rows(found, kind),
        "seen_before": _seen_before(found),
        "steps": _steps(party, kind, request),
        "suggested": urlencode(suggesting.answers(found, party)),
        "drawing": _drawing(found),
        "taken": [(one, _said(one.course, one.name)) for one in receiving.steps_since(found)],
        "refused": refused,
    }
    status = CONFLICT if refused else 200
    return render(request, "portal/office/submission.html", context, status=status)


def _rows(found: Submission, kind: SubmissionKind) -> list[tuple[str, str]]:
    """Return what was typed, under the labels of its form."""
    typed, fields = content.of(found), SHEETS[kind].base_fields
    rows = [
        (str(field.label), _answer(name, typed[name]))
        for name, field in fields.items()
        if name in typed and not field.widget.is_hidden
    ]
    besides = ((label, _answer(name, typed[name])) for name, label in _besides() if name in typed)
    return [*rows, *besides]


def _besides() -> tuple[tuple[str, str], ...]:
    """What is kept beside what was typed, with its label."""
    return (
        ("instalments", _("各期")),
        ("title", _("所签文书")),
        ("factor", _("身份核对")),
        ("signed_at", _("签署时间")),
        ("shown", _("所示内容摘要")),
    )


def _drawing(found: Submission) -> str:
    """Return what was drawn as the address of a picture; empty where nothing was."""
    signed = found.kind == SubmissionKind.SIGNATURE
    strokes = content.of(found).get("strokes", "") if signed else ""
    if not strokes:
        return ""
    drawn = b64encode(signature.drawing(strokes).encode()).decode()
    return f"data:image/svg+xml;base64,{drawn}"


def _answer(name: str, value: str) -> str:
    """Return an answer in words; what came from elsewhere and is no choice stands as it came."""
    if name == "signed_at":
        return date_format(timezone.localtime(datetime.fromisoformat(value)), "Y-m-d H:i")
    chosen = CHOICES.get(name, {}).get(value)
    return _(chosen) if chosen else value


def _seen_before(found: Submission) -> bool:
    """Whether the same file was sent in before, in this matter or another."""
    same = Submission.objects.filter(file_sha256=found.file_sha256, pk__lt=found.pk)
    return bool(found.file_sha256) and same.exists()


def _steps(
    party: Party, kind: SubmissionKind, request: HttpRequest
) -> list[tuple[Course, str, str]]:
    """Return the steps by which the reader can act on it now: course, name and Chinese."""
    posts: frozenset[Role] = authority.posts_in(party.matter, reader(request), clock.now())
    on = timezone.localdate(clock.now())
    return [
        (course, step.name, step.chinese)
        for course in party.matter.courses.filter(closed_at=None).order_by("pk")
        for step in MECHANISMS[course.mechanism].steps
        if step.name in receiving.FOLLOWED_BY[kind]
        and step.by & posts
        and course.state in step.origins
        and step.when(gather(course, on))
    ]


def _said(course: Course, name: str) -> str:
    return MECHANISMS[course.mechanism].step(name).chinese
