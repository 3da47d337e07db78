"""How templates say days, money, law and people."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import RequestContext
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from duly.desk import courses, masking, wording
from duly.desk.explained import Words, cited
from duly.documents.drawing import Drawn, Paragraph
from duly.documents.templates import load as load_template
from duly.law.finding import Finding, Ground, Outcome
from duly.law.mechanism import MECHANISMS
from duly.law.money import Yuan
from duly.law.sources import Citation
from duly.law.sources import clause as clause_on_file
from duly.law.terms import FactQuestion, MeasureKind, Term
from duly.procedure.alarms import AlarmKind
from duly.procedure.models import Course, Measure
from duly.procedure.queries import CourseView, Due, Raised, StepView, TrackMark
from duly.work import clock

register = template.Library()
# The parts of a matter's page that alarms are about.
PLACES = {
    AlarmKind.TERM: "deadlines",
    AlarmKind.LIMITATION_90: "deadlines",
    AlarmKind.LIMITATION_30: "deadlines",
    AlarmKind.PRESERVATION: "measures",
    AlarmKind.REVERSED: "money",
}
MECHANISM_TITLE = clause_on_file("一").title

register.filter("moment", wording.moment)
register.filter("yuan", wording.yuan)
register.filter("per_day", wording.per_day)
register.filter("cited", wording.cited)
register.filter("period", wording.period)
register.filter("plain_day", wording.day)
register.filter("mask_identifier", masking.identifier)
register.filter("mask_phone", masking.phone)
register.filter("mask_account", masking.account)
register.filter("clause", clause_on_file)
register.filter("not_begun", courses.not_begun)


@register.filter
def law(word: Any) -> str:
    """Return a Term, or a Chinese name from a step table, in the reader's language."""
    chinese = getattr(word, "chinese", word)
    return gettext(chinese) if chinese else ""


@register.filter
def folded(citation: Citation) -> SafeString:
    """Return a citation with its text folded away under it."""
    return _folded(citation, get_language())


@lru_cache(maxsize=4_000)
def _folded(citation: Citation, language: str | None) -> SafeString:
    """The same text for everybody: it is put together once in each language."""
    return mark_safe(render_to_string("desk/components/law.html", {"citation": citation}))


@register.filter
def weighed(ground: Ground) -> SafeString:
    """Return a ground of a finding as a line: what holds, by which rule, what would change it."""
    change = format_html(
        '<div class="ground__change">{}{}</div>', gettext("怎样改变："), ground.change
    )
    return format_html(
        '<li class="ground"><span class="ground__mark ground__mark--{}">{}</span>'
        "<div>{} {}{}</div></li>",
        ground.outcome.value,
        law(ground.outcome),
        ground.because,
        folded(ground.basis),
        change if ground.change else "",
    )


@register.filter
def in_desk(page: str) -> str:
    """Return the full name of a page of the desk, as the address book has it."""
    return f"desk:{page}"


@register.filter
def says(words: Words) -> str:
    """Return a sentence that is kept in both languages in the reader's."""
    return words.chinese if wording.in_chinese() else words.english


@register.simple_tag(takes_context=True)
def cite_all(context: RequestContext, references: Iterable[str]) -> list[Citation]:
    """Return the texts that a rule names, as in force today."""
    on = context.get("today") or clock.today()
    return [cited(reference, on) for reference in references]


@register.filter
def of(key: Any, mapping: Any) -> Any:
    """Return the entry of a mapping for a key; empty where there is none."""
    return mapping.get(key, "")


@register.simple_tag(takes_context=True)
def day(context: RequestContext, value: date | None) -> str:
    """Return a day in a time element, with weekday and distance from today."""
    if value is None:
        return ""
    today = context.get("today") or clock.today()
    words = wording.day_with_distance(value, today)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), words)


@register.simple_tag(takes_context=True)
def here(context: RequestContext, name: str) -> SafeString:
    """Return the mark of the current page where it is the one named."""
    request: HttpRequest = context["request"]
    match = request.resolver_match
    current = match is not None and match.view_name == name
    return mark_safe(' aria-current="page"' if current else "")


@register.filter
def in_order(members: Iterable[Term]) -> list[Term]:
    """Return members of a closed vocabulary in the order of the vocabulary."""
    found = list(members)
    return [member for member in type(found[0]) if member in found] if found else []


@register.filter
def paper_title(template_id: str) -> str:
    """Return the title of a paper by its template's id."""
    return load_template(template_id).title


@register.filter
def blocks(drawn: Drawn) -> list[tuple[str, list[Paragraph]]]:
    """Return a paper's paragraphs by runs of one kind, so that rows make one table."""
    return [
        (kind.value, list(run)) for kind, run in groupby(drawn.paragraphs, key=lambda p: p.kind)
    ]


@register.filter
def parties(names: str) -> str:
    """Return the names of a matter's parties, set apart."""
    return " · ".join(names.split())


@register.filter
def lines(text: str) -> list[str]:
    """Return the entries of a text that holds one a line or apart by spaces."""
    return text.split()


@register.filter
def full_day(value: date) -> str:
    """Return a day with its weekday."""
    return f"{wording.day(value)} {wording.weekday(value)}"


@register.filter
def yuan_or_dash(value: Yuan | None) -> str:
    """Return an amount; where it cannot be told, say so."""
    return gettext("待查明") if value is None else wording.yuan(value)


@register.filter
def question(name: str) -> str:
    """Return the question that a finding of fact answered."""
    return law(FactQuestion(name))


@register.filter
def release_of(measure: Measure) -> str:
    """Return what lifting a measure is called."""
    return gettext(MeasureKind(measure.kind).release)


@register.filter
def law_of_due(row: Due) -> str:
    """Return what is due, in the reader's language."""
    return gettext(row.what)


@register.filter
def place_of_alarm(row: Raised) -> str:
    """Return the address at which an alarm is dealt with: the part of the matter it is about."""
    if row.kind is AlarmKind.MESSAGE:
        return reverse("desk:messages")
    page = reverse("desk:matter", kwargs={"matter_id": row.matter.pk})
    return f"{page}#{PLACES.get(row.kind, 'actions')}"


@register.filter
def permitted(steps: Iterable[StepView]) -> list[StepView]:
    """Return the steps that may be taken now."""
    return [one for one in steps if one.permitted]


@register.filter
def usual(steps: Iterable[StepView]) -> list[StepView]:
    """Return the steps on the usual way, those that may be taken first."""
    return sorted((one for one in steps if one.usual), key=lambda one: not one.permitted)


@register.filter
def unusual(steps: Iterable[StepView]) -> list[StepView]:
    """Return the steps for exceptions, those that may be taken first."""
    return sorted((one for one in steps if not one.usual), key=lambda one: not one.permitted)


@register.filter
def less_common(steps: Iterable[StepView]) -> list[StepView]:
    """Return what is not offered as a usual act on the record: exceptions, and the refused."""
    return [one for one in steps if not (one.usual and one.permitted)]


@register.simple_tag
def demo_day() -> dict[str, Any] | None:
    """Return the day of a demo court and the one after it; nothing in a real court."""
    if not clock.is_demo():
        return None
    today = clock.today()
    return {"words": wording.day_with_weekday(today), "next": today + timedelta(days=1)}


@register.filter
def mechanism_of(course: Course) -> str:
    """Return the mechanism of a course."""
    return law(MECHANISMS[course.mechanism])


@register.filter
def state_of(course: Course) -> str:
    """Return the state of a course."""
    return law(MECHANISMS[course.mechanism].states(course.state))


@register.filter
def is_stage(view: CourseView) -> bool:
    """Whether a course is one of the three stages, whose tracks stand at the top."""
    return view.mechanism.name in courses.STAGES


@register.filter
def way(view: CourseView) -> list[TrackMark]:
    """Return the states that a course went through, where it is, and what may lie ahead."""
    gone = [one for one in view.track if one.mark == "done"]
    here = [one for one in view.track if one.mark == "here"]
    ahead = [one for one in view.track if one.mark == "ahead"]
    return gone + here + ([] if view.is_closed else ahead)


@register.filter
def reason(sentence: str) -> str:
    """Return a reason with the mechanism's long title cut to 机制, as on the rest of the page."""
    return sentence.replace(MECHANISM_TITLE, gettext("机制"))


@register.simple_tag
def article_address(basis: str, at: datetime) -> str:
    """Return where the text of a citation stands as it counted on the day of an act."""
    on = timezone.localdate(at).isoformat()
    return reverse("desk:article", query={"of": basis, "on": on})


@register.filter
def telling(finding: Finding) -> list[Ground]:
    """Return the grounds that decide a finding; where one of several is enough, only those met."""
    return [one for one in finding.grounds if not finding.met or one.outcome is Outcome.MET]


@register.filter
def idle(finding: Finding) -> list[Ground]:
    """Return the grounds that a finding does not need: the other circumstances of several."""
    return [one for one in finding.grounds if finding.met and one.outcome is not Outcome.MET]
