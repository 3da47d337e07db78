"""Where nothing is, or a form has expired, in a portal that stands alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

FORBIDDEN, NOT_FOUND = 403, 404


def nothing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that nothing is here."""
    return render(request, "portal/lost.html", status=NOT_FOUND)


def form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form came from elsewhere, or is too old."""
    return render(request, "portal/lost.html", status=FORBIDDEN)
