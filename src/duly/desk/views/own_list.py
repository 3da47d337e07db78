"""What a person sets for his own list of matters, and takes from it as a sheet."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from duly.accounts.queries import posts_of
from duly.desk.listing import asked, chosen, columns, saved, sheet
from duly.desk.reader import now, reader
from duly.desk.views.matters import every_row
from duly.journal import actions as journal

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_POST
def save_filter(request: HttpRequest) -> HttpResponse:
    """Keep the filter that the list shows, by name."""
    query = saved.query_of(QueryDict(request.POST.get("query", "")))
    try:
        kept = saved.save(
            reader(request),
            request.POST.get("name", ""),
            query,
            opens_first="opens_first" in request.POST,
        )
    except saved.NotSaved as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("已保存条件“%(name)s”。") % {"name": kept.name})
    return _back(query)


@require_POST
def drop_filter(request: HttpRequest, filter_id: int) -> HttpResponse:
    """Forget a filter of the reader's own."""
    saved.drop(reader(request), filter_id)
    return _back(saved.query_of(QueryDict(request.POST.get("query", ""))))


@require_POST
def choose_columns(request: HttpRequest) -> HttpResponse:
    """Keep the columns that the reader wants to see."""
    columns.choose(reader(request), request.POST.getlist("column"))
    return _back(saved.query_of(QueryDict(request.POST.get("query", ""))))


@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Hand the list out as a sheet; who took which matters is put on record."""
    user, at = reader(request), now()
    query = QueryDict(request.POST.get("query", ""))
    shown = chosen(user)
    with transaction.atomic():
        found = every_row(user, at.date(), asked(query), shown)
        content, matters = sheet.written(found, shown)
        if not matters:
            messages.error(request, _("没有可以导出的案件。"))
            return _back(saved.query_of(query))
        journal.record(
            at=at,
            actor_id=user.pk,
            actor_name=user.full_name,
            post="、".join(str(post) for post in posts_of(user, at.date())),
            act="export_matters",
            subject={"columns": [column.value for column in shown]},
            detail={"count": len(matters), "matters": matters},
        )
    name = f"{_('案件')}{at:%Y%m%d-%H%M}.xlsx"
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(
        content,
        content_type=TYPE,
        headers={
            "Content-Disposition": disposition or "attachment",
            "Cache-Control": "private, no-store",
        },
    )


def _back(query: str) -> HttpResponse:
    """Return to the list, as it was narrowed; never to the filter that opens first."""
    return redirect(f"{reverse('desk:matters')}?{query or 'all=1'}")
