"""Registering a matter: one form, everything typed kept on refusal."""

import secrets
from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from duly.accounts.queries import roles_of
from duly.desk import token
from duly.desk.field import FormField, form_field
from duly.desk.reader import now, reader, today
from duly.law.step import Ask
from duly.procedure import answers
from duly.procedure.actions import register_matter
from duly.procedure.refusal import Unanswered
from duly.procedure.registration import ASKS, MAY_REGISTER

CONFLICT, UNPROCESSABLE = 409, 422
# Forms already used, kept with the session: a second click shows what the first one did.
USED = "registered"


@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Show the registration form, or register a matter."""
    _require_post(request)
    if request.method != "POST":
        return _form(request, {}, {})
    typed = {ask.name: request.POST.get(ask.name, "") for ask in _asks()}
    try:
        seen = token.read(request.POST.get("token", ""), _act(request))
    except token.NotThisForm:
        stale = _("这张表单已经失效，没有登记。您填写的内容还在，请核对后重新提交。")
        return _form(request, typed, {}, stale=stale, status=CONFLICT)
    used: dict[str, int] = request.session.setdefault(USED, {})
    nonce = seen.papers.get("nonce", "")
    if nonce in used:
        messages.info(request, _("这张表单已经登记过，没有重复登记。"))
        return redirect("desk:matter", matter_id=used[nonce])
    try:
        matter = register_matter(answers=typed, actor=reader(request), at=now())
    except Unanswered as refused:
        return _form(request, typed, refused.errors, status=UNPROCESSABLE)
    used[nonce] = matter.pk
    request.session.modified = True
    messages.success(request, _("已登记。下一步：确认收款账户。"))
    return redirect("desk:matter", matter_id=matter.pk)


@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Say whether one field can stand as typed, before the form is sent."""
    _require_post(request)
    ask = next((one for one in _asks() if one.name == request.POST.get("field")), None)
    if ask is None:
        raise Http404
    typed = request.POST.get(ask.name, "")
    errors = _wrong(ask, typed) if typed.strip() else {}
    return HttpResponse(errors.get(ask.name, ""), content_type="text/plain; charset=utf-8")


def _require_post(request: HttpRequest) -> None:
    if not MAY_REGISTER & roles_of(reader(request), today()):
        raise PermissionDenied


def _wrong(ask: Ask, typed: str) -> Mapping[str, str]:
    try:
        answers.read((ask,), {ask.name: typed}, None, today())
    except Unanswered as refused:
        return refused.errors
    return {}


def _asks() -> tuple[Ask, ...]:
    return tuple(ask for group in ASKS for ask in group.asks)


def _act(request: HttpRequest) -> token.Act:
    return token.Act(reader(request).pk, "register_matter")


def _form(
    request: HttpRequest,
    typed: Mapping[str, str],
    errors: Mapping[str, str],
    *,
    stale: str = "",
    status: int = 200,
) -> HttpResponse:
    groups = [(group.chinese, [_field(ask, typed, errors) for ask in group.asks]) for group in ASKS]
    seen = token.Seen(0, {"nonce": secrets.token_urlsafe(12)})
    context = {
        "groups": groups,
        "fields": [field for _, fields in groups for field in fields],
        "errors": errors,
        "stale": stale,
        "token": token.issue(_act(request), seen),
    }
    return render(request, "desk/registration.html", context, status=status)


def _field(ask: Ask, typed: Mapping[str, str], errors: Mapping[str, str]) -> FormField:
    options = ask.choices.choices() if ask.choices else ()
    return form_field(ask, options, typed, errors)
