"""法院设置: what a court has set for itself, and what a change would do before it is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from duly.accounts.models import Post, User
from duly.accounts.queries import posts_in, roles_by_court
from duly.desk import kept_elsewhere, retention, token
from duly.desk.field import form_field
from duly.desk.reader import now, reader, today
from duly.documents.sealing.standing import SealStanding, standing
from duly.law.step import Ask, AskKind
from duly.procedure import account_change, calendar_change, court_replay, court_rules
from duly.procedure.court_rules import NotSet, Proposed, Standing
from duly.procedure.default_terms import TERMS
from duly.registry.court_settings import SettingName, installed
from duly.registry.models import Court

UNPROCESSABLE = 422
SEEN = "duly.desk.setting"
# What counts where a court has set nothing.
USUAL = {
    SettingName.ACCOUNT_HOLD: str(account_change.USUAL_HOLD),
    SettingName.KEEP_IMPORTS: str(retention.USUAL_IMPORTS),
    **{name: str(term.usual) for name, term in TERMS.items()},
}
KEPT_FOR_GOOD = frozenset({SettingName.KEEP_FILES, SettingName.KEEP_UPLOADS})
ASKS = (
    Ask("value", "新的值", AskKind.TEXT),
    Ask("since", "起用日", AskKind.DATE, hint="这一天起按新的值判断，不能早于今天"),
    Ask("source", "依据", AskKind.TEXT, hint="如：审判委员会纪要的编号"),
)


@dataclass(frozen=True, slots=True)
class CourtShown:
    """A court with its settings, what its installation brought, and who holds which post."""

    court: Court
    settings: Mapping[SettingName, Standing]
    installed: Mapping[SettingName, str]
    posts: list[Post]
    may_change: bool
    seal: SealStanding


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """List what each court of the reader has set, with source, day and who set it."""
    user, on = reader(request), today()
    held = roles_by_court(user, on)
    courts = Court.objects.prefetch_related("settings__set_by").order_by("code")
    context = {
        "courts": [_of(court, user, on) for court in courts if held.keys() & {"", court.code}],
        "usual": USUAL,
        "kept_for_good": KEPT_FOR_GOOD,
        "years": kept_elsewhere.years(on),
        "may_load": calendar_change.may_load(user, on),
        "typefaces": kept_elsewhere.typefaces(),
    }
    return render(request, "desk/settings.html", context)


def _of(court: Court, user: User, on: date) -> CourtShown:
    return CourtShown(
        court,
        court_rules.in_force(court, on),
        installed(court),
        list(posts_in(court.code, on)),
        court_rules.may_change(user, court, on),
        standing(court.code, now()),
    )


@require_http_methods(["GET", "POST"])
def setting(request: HttpRequest, court_id: int, name: str) -> HttpResponse:
    """Ask for a new value; show what it would change; keep it when that was seen."""
    court = get_object_or_404(Court, pk=court_id)
    known = {one.value for one in SettingName}
    if name not in known or not court_rules.may_change(reader(request), court, today()):
        raise Http404
    if request.method != "POST":
        return _page(request, court, SettingName(name), {})
    typed = {ask.name: request.POST.get(ask.name, "") for ask in ASKS}
    try:
        proposed = _proposed(SettingName(name), typed)
        asked = "keep" in request.POST
        if not asked or not _was_shown(request, court, proposed):
            shown = {
                "replay": court_replay.replay(court, proposed, actor=reader(request), at=now()),
                "seen": signing.dumps(_what(request, court, proposed), salt=SEEN),
                "changed": asked,
            }
            return _page(request, court, proposed.name, typed, shown)
        court_rules.change(court, proposed, actor=reader(request), at=now())
    except NotSet as refused:
        wrong = {"refused": refused.message}
        return _page(request, court, SettingName(name), typed, wrong, status=UNPROCESSABLE)
    messages.success(request, _("已设定，自起用日起生效。"))
    return redirect("desk:settings")


def _was_shown(request: HttpRequest, court: Court, proposed: Proposed) -> bool:
    """Whether it was the effect of these very values that this person has seen."""
    try:
        seen = signing.loads(request.POST.get("seen", ""), salt=SEEN, max_age=token.LIFETIME)
    except signing.BadSignature:
        return False
    return bool(seen == _what(request, court, proposed))


def _what(request: HttpRequest, court: Court, proposed: Proposed) -> list[str | int]:
    since = proposed.since.isoformat()
    of: list[str | int] = [reader(request).pk, court.pk, proposed.name.value]
    return [*of, proposed.value, since, proposed.source]


def _proposed(name: SettingName, typed: Mapping[str, str]) -> Proposed:
    try:
        since = date.fromisoformat(typed["since"])
    except ValueError as wrong:
        raise NotSet(_("起用日应为真实的日期")) from wrong
    return Proposed(name, typed["value"], since, typed["source"])


def _page(
    request: HttpRequest,
    court: Court,
    name: SettingName,
    typed: Mapping[str, str],
    more: Mapping[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    initial = {"since": today().isoformat()}
    fields = [form_field(ask, (), typed, {}, initial=initial.get(ask.name, "")) for ask in ASKS]
    context = {
        "court": court,
        "name": name,
        "now": court_rules.in_force(court, today())[name],
        "installed": installed(court).get(name, ""),
        "fields": fields,
        **(more or {}),
    }
    return render(request, "desk/setting.html", context, status=status)
