"""One draft: its text changed for this paper alone, by typing or through Word, with the reason."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from duly.desk import token
from duly.desk.reader import course_for, matter_for, now, reader, today
from duly.desk.views.bench import handed_out
from duly.desk.wording_form import WORD, boxes, typed, uploaded
from duly.documents import versions
from duly.documents.court import CourtFace
from duly.documents.render import NotReadable, word_form
from duly.documents.templates import Template, WrittenLine
from duly.documents.versions import Compared, Fault
from duly.law.mechanism import MECHANISMS
from duly.law.step import Step, UnknownStep
from duly.procedure import own_wording, queries
from duly.procedure.models import Course
from duly.procedure.own_wording import NotKept
from duly.procedure.refusal import Stale, StepNotAllowed
from duly.registry.models import Matter, Party

CONFLICT, UNPROCESSABLE = 409, 422


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper that a step would make for a party, and the wording that it would be drawn from."""

    matter: Matter
    course: Course
    step: Step[object]
    party: Party
    template: Template
    base: Template

    @property
    def lines(self) -> tuple[WrittenLine, ...]:
        """The wording as it stands."""
        return versions.lines(self.template.id, self.template.version)

    @property
    def base_lines(self) -> tuple[WrittenLine, ...]:
        """The wording of the template."""
        return versions.lines(self.base.id, self.base.version)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is shown of a changed text before it is kept."""

    faults: tuple[Fault, ...]
    rows: tuple[Compared, ...]

    @property
    def of_the_whole(self) -> tuple[Fault, ...]:
        """The faults that belong to no paragraph."""
        return tuple(fault for fault in self.faults if not fault.paragraph)

    @property
    def changed(self) -> bool:
        """Whether anything differs from the template."""
        return not all(row.same for row in self.rows)


@require_http_methods(["GET", "HEAD", "POST"])
def draft(
    request: HttpRequest, matter_id: int, course_id: int, name: str, template: str, party_id: int
) -> HttpResponse:
    """Ask for the text of a draft; show what differs from the template; keep it with a reason."""
    found = _draft(request, matter_id, course_id, name, template, party_id)
    if request.method != "POST":
        return _page(request, found, found.lines)
    try:
        lines = uploaded(request) or typed(request)
    except NotReadable as unreadable:
        return _page(request, found, found.lines, refused=str(unreadable), status=UNPROCESSABLE)
    if "back" in request.POST:
        lines = found.base_lines
    elif "keep" not in request.POST:
        return _page(request, found, lines, seen=_seen(found, lines))
    try:
        _keep(request, found, lines)
    except (Stale, StepNotAllowed, token.NotThisForm) as stale:
        why = getattr(stale, "message", "") or _("这张表单已经失效，请重新核对。")
        return _page(request, found, lines, _seen(found, lines), refused=why, status=CONFLICT)
    except NotKept as wrong:
        seen = _seen(found, lines)
        return _page(request, found, lines, seen, refused=wrong.message, status=UNPROCESSABLE)
    messages.success(request, _("已改动。签发这份文书的人会看到与样式的不同。"))
    return redirect("desk:step", matter_id=matter_id, course_id=course_id, name=name)


@require_safe
def word(
    request: HttpRequest, matter_id: int, course_id: int, name: str, template: str, party_id: int
) -> HttpResponse:
    """Hand out the text of a draft as DOCX, to be edited and sent back."""
    found = _draft(request, matter_id, course_id, name, template, party_id)
    file = versions.file_by_hash(found.template.id, found.template.version)
    court = found.matter.court
    made = word_form(found.template, file, CourtFace(court.name, court.code))
    return handed_out(made, f"{found.template.title}（草稿）.docx", WORD)


def _draft(
    request: HttpRequest, matter_id: int, course_id: int, name: str, template: str, party_id: int
) -> Draft:
    matter = matter_for(request, matter_id)
    course = course_for(matter, course_id)
    try:
        step = MECHANISMS[course.mechanism].step(name)
    except UnknownStep as unknown:
        raise Http404 from unknown
    made = own_wording.made_by(step.draws + step.issues)
    if not own_wording.may_change(step) or template not in made:
        raise Http404
    party = get_object_or_404(matter.parties, pk=party_id)
    own = own_wording.template_for(course, template, party, today())
    return Draft(
        matter, course, step, party, own, own_wording.of_court(matter.court, template, today())
    )


def _seen(found: Draft, lines: tuple[WrittenLine, ...]) -> Seen:
    faults = own_wording.faults(found.matter, found.base.id, lines, today())
    return Seen(faults, versions.compared(found.base_lines, lines))


def _keep(request: HttpRequest, found: Draft, lines: tuple[WrittenLine, ...]) -> None:
    seen = token.read(request.POST.get("token", ""), _act(request, found))
    own_wording.keep(
        matter_id=found.matter.pk,
        course_id=found.course.pk,
        step=found.step.name,
        template_id=found.base.id,
        party_id=found.party.pk,
        lines=lines,
        reason=request.POST.get("reason", ""),
        actor=reader(request),
        at=now(),
        version=seen.version,
    )


def _act(request: HttpRequest, found: Draft) -> token.Act:
    name = f"{found.step.name}:{found.base.id}:{found.party.pk}"
    return token.Act(reader(request).pk, name, found.matter.pk, found.course.pk)


def _page(
    request: HttpRequest,
    found: Draft,
    lines: tuple[WrittenLine, ...],
    seen: Seen | None = None,
    *,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    view = queries.step_view(found.course, found.step.name, reader(request), now())
    context = {
        "draft": found,
        "matter": found.matter,
        "course": found.course,
        "permitted": view.permitted,
        "boxes": boxes(lines, seen.faults if seen else ()),
        "seen": seen or Seen((), versions.compared(found.base_lines, lines)),
        "checked": seen is not None,
        "is_own": found.template.version != found.base.version,
        "token": token.issue(_act(request, found), token.Seen(found.matter.version)),
        "reason": request.POST.get("reason", ""),
        "refused": refused,
        "today": today(),
    }
    return render(request, "desk/draft.html", context, status=status)
