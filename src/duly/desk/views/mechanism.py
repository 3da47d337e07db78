"""The mechanisms as the program follows them: explained, drawn, and by clause of the text."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duly.desk.diagram import draw
from duly.desk.explained import RuleKind, explained, sheet, text
from duly.desk.reader import today
from duly.documents.drawing import Refused
from duly.documents.sample import sample
from duly.documents.templates import UnknownTemplate, load
from duly.law.mechanism import MECHANISMS
from duly.law.sources import written
from duly.registry.court_files import law


@require_safe
def mechanisms(request: HttpRequest) -> HttpResponse:
    """List the mechanisms."""
    rows = [(one, explained(name).purpose) for name, one in MECHANISMS.items()]
    return render(request, "desk/mechanisms.html", {"mechanisms": rows})


@require_safe
def mechanism(request: HttpRequest, name: str) -> HttpResponse:
    """Show one mechanism: text, rules, diagram, steps, papers, clocks, what can go wrong."""
    found = MECHANISMS.get(name)
    if found is None:
        raise Http404
    told = explained(name)
    context = {
        "mechanism": found,
        "told": told,
        "clauses": sheet.clauses_of(found),
        "rules": [(kind, told.of(kind)) for kind in RuleKind if told.of(kind)],
        "diagram": draw(found),
        "papers": sheet.papers(found),
        "clocks": sheet.clocks(found),
        "measures": sheet.measures(found),
        "today": today(),
    }
    return render(request, "desk/mechanism.html", context)


@require_safe
def mechanism_text(request: HttpRequest) -> HttpResponse:
    """Show the whole text by clause, each with the steps and rules that cite it."""
    return render(request, "desk/mechanism_text.html", {"clauses": text(), "today": today()})


@require_safe
def article(request: HttpRequest) -> HttpResponse:
    """Show what is held of a citation as it counted on a day; by itself for a line of a page."""
    try:
        on = date.fromisoformat(request.GET.get("on", ""))
        citation = written(request.GET.get("of", ""), on=on, shelf=law())
    except (ValueError, LookupError):
        raise Http404 from None
    alone = "HX-Request" in request.headers
    page = "desk/components/law_text.html" if alone else "desk/article.html"
    return render(request, page, {"citation": citation, "on": on})


@require_safe
def sample_paper(request: HttpRequest, template: str) -> HttpResponse:
    """Show a paper filled with invented values, as of today."""
    try:
        drawn = sample(load(template), on=today())
    except (UnknownTemplate, Refused):
        raise Http404 from None
    return render(request, "desk/sample_paper.html", {"drawn": drawn, "today": today()})
