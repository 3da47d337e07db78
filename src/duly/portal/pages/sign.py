"""A party signs a paper: he sees all of it, draws his signature, or types his name and a code."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from duly.portal import codes, content, reading, receiving, submitting, visits
from duly.portal.forms import SignatureSheet
from duly.portal.models import Factor, SubmissionKind, SubmissionState, Visit
from duly.portal.pages import asking
from duly.portal.pages.asking import for_party
from duly.portal.view import SignCard, View

UNPROCESSABLE, CONFLICT = 422, 409


@for_party(*asking.BOTH)
def sign(request: HttpRequest, visit: Visit, paper_id: int) -> HttpResponse:
    """Show a paper that waits for the party's signature, or take his signature in."""
    view = reading.view_of(visit.link, asking.now())
    card = next((one for one in view.to_sign if one.id == paper_id), None)
    if card is None or is_sent(visit, card):
        raise Http404
    if request.method != "POST":
        return _page(request, visit, view, card, _sheet(view))
    try:
        return _answer(request, visit, view, card)
    except visits.LockedOut as locked:
        return asking.locked(request, locked.until)


def is_sent(visit: Visit, card: SignCard) -> bool:
    """Whether a signature under a paper is on its way to the court."""
    waiting = visit.link.submissions.filter(
        kind=SubmissionKind.SIGNATURE.value, state=SubmissionState.WAITING.value
    )
    return any(content.of(one)["shown"] == card.sha256 for one in waiting)


def _answer(request: HttpRequest, visit: Visit, view: View, card: SignCard) -> HttpResponse:
    if "send" in request.POST:
        return _send_code(request, visit, view, card)
    sheet = _sheet(view, request)
    if not sheet.is_valid() or not _confirmed(request, visit, card, sheet):
        return _page(request, visit, view, card, sheet, status=UNPROCESSABLE)
    try:
        _submit(request, visit, card, sheet)
    except submitting.TooMany:
        sheet.add_error(None, _("今天提交的次数太多，请明天再试，或者直接联系法院。"))
        return _page(request, visit, view, card, sheet, status=asking.LOCKED)
    except receiving.NotAsShown:
        sheet.add_error(None, _("这份文书已有变化，请重新打开后核对。"))
        return _page(request, visit, view, card, sheet, status=CONFLICT)
    return redirect("portal:home")


def _confirmed(request: HttpRequest, visit: Visit, card: SignCard, sheet: SignatureSheet) -> bool:
    """Whether he drew, or his code is right; a wrong code counts as a wrong second factor."""
    if sheet.cleaned_data["strokes"]:
        return True
    typed = sheet.cleaned_data["code"]
    if typed and visits.answered(
        link=visit.link,
        by=Factor.CODE,
        typed=typed,
        address=asking.address(request),
        at=asking.now(),
        about=card.sha256,
    ):
        return True
    wrong = _("验证码不对，或者已经过期。") if typed else _("请手写签名，或者填写短信验证码。")
    sheet.add_error("code", wrong)
    return False


def _submit(request: HttpRequest, visit: Visit, card: SignCard, sheet: SignatureSheet) -> None:
    drawn = bool(sheet.cleaned_data["strokes"])
    submitting.submit(
        link=visit.link,
        key=asking.key(request),
        kind=SubmissionKind.SIGNATURE,
        content={
            "name": sheet.cleaned_data["name"],
            "strokes": sheet.cleaned_data["strokes"],
            "paper": str(card.id),
            "title": card.title,
            "shown": card.sha256,
            "factor": _factors(Factor(visit.factor), by_code=not drawn),
            "entered_at": visit.began_at.isoformat(),
            "signed_at": asking.now().isoformat(),
        },
        upload=None,
        at=asking.now(),
    )


def _factors(entered: Factor, *, by_code: bool) -> str:
    """Name, in Chinese as it is printed, how he showed that it is he."""
    shown = dict.fromkeys([entered, *([Factor.CODE] if by_code else [])])
    return "、".join(one.chinese for one in shown)


def _send_code(request: HttpRequest, visit: Visit, view: View, card: SignCard) -> HttpResponse:
    try:
        visits.ask_code(
            link=visit.link, address=asking.address(request), at=asking.now(), about=card.sha256
        )
    except (codes.TooOften, LookupError):
        sheet = _sheet(view)
        return _page(
            request, visit, view, card, sheet, status=UNPROCESSABLE, error=asking.too_often()
        )
    return redirect(f"{request.path}?sent=yes#code")


def _sheet(view: View, request: HttpRequest | None = None) -> SignatureSheet:
    own = "" if view.is_unit else view.party
    day = asking.now().date()
    if request is None:
        return SignatureSheet(day=day, own_name=own, initial={"name": own})
    return SignatureSheet(request.POST, day=day, own_name=own)


def _page(
    request: HttpRequest,
    visit: Visit,
    view: View,
    card: SignCard,
    sheet: SignatureSheet,
    *,
    status: int = 200,
    error: str = "",
) -> HttpResponse:
    context: dict[str, Any] = {
        "view": view,
        "card": card,
        "sheet": sheet,
        "key": asking.key(request),
        "takes_code": reading.takes_code(visit.link),
        "sent": "sent" in request.GET,
        "error": error,
    }
    return render(request, "portal/sign.html", context, status=status)
