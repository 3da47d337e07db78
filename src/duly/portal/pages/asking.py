"""Who asks for a page: the address he comes from, and the visit that he is on."""

import uuid
from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from duly.portal import visits
from duly.portal.models import Visit
from duly.work import clock

COOKIE = "duly-portal"
LOCKED = 429
Page = Callable[..., HttpResponse]
SAFE, BOTH, SEND = ("GET", "HEAD"), ("GET", "HEAD", "POST"), ("POST",)


def now() -> datetime:
    """Return the moment of the request, in court time."""
    return clock.now()


def public(*methods: str) -> Callable[[Page], Page]:
    """Make a view a page of the portal: no staff log-in, nothing kept by a browser or proxy."""

    def made(page: Page) -> Page:
        return login_not_required(never_cache(require_http_methods(list(methods))(page)))

    return made


def for_party(*methods: str) -> Callable[[Page], Page]:
    """Make a view a page for whoever is on a visit, which it is given; others go to the door."""

    def made(page: Page) -> Page:
        @wraps(page)
        def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            visit = visit_of(request)
            if visit is None:
                return redirect("portal:home")
            return page(request, visit, *args, **kwargs)

        return public(*methods)(asked)

    return made


def visit_of(request: HttpRequest) -> Visit | None:
    """Return the visit that a request belongs to."""
    cookie = request.COOKIES.get(COOKIE)
    return visits.current(cookie, now()) if cookie else None


def address(request: HttpRequest) -> str:
    """Return where a request comes from: behind the court's proxy, what the proxy wrote last."""
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    if settings.HTTPS and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def key(request: HttpRequest) -> uuid.UUID:
    """Return the number under which a form is sent: the same form twice counts once."""
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid.uuid4()


def locked(request: HttpRequest, until: datetime) -> HttpResponse:
    """Say until when nothing is heard."""
    return render(request, "portal/locked.html", {"until": until}, status=LOCKED)


def too_often() -> str:
    """Say that a code was asked for too often."""
    return _("刚刚发过验证码，或者今天发得太多。请稍等一分钟，或者改用证件号码后六位。")


def set_cookie(answer: HttpResponse, cookie: str) -> None:
    """Send the cookie of a visit: for the portal's pages alone, gone with the browser."""
    answer.set_cookie(
        COOKIE,
        cookie,
        path=reverse("portal:home"),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )


def drop_cookie(answer: HttpResponse) -> None:
    """Take the cookie of a visit away."""
    answer.delete_cookie(COOKIE, path=reverse("portal:home"), samesite="Strict")
