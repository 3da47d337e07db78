"""One step, for every mechanism: its form, its reasons, the papers that will issue, the act."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from duly.accounts.models import User
from duly.desk import token
from duly.desk.deciding import Grounds, decides, grounds
from duly.desk.field import FormField, form_field
from duly.desk.queue import QUEUED, Queue, queue_at
from duly.desk.reader import course_for, matter_for, now, reader
from duly.desk.sources import Source, sources
from duly.documents.drawing import Drawn
from duly.documents.models import Paper
from duly.documents.templates import load as load_template
from duly.documents.versions import Compared
from duly.law.finding import Finding
from duly.law.mechanism import MECHANISMS
from duly.law.step import Step, UnknownStep
from duly.procedure import authority, own_wording, queries
from duly.procedure.actions import Taken, take_step
from duly.procedure.models import Course, OwnWording
from duly.procedure.refusal import Refused, Stale, StepNotAllowed, Unanswered
from duly.registry.models import Matter

OK, FORBIDDEN, CONFLICT, UNPROCESSABLE = 200, 403, 409, 422


@dataclass(frozen=True, slots=True)
class Place:
    """A step that somebody has before him, at a moment."""

    matter: Matter
    course: Course
    step: Step[Any]
    user: User
    at: datetime

    @property
    def act(self) -> token.Act:
        """What the form's token is bound to."""
        return token.Act(self.user.pk, self.step.name, self.matter.pk, self.course.pk)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act was not done: a headline, sentences by field, findings."""

    status: int = OK
    message: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Coming:
    """A paper that the step would make: where its blanks come from, and its own text, if any.

    `edit` is the address at which its text is changed, empty where it may not be.
    """

    drawn: Drawn
    sources: tuple[Source, ...]
    own: OwnWording | None
    rows: tuple[Compared, ...]
    edit: str


@dataclass(frozen=True, slots=True)
class Instead:
    """Another decision that may be taken: with its form where a reason is all that it asks."""

    step: Step[Any]
    fields: tuple[FormField, ...]
    token: str


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, matter_id: int, course_id: int, name: str) -> HttpResponse:
    """Show the step's form, or take the step."""
    place = _place(request, matter_id, course_id, name)
    if request.method != "POST":
        return _page(request, place, _suggested(request, place.step), Refusal())
    typed = _typed(request, place.step)
    queue = _queue(request, place)
    try:
        taken = _take(request, place, typed)
    except (token.NotThisForm, Stale, StepNotAllowed, Unanswered, Refused) as refusal:
        return _page(request, place, typed, _refusal(refusal))
    messages.success(request, _done(taken, place.step))
    return redirect(queue.onward) if queue else _back(place)


def _back(place: Place) -> HttpResponse:
    """Return to the matter; to the day, for a mediator who has just handed the matter on."""
    still = queries.visible_matters(place.user, place.at.date()).filter(pk=place.matter.pk)
    return redirect("desk:matter", place.matter.pk) if still.exists() else redirect("desk:today")


@require_POST
def preview(request: HttpRequest, matter_id: int, course_id: int, name: str) -> HttpResponse:
    """Show the form again with the papers as the answers typed so far would fill them."""
    place = _place(request, matter_id, course_id, name)
    return _page(request, place, _typed(request, place.step), Refusal(), asked=True)


def _place(request: HttpRequest, matter_id: int, course_id: int, name: str) -> Place:
    matter = matter_for(request, matter_id)
    course = course_for(matter, course_id)
    try:
        found = MECHANISMS[course.mechanism].step(name)
    except UnknownStep as unknown:
        raise Http404 from unknown
    return Place(matter, course, found, reader(request), now())


def _typed(request: HttpRequest, step: Step[Any]) -> dict[str, str]:
    """Return what was typed into the fields that the step asks for, and nothing else."""
    return {ask.name: request.POST.get(ask.name, "") for ask in step.asks}


def _suggested(request: HttpRequest, step: Step[Any]) -> dict[str, str]:
    """Return what a link fills in beforehand: what a party sent in is not typed again."""
    names = [ask.name for ask in step.asks if ask.name in request.GET]
    return {name: request.GET.get(name, "") for name in names}


def _take(request: HttpRequest, place: Place, typed: Mapping[str, str]) -> Taken:
    seen = token.read(request.POST.get("token", ""), place.act)
    return take_step(
        matter_id=place.matter.pk,
        course_id=place.course.pk,
        step=place.step.name,
        answers=typed,
        actor=place.user,
        at=place.at,
        version=seen.version,
        shown=seen.papers,
    )


def _refusal(refusal: Exception) -> Refusal:
    match refusal:
        case Stale():
            return Refusal(CONFLICT, refusal.message)
        case StepNotAllowed():
            return Refusal(CONFLICT, refusal.message)
        case Unanswered():
            return Refusal(UNPROCESSABLE, errors=refusal.errors)
        case Refused():
            return Refusal(UNPROCESSABLE, findings=refusal.findings)
    return Refusal(
        CONFLICT,
        _("这张表单已经失效，或者不是发给您的。您填写的内容还在，请核对后重新提交。"),
    )


def _page(
    request: HttpRequest,
    place: Place,
    typed: Mapping[str, str],
    refusal: Refusal,
    *,
    asked: bool = False,
) -> HttpResponse:
    """Render the step; a fresh token is bound to the matter as it stands now."""
    view = queries.step_view(place.course, place.step.name, place.user, place.at)
    fields = _fields(place, typed, refusal.errors)
    given = {one.name: one.value for one in fields}
    drawn, missing = _drawn(place, given) if view.permitted else ({}, {})
    shown = {key: paper.sha256 for key, paper in drawn.items()}
    weighed = _grounds(place, view)
    context = {
        "matter": place.matter,
        "course": place.course,
        "mechanism": MECHANISMS[place.course.mechanism],
        "step": place.step,
        "view": view,
        "fields": fields,
        "refusal": refusal,
        "other_errors": _beside_the_fields(place.step, refusal.errors),
        "coming": [_coming(place, key, paper) for key, paper in drawn.items()],
        "missing": missing if asked or not place.step.asks else {},
        "papers": place.step.issues or place.step.draws,
        "token": token.issue(place.act, token.Seen(place.matter.version, shown)),
        "reasons": _reasons(view),
        "grounds": weighed,
        "instead": [_instead(place, other) for other in weighed.alternatives] if weighed else [],
        "queue": _queue(request, place),
        "today": place.at.date(),
    }
    return render(request, "desk/step.html", context, status=_status(place, view, refusal))


def _coming(place: Place, key: str, drawn: Drawn) -> Coming:
    template, _, party_id = key.rpartition("-")
    party = place.matter.parties.get(pk=party_id)
    own = own_wording.of_draft(place.course, template, party)
    where = {"matter_id": place.matter.pk, "course_id": place.course.pk, "name": place.step.name}
    edit = reverse("desk:draft", kwargs={**where, "template": template, "party_id": party.pk})
    return Coming(
        drawn,
        sources(drawn, place.matter, "#fields"),
        own,
        own_wording.differs(own) if own else (),
        edit if own_wording.may_change(place.step) else "",
    )


def _status(place: Place, view: queries.StepView, refusal: Refusal) -> int:
    if not view.permitted and _is_not_theirs(place):
        return FORBIDDEN
    return refusal.status


def _is_not_theirs(place: Place) -> bool:
    return authority.post_for(place.step, place.course, place.user, place.at) is None


def _reasons(view: queries.StepView) -> list[str]:
    """Return the reasons that the findings below do not give already."""
    given = tuple(ground.because for one in view.findings for ground in one.obstacles)
    return [reason for reason in view.reasons if not reason.startswith(given or ("\0",))]


def _grounds(place: Place, view: queries.StepView) -> Grounds | None:
    if not decides(place.step):
        return None
    return grounds(place.course, place.step, view.findings, place.user, place.at)


def _instead(place: Place, other: Step[Any]) -> Instead:
    """Return what may be decided instead, with a form where it asks for a reason and no more."""
    there = replace(place, step=other)
    asked = _fields(there, {}, {}) if len(other.asks) == 1 and not other.issues else ()
    return Instead(other, asked, token.issue(there.act, token.Seen(place.matter.version)))


def _queue(request: HttpRequest, place: Place) -> Queue | None:
    asked = QUEUED in request.GET
    return queue_at(place.course.pk, place.user, place.at) if asked else None


def _fields(
    place: Place, typed: Mapping[str, str], errors: Mapping[str, str]
) -> tuple[FormField, ...]:
    """Return the fields; an answer is suggested only where one must be given."""
    return tuple(
        form_field(
            found.ask,
            found.options,
            typed,
            errors,
            initial=found.initial if found.ask.required else "",
        )
        for found in queries.fields(place.course, place.step, place.at)
    )


def _drawn(place: Place, typed: Mapping[str, str]) -> tuple[dict[str, Drawn], dict[str, str]]:
    """Return the papers that the step would issue or propose, or what they still lack."""
    if not (place.step.issues or place.step.draws):
        return {}, {}
    try:
        return queries.preview(place.course, place.step, typed, place.user, place.at), {}
    except Unanswered as unanswered:
        return {}, unanswered.errors
    except (Refused, Stale) as refused:
        return {}, {"": refused.message}


def _beside_the_fields(step: Step[Any], errors: Mapping[str, str]) -> list[str]:
    """Return the errors that belong to no field: a blank of a paper that cannot be filled."""
    names = {ask.name for ask in step.asks}
    return [sentence for name, sentence in errors.items() if name not in names]


def _done(taken: Taken, step: Step[Any]) -> str:
    out = [paper for paper in taken.papers if load_template(paper.template).is_served]
    kept = [paper for paper in taken.papers if paper not in out]
    said = [_("已办理：%(step)s。") % {"step": _(step.chinese)}]
    said += [_("已发出%(papers)s，请登记送达。") % {"papers": _titles(out)}] if out else []
    said += [_("已制作%(papers)s。") % {"papers": _titles(kept)}] if kept else []
    return "".join(said)


def _titles(papers: list[Paper]) -> str:
    return "、".join(f"《{paper.title}》" for paper in papers)
