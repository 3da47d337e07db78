"""人员和岗位: the administrator enters people and their posts; each act leaves its entry."""

from collections.abc import Callable, Mapping
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from duly.accounts import actions
from duly.accounts.actions import PostRefused
from duly.accounts.models import Post, User
from duly.accounts.queries import administered, people_of
from duly.desk.reader import now, reader, today
from duly.law.identity import Malformed
from duly.law.terms import Role
from duly.registry.models import Court

UNPROCESSABLE = 422
LONGEST_DIVISION, LONGEST_BASIS = 64, 120
# A machine's post is never held by a person.
POSTS = tuple(role for role in Role if role is not Role.POST_ROOM)
Typed = Mapping[str, str]


class NotEntered(ValueError):
    """What was typed cannot be entered; the message says why."""


@require_http_methods(["GET", "HEAD", "POST"])
def staff(request: HttpRequest) -> HttpResponse:
    """List the people of the administrator's courts with their posts; enter a new one."""
    courts = _courts(request)
    if request.method != "POST":
        return _page(request, courts)
    typed = {name: request.POST.get(name, "") for name in ("username", "full_name")}
    refused = _refusal(lambda: _create(request))
    if refused:
        return _page(request, courts, typed, refused)
    messages.success(request, _("已登记人员。请为其登记岗位。"))
    return redirect("desk:staff")


@require_POST
def grant(request: HttpRequest, user_id: int) -> HttpResponse:
    """Give a person a post from a day on."""
    courts = _courts(request)
    found = _person(courts, user_id)
    return _told(request, lambda: _grant(request, found, courts), _("已登记岗位。"))


@require_POST
def end(request: HttpRequest, post_id: int) -> HttpResponse:
    """End a post on the day before the one that is named."""
    courts = _courts(request)
    post = Post.objects.filter(pk=post_id, until=None).first()
    if post is None or not courts & {"", post.court}:
        raise Http404

    def ended() -> None:
        day = _day(request.POST.get("until", ""))
        actions.end_post(post_id=post.pk, until=day, at=now(), by=reader(request))

    return _told(request, ended, _("已登记离任。"))


@require_POST
def shut_out(request: HttpRequest, user_id: int) -> HttpResponse:
    """Shut a person out at his next request."""
    found = _person(_courts(request), user_id)
    if found.pk == reader(request).pk:
        raise PermissionDenied
    actions.disable_user(user_id=found.pk, at=now(), by=reader(request))
    messages.success(request, _("已停用账号。"))
    return redirect("desk:staff")


def _courts(request: HttpRequest) -> frozenset[str]:
    courts = administered(reader(request), today())
    if not courts:
        raise PermissionDenied
    return courts


def _person(courts: frozenset[str], user_id: int) -> User:
    found = people_of(courts).filter(pk=user_id).first()
    if found is None:
        raise Http404
    return found


def _create(request: HttpRequest) -> None:
    username = request.POST.get("username", "").strip()
    if not username:
        raise NotEntered(_("请填写用户名"))
    try:
        with transaction.atomic():
            actions.create_user(
                username=username,
                full_name=request.POST.get("full_name", "").strip(),
                password=request.POST.get("password", ""),
                at=now(),
                by=reader(request),
            )
    except IntegrityError as taken:
        raise NotEntered(_("这个用户名已有人使用")) from taken


def _grant(request: HttpRequest, found: User, courts: frozenset[str]) -> None:
    typed = request.POST
    role, court = typed.get("role", ""), typed.get("court", "")
    division, basis = (typed.get(name, "").strip() for name in ("division", "basis"))
    if role not in {one.value for one in POSTS} or court not in {o.code for o in _known(courts)}:
        raise NotEntered(_("请选择岗位和法院"))
    if not basis or len(basis) > LONGEST_BASIS or len(division) > LONGEST_DIVISION:
        raise NotEntered(_("请填写任命的依据，如任命文件的文号"))
    actions.grant_post(
        user_id=found.pk,
        role=Role(role),
        since=_day(typed.get("since", "")),
        at=now(),
        division=division,
        court=court,
        acting="acting" in typed,
        basis=basis,
        by=reader(request),
    )


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as wrong:
        raise NotEntered(_("日期应为真实的日期")) from wrong


def _refusal(act: Callable[[], None]) -> str:
    """Do an act; return why it was refused, empty where it was done."""
    try:
        act()
    except ValidationError as weak:
        return "；".join(weak.messages)
    except (NotEntered, PostRefused, Malformed) as refused:
        return str(refused)
    return ""


def _told(request: HttpRequest, act: Callable[[], None], done: str) -> HttpResponse:
    refused = _refusal(act)
    if refused:
        return _page(request, _courts(request), refused=refused)
    messages.success(request, done)
    return redirect("desk:staff")


def _known(courts: frozenset[str]) -> list[Court]:
    known = Court.objects.order_by("code")
    return list(known if "" in courts else known.filter(code__in=courts))


def _page(
    request: HttpRequest, courts: frozenset[str], typed: Typed | None = None, refused: str = ""
) -> HttpResponse:
    context = {
        "people": people_of(courts),
        "courts": _known(courts),
        "posts": POSTS,
        "typed": typed or {},
        "refused": refused,
        "today": today(),
    }
    return render(request, "desk/staff.html", context, status=UNPROCESSABLE if refused else 200)
