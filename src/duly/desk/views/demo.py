"""The day of a demo court, moved forward from any page."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from duly.desk import wording
from duly.work import clock


@require_POST
def day(request: HttpRequest) -> HttpResponse:
    """Move the court's day forward; the nightly round of the new day follows by itself."""
    if not clock.is_demo():
        raise Http404
    try:
        clock.move_to(date.fromisoformat(request.POST.get("day", "")))
    except ValueError:
        messages.error(request, _("示范法院的日期只能往后调，最多三年。"))
    else:
        shown = wording.day_with_weekday(clock.today())
        messages.success(request, _("示范法院的今天是%(day)s。") % {"day": shown})
    here = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(here, allowed_hosts={request.get_host()})
    return redirect(here if safe else "/")
