"""Another wording for a template: typed or uploaded, looked at, and put before a second person."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from duly.desk.field import form_field
from duly.desk.looking import Look, look
from duly.desk.reader import now, reader, today
from duly.desk.views import bench
from duly.desk.wording_form import boxes, typed, uploaded
from duly.documents import versions
from duly.documents.models import TemplateVersion
from duly.documents.render import NotReadable
from duly.documents.templates import Template, WrittenLine
from duly.law.step import Ask, AskKind
from duly.procedure import template_versions
from duly.procedure.refusal import Stale
from duly.procedure.template_versions import NotPublished, Proposed
from duly.registry.models import Court

UNPROCESSABLE, CONFLICT = 422, 409
ASKS = (
    Ask("since", "起用日", AskKind.DATE, hint="这一天起的文书按新的文字制作，不能早于今天"),
    Ask("basis", "依据", AskKind.TEXT, hint="如：审判委员会纪要的编号"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A template that somebody is changing."""

    court: Court
    current: Template


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, court_id: int, template: str) -> HttpResponse:
    """Ask for another wording; show what it changes; put it forward when that was seen."""
    place = Place(*bench.found(request, court_id, template))
    _require_post(request, place.court)
    if request.method != "POST":
        return _page(request, place, versions.lines(place.current.id, place.current.version))
    try:
        lines = uploaded(request) or typed(request)
    except NotReadable as unreadable:
        kept = versions.lines(place.current.id, place.current.version)
        return _page(request, place, kept, refused=str(unreadable))
    try:
        proposed = _proposed(request, place, lines)
    except NotPublished as refused:
        return _page(request, place, lines, refused=refused.message)
    if case := request.POST.get("pdf", ""):
        return _sample(place, proposed, case)
    if "propose" not in request.POST:
        return _page(request, place, lines, seen=look(place.court, proposed))
    try:
        template_versions.propose(place.court, proposed, actor=reader(request), at=now())
    except NotPublished as refused:
        seen = look(place.court, proposed)
        return _page(request, place, lines, seen=seen, refused=refused.message)
    messages.success(request, _("已报请，另一人发布后自起用日起使用。"))
    return redirect("desk:template", court_id=place.court.pk, template=place.current.id)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Show a proposed wording to whoever decides; publish it or return it."""
    row = _row(request, proposal_id)
    refused, status = "", 200
    if request.method == "POST":
        try:
            return _decided(request, row)
        except Stale as stale:
            refused, status = stale.message, CONFLICT
        except NotPublished as wrong:
            refused, status = wrong.message, UNPROCESSABLE
    context = {
        "proposal": row,
        "court": row.court,
        "template": versions.by_hash(row.template, row.version),
        "look": look(row.court, _as_proposed(row), versions.before(row)),
        "own": row.proposed_by_id == reader(request).pk,
        "decision": getattr(row, "decision", None),
        "refused": refused,
        "reason": request.POST.get("reason", ""),
        "today": today(),
    }
    return render(request, "desk/template_proposal.html", context, status=status)


def _decided(request: HttpRequest, row: TemplateVersion) -> HttpResponse:
    if "publish" in request.POST:
        shown = request.POST.get("shown", "")
        template_versions.publish(row, shown=shown, actor=reader(request), at=now())
        messages.success(request, _("已发布，自起用日起使用。"))
    else:
        reason = request.POST.get("reason", "")
        template_versions.send_back(row, reason=reason, actor=reader(request), at=now())
        messages.success(request, _("已退回。"))
    return redirect("desk:template", court_id=row.court_id, template=row.template)


def _row(request: HttpRequest, proposal_id: int) -> TemplateVersion:
    rows = TemplateVersion.objects.select_related("court", "proposed_by", "decision__decided_by")
    row = get_object_or_404(rows, pk=proposal_id)
    _require_post(request, row.court)
    return row


def _require_post(request: HttpRequest, court: Court) -> None:
    if template_versions.post_of(reader(request), court, today()) is None:
        raise PermissionDenied


def _as_proposed(row: TemplateVersion) -> Proposed:
    lines = versions.lines(row.template, row.version)
    return Proposed(row.template, lines, row.since, row.basis)


def _proposed(request: HttpRequest, place: Place, lines: tuple[WrittenLine, ...]) -> Proposed:
    given = request.POST.get("since", "")
    try:
        since = date.fromisoformat(given) if given else today()
    except ValueError as wrong:
        raise NotPublished(_("起用日应为真实的日期")) from wrong
    return Proposed(place.current.id, lines, since, request.POST.get("basis", ""))


def _sample(place: Place, proposed: Proposed, case: str) -> HttpResponse:
    if template_versions.faults(place.court, proposed):
        raise PermissionDenied
    wording = versions.read_kept(proposed.file)
    return bench.sample_pdf(place.court, wording, case, proposed.since)


def _page(
    request: HttpRequest,
    place: Place,
    lines: tuple[WrittenLine, ...],
    *,
    seen: Look | None = None,
    refused: str = "",
) -> HttpResponse:
    initial = {"since": today().isoformat()}
    given = {ask.name: request.POST[ask.name] for ask in ASKS if ask.name in request.POST}
    fields = [form_field(ask, (), given, {}, initial=initial.get(ask.name, "")) for ask in ASKS]
    context = {
        "court": place.court,
        "template": place.current,
        "boxes": boxes(lines, seen.faults if seen else ()),
        "fields": fields,
        "look": seen,
        "refused": refused,
        "today": today(),
    }
    status = UNPROCESSABLE if refused else 200
    return render(request, "desk/template_edit.html", context, status=status)
