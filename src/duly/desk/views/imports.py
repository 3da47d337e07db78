"""导入案件: a file is looked at first, with its errors by row, and registered when it is sound."""

import hashlib
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from duly.accounts.queries import roles_of
from duly.desk.reader import now, reader, today
from duly.intake import actions, queries, template
from duly.intake.faults import Unreadable
from duly.intake.report import Report
from duly.procedure.registration import MAY_REGISTER

SALT = "duly.desk.imports"
UNPROCESSABLE = 422
KINDS = ("xlsx", "csv", "json")
# What a page waits for; larger files are taken in by the command, at night.
LARGEST_MB = 3
SHOWN = 200
# A file that was looked at may be registered as long as a form lives.
LIFETIME = 12 * 60 * 60


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """Ask for a file, and show what importing it would register and what is wrong with it."""
    _require_post(request)
    given = request.FILES.get("file")
    if request.method != "POST":
        return _page(request)
    if not isinstance(given, UploadedFile):
        return _page(request, refused=_("请选择要导入的文件。"))
    kind = Path(given.name or "").suffix.lower().removeprefix(".")
    if kind not in KINDS:
        return _page(request, refused=_("只能导入.xlsx、.csv、.json文件。"))
    if (given.size or 0) > LARGEST_MB * 1024 * 1024:
        return _page(request, refused=_("文件太大。请分成几个，或者由管理员用 duly import 导入。"))
    kept = _keep(request, given, kind)
    try:
        report = queries.preview(kept, actor=reader(request), at=now())
    except Unreadable as unreadable:
        kept.unlink()
        return _page(request, refused=str(unreadable))
    return _page(request, report=report, name=given.name or "", kept=kept)


@require_http_methods(["POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Register the matters of a file that was looked at: all of it, or what is good of it."""
    _require_post(request)
    kept = _kept(request)
    if kept is None:
        messages.error(request, _("预览已经失效，请重新选择文件。"))
        return redirect("desk:imports")
    bad = _bad_rows(kept) if request.POST.get("how") == "good" else None
    try:
        report = actions.import_file(kept, actor=reader(request), at=now(), bad_rows=bad)
    except Unreadable as unreadable:
        return _page(request, refused=str(unreadable))
    if report.stored or not report.bad:
        kept.unlink()
        messages.success(request, _("已登记%(count)d件。") % {"count": report.stored})
    left = bad.name if bad is not None and report.bad else ""
    return _page(request, report=report, left=left)


@require_safe
def bad_rows(request: HttpRequest, name: str) -> HttpResponse:
    """Hand out the rows that were left, each with what is wrong."""
    _require_post(request)
    file = _folder(request) / name
    if not file.name.startswith("bad-") or not file.is_file():
        raise Http404
    return _handed_out(file, f"待改正{file.suffix}")


@require_safe
def empty_form(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out the empty file to fill in."""
    _require_post(request)
    if kind not in KINDS:
        raise Http404
    file = _folder(request) / f"template.{kind}"
    template.write(file)
    return _handed_out(file, f"登记案件.{kind}")


def _handed_out(file: Path, name: str) -> HttpResponse:
    """Return a small file as one answer, under the name that the reader keeps it by."""
    shown = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(
        file.read_bytes(),
        content_type="application/octet-stream",
        headers={"Content-Disposition": shown, "Cache-Control": "private, no-store"},
    )


def _require_post(request: HttpRequest) -> None:
    if not MAY_REGISTER & roles_of(reader(request), today()):
        raise PermissionDenied


def _folder(request: HttpRequest) -> Path:
    """Return where the files of the reader are kept while he looks at them."""
    folder = Path(settings.DULY_HOME) / "imports" / str(reader(request).pk)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _keep(request: HttpRequest, given: UploadedFile, kind: str) -> Path:
    """Keep a file that was sent, in place of the one that was looked at before."""
    folder = _folder(request)
    for before in folder.glob("seen-*"):
        before.unlink()
    kept = folder / f"seen-{secrets.token_hex(8)}.{kind}"
    with kept.open("xb") as file:
        for chunk in given.chunks():
            file.write(chunk)
    return kept


def _token(kept: Path) -> str:
    """Return what binds the registration to the very bytes that were looked at."""
    return signing.dumps([kept.name, _digest(kept)], salt=SALT)


def _kept(request: HttpRequest) -> Path | None:
    """Return the file that was looked at, if it is still there and still the same."""
    try:
        name, digest = signing.loads(request.POST.get("token", ""), salt=SALT, max_age=LIFETIME)
    except (signing.BadSignature, ValueError):
        return None
    kept = _folder(request) / str(name)
    return kept if kept.is_file() and _digest(kept) == digest else None


def _digest(kept: Path) -> str:
    return hashlib.sha256(kept.read_bytes()).hexdigest()


def _bad_rows(kept: Path) -> Path:
    return kept.with_name(kept.name.replace("seen-", "bad-"))


def _page(
    request: HttpRequest,
    *,
    report: Report | None = None,
    name: str = "",
    kept: Path | None = None,
    left: str = "",
    refused: str = "",
) -> HttpResponse:
    context = {
        "report": report,
        "name": name,
        "faults": report.faults[:SHOWN] if report else (),
        "token": _token(kept) if kept else "",
        "left": left,
        "refused": refused,
        "kinds": KINDS,
        "largest": LARGEST_MB,
    }
    status = UNPROCESSABLE if refused else 200
    return render(request, "desk/imports.html", context, status=status)
