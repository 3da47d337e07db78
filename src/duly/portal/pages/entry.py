"""The door: the public front page, entry by link and second factor, and leaving."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.i18n import set_language

from duly.portal import links, reading, visits
from duly.portal.models import Link, Purpose
from duly.portal.pages import asking
from duly.portal.pages.asking import public

PAGES = {Purpose.DEBTOR: "portal/debtor.html", Purpose.CREDITOR: "portal/creditor.html"}
UNKNOWN, WRONG, LOCKED = 404, 422, 429

language = public(*asking.SEND)(set_language)


@public(*asking.SAFE)
def front(request: HttpRequest) -> HttpResponse:
    """Lead on to the portal, where it stands alone."""
    return redirect("portal:home")


@public(*asking.SAFE)
def home(request: HttpRequest) -> HttpResponse:
    """Show the party's own page on a visit; to anybody else, how to enter and to verify."""
    visit = asking.visit_of(request)
    if visit is None:
        return render(request, "portal/home.html")
    view = reading.view_of(visit.link, asking.now())
    context = {
        "view": view,
        "today": view.on,
        "older": view.on != asking.now().date().isoformat(),
        "sent": visit.link.submissions.order_by("-sent_at", "-pk"),
    }
    return render(request, PAGES[Purpose(visit.link.purpose)], context)


@public(*asking.BOTH)
def door(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the second factor; opening the link shows nothing personal and changes nothing."""
    at = asking.now()
    link = links.find(token, at)
    if link is None:
        return render(request, "portal/unknown_link.html", status=UNKNOWN)
    if request.method != "POST":
        return render(request, "portal/door.html")
    return _enter(request, link)


def _enter(request: HttpRequest, link: Link) -> HttpResponse:
    typed, address = request.POST.get("places", ""), asking.address(request)
    try:
        cookie = visits.enter(link=link, typed=typed, address=address, at=asking.now())
    except visits.LockedOut as locked:
        context = {"until": locked.until}
        return render(request, "portal/locked.html", context, status=LOCKED)
    if cookie is None:
        wrong = _("后六位不对，请核对证件后再输入。连续输错五次，将暂停十五分钟。")
        return render(request, "portal/door.html", {"error": wrong}, status=WRONG)
    answer = redirect("portal:home")
    asking.set_cookie(answer, cookie)
    return answer


@public(*asking.SEND)
def leave(request: HttpRequest) -> HttpResponse:
    """End the visit."""
    visits.leave(request.COOKIES.get(asking.COOKIE, ""))
    answer = redirect("portal:home")
    asking.drop_cookie(answer)
    return answer
