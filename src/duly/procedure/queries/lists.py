"""Which matters a person may see, and how he finds one.

A page is read off one index in its own order: nothing is counted, sorted or skipped, so that it
costs the same in a court of a million matters. What the reader asks for beside that is looked
up for each matter on the way; after so many of them a page ends where it has come to, full or not.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from duly.accounts.models import User
from duly.accounts.queries import roles_by_court
from duly.documents import searching
from duly.law.mechanism import MECHANISMS
from duly.law.terms import Role, Term
from duly.procedure.models import Assignment, Course, Deadline, Handler
from duly.registry import search
from duly.registry.models import Court, Matter
from duly.registry.search import Sought

WITHOUT_SIGHT = frozenset({Role.MEDIATOR, Role.ADMINISTRATOR, Role.POST_ROOM})
BEGINNING_OF_TIME = date(1900, 1, 1)


class DueWithin(Term):
    """By when the next time limit of a matter ends."""

    OVERDUE = "overdue", "已逾期"
    TODAY = "today", "今日到期"
    WEEK = "week", "七日内到期"
    MONTH = "month", "三十日内到期"


# So many entries of an index are read for a page at most.
READ = 1_000
# What a text that finds nothing is looked for in.
NOTHING = Sought(Matter.objects.none(), "pk", Q())
DAYS = {DueWithin.TODAY: 0, DueWithin.WEEK: 7, DueWithin.MONTH: 30}


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a list is narrowed to; empty is everything. What is not known is not asked for.

    `state` is a mechanism in which the matter has a running course ("pre_enforcement"), or a
    state of one ("pre_enforcement.urging"), `mechanism` another that runs in it. `due` and `owner`
    are about running time limits: a list that asks for them has the soonest first, any other the
    newest matter. `paper` are words filled into an issued paper, `person` the number of somebody
    who has acted.
    """

    text: str = ""
    state: str = ""
    mechanism: str = ""
    focus: str = ""
    band: int | None = None
    due: DueWithin | None = None
    owner: Role | None = None
    paper: str = ""
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The matters of a page by number, in order, and the key after which the next one begins.

    A page may hold fewer than were asked for, or none, though others follow.
    """

    matter_ids: tuple[int, ...]
    following: str


def visible_matters(user: User, on: date) -> QuerySet[Matter]:
    """Return the matters that a person may see: those of the courts in which he holds a post.

    A mediator sees only those assigned to him now, an administrator none.
    """
    return _visible(user, roles_by_court(user, on))


def _visible(user: User, held: Mapping[str, frozenset[Role]]) -> QuerySet[Matter]:
    courts = _overseen(held)
    if "" in courts:
        return Matter.objects.all()
    seen = Q(court_id__in=list(Court.objects.filter(code__in=courts).values_list("pk", flat=True)))
    if any(Role.MEDIATOR in roles for roles in held.values()):
        assigned = Assignment.objects.filter(mediator=user, until=None)
        seen |= Q(pk__in=assigned.values("course__matter"))
    return Matter.objects.filter(seen)


def _overseen(held: Mapping[str, frozenset[Role]]) -> set[str]:
    """Return the courts all of whose matters a person may see."""
    return {court for court, roles in held.items() if roles - WITHOUT_SIGHT}


def find_matters(user: User, on: date, text: str) -> QuerySet[Matter]:
    """Return the matters that fit a search: a case number in any notation, part of a name, or
    a whole ID or phone number."""
    seen = visible_matters(user, on)
    if not text.strip():
        return seen
    sought = search.seek(text)
    if sought is None:
        return seen.none()
    return seen.filter(sought.also, pk__in=sought.rows.values(sought.column))


def page(user: User, on: date, sieve: Sieve, *, after: str = "", size: int = 20) -> Page:
    """Return a page of the matters that a person may see and that pass a sieve.

    `after` is the key that the page before gave; one that nobody gave begins anew.
    """
    typed = [_typed(search.seek, sieve.text), _typed(searching.seek, sieve.paper)]
    if NOTHING in typed:
        return Page((), "")
    by_words = [one for one in typed if one is not None]
    handled = _handled_by(sieve.person)
    held = roles_by_court(user, on)
    matters = _passing(_visible(user, held), sieve, by_words)
    if sieve.due or sieve.owner:
        limits = _limits(sieve, on)
        if not by_words:
            among = _among(_in_state(matters, sieve.state, sieve.mechanism), handled)
            return _soonest(limits, among, after, size)
        matters = matters.filter(Exists(limits.filter(matter=OuterRef("pk"))))
    if sieve == Sieve() or not _overseen(held):
        # Who sees only what is assigned to him sees little: his few matters are looked through.
        among = _among(_in_state(matters, sieve.state, sieve.mechanism), [*by_words, *handled])
        return _newest(Sought(among, "pk", Q()), None, after, size)
    return _newest(*_read_off([*by_words, *handled], matters, sieve), after, size)


def _typed(seek: Callable[[str], Sought | None], text: str) -> Sought | None:
    """Return where a text is looked for; None where none was typed, NOTHING if it finds none."""
    return (seek(text) or NOTHING) if text.strip() else None


def _handled_by(person: int | None) -> list[Sought]:
    if person is None:
        return []
    return [Sought(Handler.objects.filter(user=person), "matter_id", Q())]


def _read_off(
    sought: list[Sought], matters: QuerySet[Matter], sieve: Sieve
) -> tuple[Sought, QuerySet[Matter]]:
    """Return the rows that tell most, words, then the person, then the state, and what else."""
    asked = [one for one in (sieve.mechanism, sieve.state) if one]
    if not sought and asked:
        return Sought(_courses(asked[0]), "matter_id", Q()), _in_state(matters, *asked[1:])
    by_itself = Sought(_passing(Matter.objects.all(), sieve, []), "pk", Q())
    first, *others = sought or [by_itself]
    return first, _among(_in_state(matters, sieve.state, sieve.mechanism), others)


def _among(matters: QuerySet[Matter], sought: Iterable[Sought]) -> QuerySet[Matter]:
    for one in sought:
        matters = matters.filter(Exists(one.rows.filter(**{one.column: OuterRef("pk")})))
    return matters


def _passing(matters: QuerySet[Matter], sieve: Sieve, sought: Iterable[Sought]) -> QuerySet[Matter]:
    for one in sought:
        matters = matters.filter(one.also)
    if sieve.focus:
        matters = matters.filter(focus=sieve.focus)
    return matters if sieve.band is None else matters.filter(amount_band=sieve.band)


def _courses(state: str) -> QuerySet[Course]:
    mechanism, _, name = state.partition(".")
    courses = Course.objects.filter(mechanism=mechanism)
    return courses.filter(state=name) if name else courses.filter(closed_at=None)


def _in_state(matters: QuerySet[Matter], *states: str) -> QuerySet[Matter]:
    for state in states:
        if state:
            matters = matters.filter(Exists(_courses(state).filter(matter=OuterRef("pk"))))
    return matters


def _limits(sieve: Sieve, on: date) -> QuerySet[Deadline]:
    limits = Deadline.objects.filter(stopped_at=None)
    if sieve.owner:
        limits = limits.filter(owner=sieve.owner.value)
    if sieve.due is DueWithin.OVERDUE:
        return limits.filter(last_date__gte=BEGINNING_OF_TIME, last_date__lt=on)
    if sieve.due:
        return limits.filter(last_date__range=(on, on + timedelta(days=DAYS[sieve.due])))
    return limits


def _newest(sought: Sought, matters: QuerySet[Matter] | None, after: str, size: int) -> Page:
    """Read matters off the rows that name them, newest first, each once, if they are among some."""
    column, rows = sought.column, sought.rows
    ends = None
    if after.isascii() and after.isdecimal():
        rows = rows.filter(**{f"{column}__lt": int(after[:18])})
    if matters is not None:
        ends = _entry(rows.order_by(f"-{column}").values_list(column, flat=True))
        if ends is not None:
            rows = rows.filter(**{f"{column}__gte": ends})
        rows = rows.filter(Exists(matters.filter(pk=OuterRef(column)))).distinct()
    found = list(rows.order_by(f"-{column}").values_list(column, flat=True)[: size + 1])
    if len(found) > size:
        return Page(tuple(found[:size]), str(found[size - 1]))
    return Page(tuple(found), "" if ends is None else str(ends))


def _entry(rows: QuerySet[Any, Any]) -> Any:
    """Return the entry at which the reading for a page ends; None where all can be read."""
    return next(iter(rows[READ : READ + 1]), None)


def _soonest(limits: QuerySet[Deadline], matters: QuerySet[Matter], after: str, size: int) -> Page:
    """Read matters off their time limits, the soonest first; each stands at its first limit."""
    same = limits.filter(matter=OuterRef("matter"))
    sooner = same.filter(
        Q(last_date__lt=OuterRef("last_date"))
        | Q(last_date=OuterRef("last_date"), pk__lt=OuterRef("pk"))
    )
    rows = limits.order_by("last_date", "pk")
    key = _limit_key(after)
    if key is not None:
        day, last = key
        rows = rows.filter(Q(last_date__gt=day) | Q(last_date=day, pk__gt=last), last_date__gte=day)
    ends = _entry(rows.values_list("last_date", "pk"))
    if ends is not None:
        day, last = ends
        rows = rows.filter(
            Q(last_date__lt=day) | Q(last_date=day, pk__lte=last), last_date__lte=day
        )
    passing = rows.filter(~Exists(sooner), Exists(matters.filter(pk=OuterRef("matter"))))
    found = list(passing.values_list("last_date", "pk", "matter")[: size + 1])
    if len(found) > size:
        ends = found[size - 1][:2]
    following = "" if ends is None else f"{ends[0]}.{ends[1]}"
    return Page(tuple(matter for *_, matter in found[:size]), following)


def _limit_key(after: str) -> tuple[date, int] | None:
    day, _, last = after.partition(".")
    try:
        return date.fromisoformat(day), int(last[:18])
    except ValueError:
        return None


def known_state(state: str) -> str:
    """Return a state that a sieve may ask for as it was given, empty for any other."""
    mechanism, _, name = state.partition(".")
    known = MECHANISMS.get(mechanism)
    if known is None or (name and name not in {one.value for one in known.states}):
        return ""
    return state
