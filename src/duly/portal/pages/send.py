"""A party sends something in: one form for each kind, checked, kept, answered with its number."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from duly.portal import plan_offer, reading, submitting
from duly.portal.forms import SHEETS, PlanSheet, Sheet
from duly.portal.models import Purpose, SubmissionKind, Visit
from duly.portal.pages import asking
from duly.portal.pages.asking import for_party

UNPROCESSABLE = 422


@for_party(*asking.BOTH)
def send(request: HttpRequest, visit: Visit, kind: str) -> HttpResponse:
    """Show the form of a kind, or keep what was sent; a plan shows its cost before it is sent."""
    wanted = _kind(visit, kind)
    day = asking.now().date()
    if request.method != "POST":
        return _page(request, visit, wanted, SHEETS[wanted](day=day))
    sheet = SHEETS[wanted](request.POST, request.FILES, day=day)
    if not sheet.is_valid():
        return _page(request, visit, wanted, sheet, status=UNPROCESSABLE)
    content = sheet.content()
    if isinstance(sheet, PlanSheet):
        offer = _offer(visit, sheet)
        if "confirm" not in request.POST:
            return _page(request, visit, wanted, sheet, offer=offer)
        content |= {"instalments": offer.lines}
    return _keep(request, visit, wanted, sheet, content)


def _keep(
    request: HttpRequest,
    visit: Visit,
    kind: SubmissionKind,
    sheet: Sheet,
    content: dict[str, str],
) -> HttpResponse:
    try:
        submitting.submit(
            link=visit.link,
            key=asking.key(request),
            kind=kind,
            content=content,
            upload=sheet.upload,
            at=asking.now(),
        )
    except submitting.TooMany:
        sheet.add_error(None, _("今天提交的次数太多，请明天再试，或者直接联系法院。"))
        return _page(request, visit, kind, sheet, status=asking.LOCKED)
    return redirect("portal:home")


def _page(
    request: HttpRequest,
    visit: Visit,
    kind: SubmissionKind,
    sheet: Sheet,
    *,
    status: int = 200,
    offer: plan_offer.Offer | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {
        "kind": kind.value,
        "sheet": sheet,
        "offer": offer,
        "key": asking.key(request),
        "view": reading.view_of(visit.link, asking.now()),
    }
    return render(request, "portal/send.html", context, status=status)


def _kind(visit: Visit, kind: str) -> SubmissionKind:
    opens = submitting.OPEN_TO[Purpose(visit.link.purpose)]
    if kind not in opens or kind == SubmissionKind.SIGNATURE:
        raise Http404
    return SubmissionKind(kind)


def _offer(visit: Visit, sheet: PlanSheet) -> plan_offer.Offer:
    view = reading.view_of(visit.link, asking.now())
    first: date = sheet.cleaned_data["first_day"]
    return plan_offer.offer(view, first_day=first, count=sheet.cleaned_data["count"])
