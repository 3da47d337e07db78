"""今日: releases owed first, then what is late, due, and waiting."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from duly.accounts.models import User
from duly.accounts.queries import roles_of
from duly.desk.reader import now, reader
from duly.law.terms import Role
from duly.procedure import queries, template_versions
from duly.procedure.alarms import AlarmKind
from duly.procedure.queries import Due, Raised
from duly.procedure.queries.today import MOST

# Beyond this many rows the guards of each are not weighed on the home page.
WEIGHED = 60
# Every release that is owed is shown, however many there are.
WHOLE = frozenset({"releases_overdue", "releases_owed"})
# Alarms about what the other lists of the day show already.
LISTED = frozenset({AlarmKind.RELEASE, AlarmKind.URGING, AlarmKind.WARNING})


@dataclass(frozen=True, slots=True)
class Heap:
    """One list of the day, with its name; `late` ones are red while they hold anything."""

    key: str
    chinese: str
    found: tuple[Due, ...] | tuple[Raised, ...]
    late: bool = False

    @property
    def rows(self) -> tuple[Due, ...] | tuple[Raised, ...]:
        """The rows that are shown."""
        return self.found[:MOST] if self.key not in WHOLE else self.found

    @property
    def count(self) -> str:
        """How many rows there are, or that there are more than are shown."""
        return f"{len(self.rows)}+" if len(self.rows) < len(self.found) else f"{len(self.rows)}"

    @property
    def dated(self) -> bool:
        """Whether any row of the list has a last day."""
        return any(isinstance(row, Raised) or row.last_day for row in self.rows)


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show what the reader has before him today."""
    at = now()
    view = queries.today(reader(request), at)
    others = queries.waiting_for_others(reader(request), at)
    heaps = _heaps(view, _open(view.waiting_for_me, reader(request), at), others)
    context = {
        "heaps": heaps,
        "full": [heap for heap in heaps if heap.rows],
        "wordings": template_versions.waiting(reader(request), at.date()).count(),
        "mediates": Role.MEDIATOR in roles_of(reader(request), at.date()),
        "today": at.date(),
    }
    return render(request, "desk/today.html", context)


def _open(waiting: tuple[Due, ...], user: User, at: datetime) -> tuple[Due, ...]:
    """Keep the rows whose step can be taken now, as long as there are few enough to weigh."""
    if len(waiting) > WEIGHED:
        return waiting
    return tuple(
        row for row in waiting if queries.step_view(row.course, row.step, user, at).permitted
    )


def _heaps(
    view: queries.TodayView, waiting: tuple[Due, ...], others: tuple[Due, ...]
) -> tuple[Heap, ...]:
    alarms = tuple(one for one in view.alarms if one.kind not in LISTED)
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
        Heap("alarms", _("夜间核查提醒"), alarms),
        Heap("waiting", _("等我办理"), waiting),
        Heap("coming", _("即将到期"), view.coming),
        Heap("others", _("等他人办理"), others),
    )
