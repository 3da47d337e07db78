"""放假安排: a year's rest days, taken in after a look at the days and at the limits that move."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from duly.desk import token
from duly.desk.reader import now, reader, today
from duly.law.calendar import DayKind, NoticeRow
from duly.procedure import calendar_change
from duly.procedure.calendar_change import Change, Moved, NotLoaded
from duly.procedure.queries import visible_matters

UNPROCESSABLE = 422
SEEN = "duly.desk.calendar"
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Holiday:
    """One holiday of a notice: its days off, and the weekend days worked for it."""

    name: str
    off: tuple[date, ...]
    worked: tuple[date, ...]

    @property
    def first(self) -> date:
        """The first day off, or the first day named."""
        return min(self.off or self.worked)

    @property
    def last(self) -> date:
        """The last day off, or the last day named."""
        return max(self.off or self.worked)


@require_http_methods(["GET", "HEAD", "POST"])
def calendar_year(request: HttpRequest) -> HttpResponse:
    """Ask for the list of a year; show what it says and moves; keep it when that was seen."""
    if not calendar_change.may_load(reader(request), today()):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "desk/calendar_year.html", {"typed": ""})
    content = _content(request)
    typed = {"typed": content.decode(errors="replace")}
    try:
        change = calendar_change.preview(content, actor=reader(request), at=now())
        asked = "keep" in request.POST
        if not asked or not _was_shown(request, change):
            shown = {**typed, **_shown(request, change), "unseen": asked}
            return render(request, "desk/calendar_year.html", shown)
        change = calendar_change.load(content, actor=reader(request), at=now())
    except NotLoaded as refused:
        wrong = {**typed, "refused": refused.message}
        return render(request, "desk/calendar_year.html", wrong, status=UNPROCESSABLE)
    told = {"moved": len(change.moved), "firm": change.firm}
    messages.success(request, _("已载入放假安排：%(moved)d项期限改日，%(firm)d项不再暂定。") % told)
    return redirect("desk:settings")


def _content(request: HttpRequest) -> bytes:
    """Return the list as it was sent: a file before what was pasted, cells apart by commas."""
    given = request.FILES.get("file")
    if isinstance(given, UploadedFile) and (given.size or 0) <= calendar_change.LARGEST:
        return bytes(given.read())
    pasted = str(request.POST.get("list", "")).strip().replace("\r\n", "\n").replace("\t", ",")
    return f"{pasted}\n".encode()


def _shown(request: HttpRequest, change: Change) -> dict[str, object]:
    """Return what a person is shown; of other people's matters only how many there are."""
    visible = set(visible_matters(reader(request), today()).filter(pk__in=_matters(change.moved)))
    own = [one for one in change.moved if one.deadline.matter in visible]
    return {
        "change": change,
        "holidays": list(_holidays(change.rows)),
        "sources": list(dict.fromkeys(row.source for row in change.rows)),
        "own": own[:SHOWN],
        "not_shown": len(change.moved) - len(own[:SHOWN]),
        "seen": signing.dumps(_what(request, change), salt=SEEN),
    }


def _matters(moved: tuple[Moved, ...]) -> set[int]:
    return {one.deadline.matter_id for one in moved}


def _holidays(rows: tuple[NoticeRow, ...]) -> Iterator[Holiday]:
    """Return the holidays of a notice in the order of the year."""
    ordered = sorted(rows, key=lambda row: (row.day.year, row.holiday, row.day))
    found = [
        Holiday(
            name,
            tuple(row.day for row in days if row.kind is DayKind.REST),
            tuple(row.day for row in days if row.kind is DayKind.WORK),
        )
        for (_year, name), group in groupby(ordered, key=lambda row: (row.day.year, row.holiday))
        for days in (list(group),)
    ]
    return iter(sorted(found, key=lambda one: one.first))


def _was_shown(request: HttpRequest, change: Change) -> bool:
    """Whether it was this very list, moving these very limits, that this person has seen."""
    try:
        seen = signing.loads(request.POST.get("seen", ""), salt=SEEN, max_age=token.LIFETIME)
    except signing.BadSignature:
        return False
    return bool(seen == _what(request, change))


def _what(request: HttpRequest, change: Change) -> list[int | str]:
    return [reader(request).pk, change.sha256, len(change.moved), change.firm]
