"""Questions about running matters, for pages and the command line. Nothing here writes."""

from duly.procedure.queries.approvals import APPROVERS, Approval, approvals
from duly.procedure.queries.board import CourseView, StepView, TrackMark, board, step_view
from duly.procedure.queries.forms import Field, fields, preview
from duly.procedure.queries.lists import (
    DueWithin,
    Page,
    Sieve,
    find_matters,
    known_state,
    page,
    visible_matters,
)
from duly.procedure.queries.mediation import Call, Turn, calls
from duly.procedure.queries.supervision import Supervised, supervision
from duly.procedure.queries.timeline import Event, answers_given, timeline
from duly.procedure.queries.today import (
    Due,
    Raised,
    TodayView,
    deadlines,
    releases_owed,
    today,
)
from duly.procedure.queries.waiting import waiting_for_others

__all__ = [
    "APPROVERS",
    "Approval",
    "Call",
    "CourseView",
    "Due",
    "DueWithin",
    "Event",
    "Field",
    "Page",
    "Raised",
    "Sieve",
    "StepView",
    "Supervised",
    "TodayView",
    "TrackMark",
    "Turn",
    "answers_given",
    "approvals",
    "board",
    "calls",
    "deadlines",
    "fields",
    "find_matters",
    "known_state",
    "page",
    "preview",
    "releases_owed",
    "step_view",
    "supervision",
    "timeline",
    "today",
    "visible_matters",
    "waiting_for_others",
]
