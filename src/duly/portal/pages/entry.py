"""The door: the public front page, entry by link and second factor, and leaving."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.i18n import set_language

from duly.portal import codes, links, reading, visits
from duly.portal.models import Factor, Link, Purpose
from duly.portal.pages import asking, sign
from duly.portal.pages.asking import public

PAGES = {Purpose.DEBTOR: "portal/debtor.html", Purpose.CREDITOR: "portal/creditor.html"}
UNKNOWN, WRONG = 404, 422

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
        "to_sign": [card for card in view.to_sign if not sign.is_sent(visit, card)],
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
        return _ask(request, link, _by(request.GET))
    try:
        return _send_code(request, link) if "send" in request.POST else _enter(request, link)
    except visits.LockedOut as locked:
        return asking.locked(request, locked.until)


def _enter(request: HttpRequest, link: Link) -> HttpResponse:
    by, address = _by(request.POST), asking.address(request)
    typed = request.POST.get(by.value, "")
    cookie = visits.enter(link=link, by=by, typed=typed, address=address, at=asking.now())
    if cookie is None:
        return _ask(request, link, by, _wrong(by))
    answer = redirect("portal:home")
    asking.set_cookie(answer, cookie)
    return answer


def _send_code(request: HttpRequest, link: Link) -> HttpResponse:
    """Have a code sent, and ask for it. Asking again too soon changes nothing."""
    try:
        visits.ask_code(link=link, address=asking.address(request), at=asking.now())
    except codes.TooOften:
        return _ask(request, link, Factor.CODE, asking.too_often())
    except LookupError:
        return _ask(request, link, Factor.PLACES)
    return redirect(f"{request.path}?by={Factor.CODE}")


def _ask(request: HttpRequest, link: Link, by: Factor, error: str = "") -> HttpResponse:
    takes_code = reading.takes_code(link)
    context = {
        "by": by.value if takes_code else Factor.PLACES.value,
        "takes_places": bool(link.factor),
        "error": error,
    }
    status = WRONG if error else 200
    return render(request, "portal/door.html", {**context, "takes_code": takes_code}, status=status)


def _by(given: QueryDict) -> Factor:
    by_code = given.get("by") == Factor.CODE or Factor.CODE.value in given
    return Factor.CODE if by_code else Factor.PLACES


def _wrong(by: Factor) -> str:
    if by is Factor.CODE:
        return _("验证码不对，或者已经过期。连续输错五次，将暂停十五分钟。")
    return _("后六位不对，请核对证件后再输入。连续输错五次，将暂停十五分钟。")


@public(*asking.SEND)
def leave(request: HttpRequest) -> HttpResponse:
    """End the visit."""
    visits.leave(request.COOKIES.get(asking.COOKIE, ""))
    answer = redirect("portal:home")
    asking.drop_cookie(answer)
    return answer
