"""Anyone verifies a paper: by number and code, by the QR code that holds both, or by the file."""

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from duly.portal import guessing, reading
from duly.portal.pages import asking, machines
from duly.portal.pages.asking import public
from duly.portal.view.verified import Verified

LARGEST = 10 * 1024 * 1024
NOT_FOUND = 404


@public(*asking.BOTH)
def verify(request: HttpRequest) -> HttpResponse:
    """Show what the court says of a paper, or the form that asks for one."""
    at, address = asking.now(), asking.address(request)
    given = request.POST or request.GET
    number, code = given.get("number", "").strip(), given.get("code", "").strip()
    sealed = bool(reading.published().certificates)
    context = {"number": number, "code": code, "sealed": sealed}
    if not (number or code or request.FILES):
        return render(request, "portal/verify.html", context)
    until = guessing.locked_until(((guessing.VERIFY, address),), at)
    if until is not None:
        return asking.locked(request, until)
    found, refusal = _ask(request, number, code)
    if found is None and not refusal:
        refusal = _("没有查到这样的文书：编号、验证码或者文件，与本院出具的不一致。")
    if found is None:
        return _refused(request, {**context, "refusal": refusal}, address, at)
    if given.get("format") == "jwt":
        return machines.signed(reading.paper_twin(found, at))
    return render(request, "portal/verified.html", {"found": found, "code": code})


def _ask(request: HttpRequest, number: str, code: str) -> tuple[Verified | None, str]:
    file = request.FILES.get("file")
    if isinstance(file, UploadedFile):
        if (file.size or 0) > LARGEST:
            return None, _("文件超过10MB，不是法院出具的文书。")
        return reading.by_content(file.read()), ""
    return reading.by_code(number, code), ""


def _refused(
    request: HttpRequest, context: dict[str, object], address: str, at: datetime
) -> HttpResponse:
    guessing.count(((guessing.VERIFY, address),), at)
    return render(request, "portal/verify.html", context, status=NOT_FOUND)
