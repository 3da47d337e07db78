"""审批: what waits for a decision, a case at a time; releases may be signed together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from duly.accounts.queries import roles_of
from duly.desk import token, wording
from duly.desk.deciding import held_until
from duly.desk.queue import address
from duly.desk.reader import now, reader
from duly.documents.drawing import Drawn
from duly.law.money import Yuan
from duly.law.terms import Role
from duly.procedure import own_wording, queries, template_versions
from duly.procedure.actions import take_step
from duly.procedure.queries import Approval
from duly.procedure.refusal import Refused, Stale, StepNotAllowed, Unanswered
from duly.procedure.template_versions import WRITERS

# So many papers are drawn for one page; the others follow on the next.
TOGETHER = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A case that waits, the address at which it is decided, and what it is about."""

    approval: Approval
    address: str
    figure: str


@dataclass(frozen=True, slots=True)
class Release:
    """A release that may be signed with others: its paper as it would go out, bound by a token."""

    approval: Approval
    papers: tuple[Drawn, ...]
    token: str


@require_safe
def approvals(request: HttpRequest) -> HttpResponse:
    """List what the reader is to decide; releases with their papers, to be signed together."""
    _require_post(request, queries.APPROVERS | WRITERS)
    at = now()
    waiting = queries.approvals(reader(request), at)
    context = {
        "rows": [Row(one, address(one), _figure(one)) for one in waiting],
        "wordings": template_versions.waiting(reader(request), at.date()),
        "releases": _releases(request, waiting),
        "today": at.date(),
    }
    return render(request, "desk/approvals.html", context)


@require_POST
def together(request: HttpRequest) -> HttpResponse:
    """Sign the releases that were chosen, each an act of its own; say what became of each."""
    _require_post(request, queries.APPROVERS)
    chosen = set(request.POST.getlist("release"))
    # Two releases of one matter were shown side by side: the first one signed ages no other.
    signed: Counter[int] = Counter()
    for one in queries.approvals(reader(request), now()):
        if one.is_release and str(one.course.pk) in chosen:
            matter = one.course.matter_id
            signed[matter] += _sign(request, one, since=signed[matter])
    if signed.total():
        messages.success(request, _("已签发%(count)d件解除。") % {"count": signed.total()})
    elif not chosen:
        messages.error(request, _("没有选择要签发的解除。"))
    return redirect("desk:approvals")


def _require_post(request: HttpRequest, deciders: frozenset[Role]) -> None:
    if not deciders & roles_of(reader(request), now().date()):
        raise PermissionDenied


def _figure(one: Approval) -> str:
    """Return the sum or the days that were proposed, or until when a changed account waits."""
    answers = one.proposal.answers
    if answers.get("amount"):
        return str(Yuan.of(answers["amount"]))
    if answers.get("days"):
        return _("%(count)d日") % {"count": int(answers["days"])}
    held = held_until(one.course, one.step)
    return _("等待期至%(day)s") % {"day": wording.day(held)} if held else ""


def _releases(request: HttpRequest, waiting: Iterable[Approval]) -> list[Release]:
    """Return the releases with their papers.

    One that cannot be drawn, or with a text of its own, is decided by itself.
    """
    together = [one for one in waiting if one.is_release][:TOGETHER]
    return [row for one in together if (row := _release(request, one)) is not None]


def _release(request: HttpRequest, one: Approval) -> Release | None:
    user, at = reader(request), now()
    if not queries.step_view(one.course, one.step.name, user, at).permitted:
        return None
    try:
        drawn = queries.preview(one.course, one.step, {}, user, at)
    except (Unanswered, Refused, Stale):
        return None
    shown = {key: paper.sha256 for key, paper in drawn.items()}
    if own_wording.any_of_course(one.course):
        return None
    seen = token.Seen(one.course.matter.version, shown)
    return Release(one, tuple(drawn.values()), token.issue(_act(request, one), seen))


def _act(request: HttpRequest, one: Approval) -> token.Act:
    return token.Act(reader(request).pk, one.step.name, one.course.matter_id, one.course.pk)


def _sign(request: HttpRequest, one: Approval, *, since: int) -> bool:
    """Sign one release as its paper was shown; say why where it is refused.

    `since` counts the acts of this very request in the matter after it was shown.
    """
    try:
        seen = token.read(request.POST.get(f"token-{one.course.pk}", ""), _act(request, one))
        take_step(
            matter_id=one.course.matter_id,
            course_id=one.course.pk,
            step=one.step.name,
            answers={},
            actor=reader(request),
            at=now(),
            version=seen.version + since,
            shown=seen.papers,
        )
    except (token.NotThisForm, Stale, StepNotAllowed, Unanswered, Refused) as refusal:
        why = getattr(refusal, "message", "") or _("这张表单已经失效，请重新核对。")
        what = {"names": one.course.matter.names, "why": why}
        messages.error(request, _("%(names)s没有签发：%(why)s") % what)
        return False
    return True
