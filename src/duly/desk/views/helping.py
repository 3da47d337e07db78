"""Help: a tour of five minutes for each post, the mechanism's text, and what the keys do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duly.accounts.queries import roles_of
from duly.desk import touring
from duly.desk.reader import reader, today


@require_safe
def tours(request: HttpRequest) -> HttpResponse:
    """Show the tours, one's own first."""
    roles = roles_of(reader(request), today())
    context = {"tours": [(one, bool(roles & set(one.roles))) for one in touring.own_first(roles)]}
    return render(request, "desk/help.html", context)


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """Show what each key does, and let single keys be switched off."""
    return render(request, "desk/keys.html", {"keys": touring.key_map()})
