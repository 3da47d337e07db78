"""文书样式: which wording of each paper is in force, since when, and which papers used it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from duly.accounts.queries import roles_by_court
from duly.desk.looking import departure, drawn_sample
from duly.desk.reader import reader, today
from duly.desk.wording_form import WORD
from duly.documents import versions
from duly.documents.court import CourtFace
from duly.documents.drawing import Refused
from duly.documents.models import Paper, TemplateVersion
from duly.documents.render import pdf, word_form
from duly.documents.sample import SampleCase
from duly.documents.templates import Template, load
from duly.documents.versions import UnknownVersion
from duly.procedure import queries, template_versions
from duly.procedure.template_versions import CHANGEABLE
from duly.registry.models import Court

# A page of papers shows so many; the rest are found from the matter.
SHOWN = 100
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Standing:
    """A template in a court: the wording in force, how it came, what waits."""

    template: Template
    row: TemplateVersion | None
    ahead: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Version:
    """A wording that was or will be in force, and how many papers were made with it."""

    version: str
    row: TemplateVersion | None
    papers: int
    now: bool


@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """List the papers of each court of the reader with the wording in force."""
    user = reader(request)
    courts = [(court, _standings(court)) for court in _courts(request)]
    context = {
        "courts": courts,
        "waiting": template_versions.open_proposals(user, today()),
        "reader": user,
    }
    return render(request, "desk/templates.html", context)


@require_safe
def template(request: HttpRequest, court_id: int, template: str) -> HttpResponse:
    """Show one template: the wording in force, its versions, the papers made with each."""
    court, current = found(request, court_id, template)
    drawn = drawn_sample(court, current, SampleCase.USUAL, today())
    made = _made(court, current.id)
    known = _versions(court, current, made)
    context = {
        "court": court,
        "template": current,
        "drawn": drawn,
        "versions": known,
        "own": sum(made.values()) - sum(one.papers for one in known),
        "source": departure(current),
        "proposals": _undecided(court).filter(template=current.id),
        "may_write": _may_write(request, court),
        "today": today(),
    }
    return render(request, "desk/template.html", context)


@require_safe
def word(request: HttpRequest, court_id: int, template: str) -> HttpResponse:
    """Hand out the wording in force as DOCX, to be edited and sent back."""
    court, current = found(request, court_id, template)
    file = versions.file_by_hash(current.id, current.version)
    made = word_form(current, file, CourtFace(court.name, court.code))
    return handed_out(made, f"{current.title}（样式）.docx", WORD)


@require_safe
def papers(request: HttpRequest, court_id: int, template: str, version: str) -> HttpResponse:
    """List the papers that the reader may see which were made with a wording."""
    court, current = found(request, court_id, template)
    visible = queries.visible_matters(reader(request), today())
    made = Paper.objects.filter(matter__court=court, matter__in=visible, template=current.id)
    known = [one.version for one in _versions(court, current, {})]
    own = version == "own"
    made = (
        made.exclude(template_version__in=known) if own else made.filter(template_version=version)
    )
    context = {
        "court": court,
        "template": current,
        "version": version,
        "own": own,
        "papers": made.select_related("matter", "recipient").order_by("-pk")[:SHOWN],
        "count": made.count(),
    }
    return render(request, "desk/template_papers.html", context)


@require_safe
def sample(
    request: HttpRequest, court_id: int, template: str, version: str, case: str
) -> HttpResponse:
    """Hand out a sample of any wording of a template as PDF, as of a day (today by default)."""
    court, current = found(request, court_id, template)
    try:
        on = date.fromisoformat(request.GET.get("on", today().isoformat()))
        wording = versions.by_hash(current.id, version)
    except (ValueError, UnknownVersion) as unknown:
        raise Http404 from unknown
    return sample_pdf(court, wording, case, on)


def found(request: HttpRequest, court_id: int, name: str) -> tuple[Court, Template]:
    """Return a court of the reader, and one of its templates as in force. Raises Http404."""
    court = get_object_or_404(_courts(request), pk=court_id)
    if name not in CHANGEABLE:
        raise Http404
    return court, versions.in_force(court, name, on=today())


def handed_out(content: bytes, name: str, media: str) -> HttpResponse:
    """Return a file under the name that the reader keeps it by."""
    shown = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(
        content,
        content_type=media,
        headers={"Content-Disposition": shown, "Cache-Control": "private, no-store"},
    )


def sample_pdf(court: Court, wording: Template, case: str, on: date) -> HttpResponse:
    """Return a sample as PDF. Raises Http404 for an unknown case, or where it cannot be drawn."""
    try:
        made = pdf(drawn_sample(court, wording, SampleCase(case), on))
    except (ValueError, Refused) as unknown:
        raise Http404 from unknown
    return handed_out(made, f"{wording.title}（样张）.pdf", "application/pdf")


def _courts(request: HttpRequest) -> QuerySet[Court]:
    held = roles_by_court(reader(request), today())
    courts = Court.objects.order_by("code")
    return courts if "" in held else courts.filter(code__in=held)


def _may_write(request: HttpRequest, court: Court) -> bool:
    return template_versions.post_of(reader(request), court, today()) is not None


def _place(name: str) -> list[int]:
    """Return where a paper stands in the mechanism: by its clause, whose numerals are Chinese."""
    return [_NUMERALS.find(one) for one in load(name).clause]


def _standings(court: Court) -> list[Standing]:
    rows = versions.published(court).select_related("decision")
    waiting = Counter(_undecided(court).values_list("template", flat=True))
    by_template: dict[str, list[TemplateVersion]] = defaultdict(list)
    for row in rows:
        by_template[row.template].append(row)
    return [
        _standing(name, by_template[name], waiting[name]) for name in sorted(CHANGEABLE, key=_place)
    ]


def _standing(name: str, rows: list[TemplateVersion], waiting: int) -> Standing:
    """Return how a template stands; its rows come the newest day first."""
    now = next((row for row in rows if row.since <= today()), None)
    return Standing(load(name), now, sum(row.since > today() for row in rows), waiting)


def _undecided(court: Court) -> QuerySet[TemplateVersion]:
    rows = TemplateVersion.objects.filter(court=court, decision=None)
    return rows.select_related("proposed_by").order_by("pk")


def _made(court: Court, name: str) -> dict[str, int]:
    rows = Paper.objects.filter(matter__court=court, template=name).order_by()
    return dict(rows.values_list("template_version").annotate(Count("pk")))


def _versions(court: Court, current: Template, made: dict[str, int]) -> list[Version]:
    rows = (
        versions.published(court)
        .filter(template=current.id)
        .select_related("proposed_by", "decision__decided_by")
    )
    seen: dict[str, TemplateVersion | None] = {}
    for row in rows:
        seen.setdefault(row.version, row)
    seen.setdefault(load(current.id).version, None)
    return [
        Version(version, row, made.get(version, 0), version == current.version)
        for version, row in seen.items()
    ]
