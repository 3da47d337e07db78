"""督促台: a mediator's own matters, one call after another."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duly.accounts.queries import roles_of
from duly.desk import numbers, token
from duly.desk.numbers import SealedNumber
from duly.desk.reader import now, reader, today
from duly.law.mechanism.pre_enforcement import script
from duly.law.money import NOTHING, Row, Yuan, divide, written
from duly.law.money import Refused as NotReckoned
from duly.law.terms import Channel, ContactResult, PartyRole, Role
from duly.procedure import queries
from duly.procedure.actions import take_step
from duly.procedure.facts import debt
from duly.procedure.models import Course
from duly.procedure.queries import Call, money
from duly.procedure.refusal import Refused, Stale, StepNotAllowed, Unanswered

UNPROCESSABLE, CONFLICT = 422, 409
CONTACT = "record_contact"
# What a call comes to, in the order of the keys 1 to 6.
DISPOSITIONS = (
    ContactResult.REACHED,
    ContactResult.NO_ANSWER,
    ContactResult.WRONG_NUMBER,
    ContactResult.PROMISED,
    ContactResult.REFUSED,
    ContactResult.DISPUTED,
)
TYPED = ("party", "channel", "promised_date", "call_again_date", "note")
TOLD = ("told_consequences", "told_benefits")
REASON = "督促联系"
TEN_DAYS = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Sum:
    """The plan calculator: what was typed, the plan that it gives, or why it gives none."""

    total: str
    count: str
    first: str
    months: str
    rows: tuple[Row, ...] = ()
    error: str = ""

    @property
    def lines(self) -> str:
        """The plan as it is typed into the step that records it."""
        return written(self.rows)


@require_safe
def mediation(request: HttpRequest) -> HttpResponse:
    """List the matters that the reader urges, the next call first."""
    _require_mediator(request)
    calls = queries.calls(reader(request), now())
    owed = money.owed([one.matter.pk for one in calls], today())
    rows = [(one, owed[one.matter.pk]) for one in calls]
    context = {
        "rows": rows,
        "waiting": [one for one, debt in rows if one.is_due and debt.total != NOTHING],
        "today": today(),
    }
    return render(request, "desk/mediation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest, course_id: int) -> HttpResponse:
    """Show one call with its script, or put on record what came of it."""
    one, onward = _call(request, course_id)
    if request.method != "POST":
        return _page(request, one, {}, calculated=_calculated(request, one))
    typed = _typed(request)
    try:
        _record(request, one, typed)
    except Unanswered as refused:
        return _page(request, one, typed, errors=refused.errors, status=UNPROCESSABLE)
    except (token.NotThisForm, Stale, StepNotAllowed, Refused) as refused:
        why = getattr(refused, "message", "") or _("这张表单已经失效，请核对后重新提交。")
        return _page(request, one, typed, errors={"": why}, status=CONFLICT)
    messages.success(request, _("已登记：%(names)s。") % {"names": one.matter.names})
    return redirect("desk:call", course_id=onward) if onward else redirect("desk:mediation")


@require_POST
def number(request: HttpRequest, course_id: int) -> HttpResponse:
    """Show the number to call, this once, on record as opened for urging."""
    one, _onward = _call(request, course_id)
    key = request.POST.get("key", "")
    try:
        opened = numbers.unmask(
            matter=one.matter, key=key, reason=REASON, actor=reader(request), at=now()
        )
    except LookupError as unknown:
        raise Http404 from unknown
    return _page(request, one, {}, opened=opened)


def _require_mediator(request: HttpRequest) -> None:
    if Role.MEDIATOR not in roles_of(reader(request), today()):
        raise PermissionDenied


def _call(request: HttpRequest, course_id: int) -> tuple[Call, int | None]:
    """Return a call of the reader's own and the course to call next; any other is not there."""
    _require_mediator(request)
    calls = queries.calls(reader(request), now())
    one = next((row for row in calls if row.course.pk == course_id), None)
    if one is None:
        raise Http404
    others = (row for row in calls if row is not one)
    due = (row.course.pk for row in others if row.is_due)
    return one, next(due, None)


def _typed(request: HttpRequest) -> dict[str, str]:
    """Return what was typed; a result needs no words where it says everything."""
    typed = {name: request.POST.get(name, "") for name in TYPED}
    told = {name: "yes" if request.POST.get(name) else "no" for name in TOLD}
    result = request.POST.get("result", "")
    if not typed["note"].strip() and result in {one.value for one in ContactResult}:
        typed["note"] = ContactResult(result).chinese
    return {**typed, **told, "result": result, "on": today().isoformat()}


def _record(request: HttpRequest, one: Call, typed: Mapping[str, str]) -> None:
    record = _course_of_record(one)
    seen = token.read(request.POST.get("token", ""), _act(request, record))
    take_step(
        matter_id=one.matter.pk,
        course_id=record.pk,
        step=CONTACT,
        answers=typed,
        actor=reader(request),
        at=now(),
        version=seen.version,
        shown=seen.papers,
    )


def _course_of_record(one: Call) -> Course:
    return Course.objects.get(matter=one.matter, mechanism="record")


def _act(request: HttpRequest, record: Course) -> token.Act:
    return token.Act(reader(request).pk, CONTACT, record.matter_id, record.pk)


def _page(
    request: HttpRequest,
    one: Call,
    typed: Mapping[str, str],
    *,
    errors: Mapping[str, str] | None = None,
    opened: SealedNumber | None = None,
    calculated: Sum | None = None,
    status: int = 200,
) -> HttpResponse:
    at = now()
    context = {
        "call": one,
        "statement": debt.statement(one.matter, at.date()),
        "debtors": _debtors(one),
        "consequences": script.consequences(),
        "benefits": script.benefits(),
        "channels": list(Channel),
        "dispositions": list(enumerate(DISPOSITIONS, 1)),
        "refusal": queries.step_view(one.course, "record_refusal", reader(request), at),
        "token": token.issue(_act(request, _course_of_record(one)), token.Seen(one.matter.version)),
        "sum": calculated or _first_sum(one, at.date()),
        "typed": typed,
        "errors": errors or {},
        "opened": opened,
        "today": at.date(),
    }
    response = render(request, "desk/call.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


def _debtors(one: Call) -> list[tuple[Any, list[SealedNumber]]]:
    """Return each debtor with the phones at which he may be called, masked."""
    phones = {numbers.PHONE, numbers.AGENT_PHONE}
    return [
        (party, [n for n in numbers.of_party(party) if n.label in phones])
        for party in numbers.parties(one.matter)
        if party.role == PartyRole.DEBTOR
    ]


def _first_sum(one: Call, on: date) -> Sum:
    """Return the calculator as it is first seen: all that is owed, in three months."""
    owed = debt.statement(one.matter, on).total
    first = on + TEN_DAYS
    return Sum(f"{owed.amount:.2f}" if owed else "", "3", first.isoformat(), "1")


def _calculated(request: HttpRequest, one: Call) -> Sum | None:
    """Return the plan that the address asks for; None where it asks for none."""
    asked = request.GET
    if "count" not in asked:
        return None
    total, count, first, months = (
        asked.get(name, "").strip() for name in ("total", "count", "first", "months")
    )
    given = Sum(total, count, first, months)
    try:
        rows = divide(
            Yuan.of(given.total),
            int(given.count),
            date.fromisoformat(given.first),
            months=int(given.months),
        )
    except NotReckoned as refused:
        return replace(given, error=refused.message)
    except ValueError:
        return replace(given, error=_("期数和间隔填整数，首期日期须填写。"))
    return replace(given, rows=rows)
