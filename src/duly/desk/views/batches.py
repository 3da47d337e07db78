"""批次: one step for many matters: choose, see each result before, run, stop, take the files."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duly.accounts.queries import roles_by_court
from duly.batch import actions, jobs, output, queries
from duly.batch.choosing import Choice, courses
from duly.batch.models import Batch, Outcome
from duly.batch.refusal import BatchRefused
from duly.desk.batching import Held, Offer, offers, usual
from duly.desk.field import FormField, form_field
from duly.desk.reader import now, reader, today
from duly.law.terms import Cause, Term
from duly.registry.models import Court

PAGE, UNPROCESSABLE = 50, 422
FILES = {
    output.PRINT: "application/pdf",
    output.ARCHIVE: "application/zip",
    output.MANIFEST: "application/json",
}


class Order(Term):
    """What a person tells a batch to do."""

    RUN = "run", "办理"
    STOP = "stop", "停止"
    RESUME = "resume", "重新检查不能办理的，接着办理"
    PRINT = "print", "制作打印文件"


@require_safe
def batches(request: HttpRequest) -> HttpResponse:
    """List the batches of the reader's courts, and offer the usual ones."""
    found = _offers(request)
    visible = queries.visible_batches(reader(request), today())[:PAGE]
    context = {
        "rows": [(one, queries.what(one), queries.progress(one)) for one in visible],
        "usual": usual(found, today()),
    }
    return render(request, "desk/batches.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Choose a step and the matters by a filter; make the batch and have it examined."""
    found = _offers(request)
    asked = request.POST or request.GET
    offer = next((one for one in found if one.key == asked.get("step")), None)
    court = _court(request, offer)
    if request.method != "POST" or offer is None or court is None:
        return _form(request, found, offer, court, asked)
    answers = {ask.name: asked.get(ask.name, "") for ask in offer.step.asks}
    try:
        made = actions.make(
            _choice(offer, asked), court=court, answers=answers, by=reader(request), at=now()
        )
    except BatchRefused as refused:
        return _form(request, found, offer, court, asked, refused=refused.message)
    jobs.enqueue(made)
    return redirect("desk:batch", batch_id=made.pk)


@require_safe
def batch(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Show a batch: how far it is, and each of its matters with its result or what blocks it."""
    found = _batch(request, batch_id)
    outcome = request.GET.get("outcome", "")
    shown = Outcome(outcome) if outcome in set(Outcome) else None
    after = request.GET.get("after", "")
    rows = queries.rows(found, shown).filter(place__gt=int(after) if after.isdigit() else 0)
    page = list(rows[: PAGE + 1])
    known = queries.progress(found)
    context = {
        "batch": found,
        "what": queries.what(found),
        "progress": known,
        "counts": [(one, getattr(known, one.value)) for one in Outcome],
        "shown": shown,
        "rows": page[:PAGE],
        "following": page[PAGE - 1].place if len(page) > PAGE else None,
        "own": found.made_by_id == reader(request).pk,
        "busy": bool(known.chosen or (found.running and known.ready)),
        "files": FILES if (output.folder_of(found) / output.MANIFEST).exists() else (),
        "orders": {one.name: one for one in Order},
    }
    return render(request, "desk/batch.html", context)


@require_POST
def order(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Let a batch run, stop or be printed; the worker does it."""
    found = _batch(request, batch_id)
    told = request.POST.get("order", "")
    try:
        _obey(found, told, request)
    except BatchRefused as refused:
        messages.error(request, refused.message)
    return redirect("desk:batch", batch_id=batch_id)


@require_safe
def download(request: HttpRequest, batch_id: int, name: str) -> FileResponse:
    """Hand out the print file, the archive or the manifest of a batch."""
    found = _batch(request, batch_id)
    file = output.folder_of(found) / name
    if name not in FILES or not file.exists():
        raise Http404
    answer = FileResponse(
        file.open("rb"),
        as_attachment=True,
        filename=f"{found}-{name}",
        content_type=FILES[name],
    )
    answer["Cache-Control"] = "private, no-store"
    return answer


def _obey(found: Batch, told: str, request: HttpRequest) -> None:
    user, at = reader(request), now()
    if told == Order.STOP:
        actions.stop(found.pk, by=user, at=at)
    elif told == Order.PRINT:
        jobs.print_out.enqueue(found.pk)
        messages.success(request, _("正在制作打印文件，做好后在本页下载。"))
    elif told in (Order.RUN, Order.RESUME):
        jobs.enqueue(actions.start(found.pk, by=user, at=at, again=told == Order.RESUME))


def _offers(request: HttpRequest) -> tuple[Offer, ...]:
    """Return what the reader may do in bulk; whoever may do nothing is refused."""
    found = offers(_held(request))
    if not found:
        raise PermissionDenied
    return found


def _held(request: HttpRequest) -> Held:
    return roles_by_court(reader(request), today())


def _batch(request: HttpRequest, batch_id: int) -> Batch:
    """Return a batch that the reader may see; any other is as if it did not exist."""
    _offers(request)
    found = queries.visible_batches(reader(request), today()).filter(pk=batch_id).first()
    if found is None:
        raise Http404
    return found


def _court(request: HttpRequest, offer: Offer | None) -> Court | None:
    """Return the court in which the reader holds a post that takes the step."""
    if offer is None:
        return None
    codes = {code for code, roles in _held(request).items() if offer.step.by & roles}
    courts = Court.objects.order_by("code")
    return (courts if "" in codes else courts.filter(code__in=codes)).first()


def _choice(offer: Offer, asked: Mapping[str, str]) -> Choice:
    focus = asked.get("focus", "")
    return Choice(
        mechanism=offer.mechanism.name,
        step=offer.step.name,
        due_by=_day(asked.get("due_by", "")),
        focus=focus if focus in set(Cause) else "",
        division=asked.get("division", "").strip(),
    )


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _form(
    request: HttpRequest,
    found: tuple[Offer, ...],
    offer: Offer | None,
    court: Court | None,
    asked: Mapping[str, str],
    *,
    refused: str = "",
) -> HttpResponse:
    context: dict[str, Any] = {
        "offers": found,
        "offer": offer,
        "asked": asked,
        "causes": list(Cause),
        "refused": refused,
        "count": None,
        "fields": (),
    }
    if offer is not None and court is not None:
        context["count"] = courses(_choice(offer, asked), court, reader(request), today()).count()
        context["fields"] = _fields(offer, asked)
    status = UNPROCESSABLE if refused else 200
    return render(request, "desk/batch_new.html", context, status=status)


def _fields(offer: Offer, asked: Mapping[str, str]) -> tuple[FormField, ...]:
    return tuple(
        form_field(ask, ask.choices.choices() if ask.choices else (), asked, {})
        for ask in offer.step.asks
        if ask.kind.value != "record"
    )
