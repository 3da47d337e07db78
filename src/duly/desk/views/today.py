"""今日: releases owed first, then what is late, due, and waiting."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from duly.desk.reader import now, reader
from duly.procedure import queries
from duly.procedure.queries import Due


@dataclass(frozen=True, slots=True)
class Heap:
    """One list of the day, with its name; `late` ones are red while they hold anything."""

    key: str
    chinese: str
    rows: tuple[Due, ...]
    late: bool = False

    @property
    def dated(self) -> bool:
        """Whether any row of the list has a last day."""
        return any(row.last_day for row in self.rows)


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show what the reader has before him today."""
    at = now()
    heaps = _heaps(queries.today(reader(request), at))
    context = {"heaps": heaps, "full": [h for h in heaps if h.rows], "today": at.date()}
    return render(request, "desk/today.html", context)


def _heaps(view: queries.TodayView) -> tuple[Heap, ...]:
    return (
        Heap(
            "releases_overdue",
            _("逾期未解除的措施"),
            view.releases_overdue,
            late=True,
        ),
        Heap("releases_owed", _("待解除的措施"), view.releases_owed),
        Heap("overdue", _("已逾期"), view.overdue, late=True),
        Heap("due", _("今日到期"), view.due),
        Heap("waiting", _("等我办理"), view.waiting_for_me),
        Heap("coming", _("即将到期"), view.coming),
    )
