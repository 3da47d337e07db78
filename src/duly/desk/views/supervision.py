"""督促监督: all urging of the court, before the head of its filing division."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duly.accounts.queries import roles_of
from duly.desk.reader import now, reader
from duly.law.terms import Role
from duly.procedure import queries


@require_safe
def supervision(request: HttpRequest) -> HttpResponse:
    """List the urging that runs, the least time left first (在立案庭的监督指导下)."""
    user, at = reader(request), now()
    if Role.FILING_HEAD not in roles_of(user, at.date()):
        raise PermissionDenied
    context = {"rows": queries.supervision(user, at), "today": at.date()}
    return render(request, "desk/supervision.html", context)
