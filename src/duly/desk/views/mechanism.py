"""The mechanisms as the program follows them, drawn from their step tables."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duly.desk.diagram import draw
from duly.law.mechanism import MECHANISMS


@require_safe
def mechanisms(request: HttpRequest) -> HttpResponse:
    """List the mechanisms."""
    return render(request, "desk/mechanisms.html", {"mechanisms": MECHANISMS.values()})


@require_safe
def mechanism(request: HttpRequest, name: str) -> HttpResponse:
    """Show one mechanism: its clause, its diagram, its step table."""
    found = MECHANISMS.get(name)
    if found is None:
        raise Http404
    return render(request, "desk/mechanism.html", {"mechanism": found, "diagram": draw(found)})
