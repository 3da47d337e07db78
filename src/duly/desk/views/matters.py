"""The list of matters: search, filters, pages by key."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from duly.accounts.models import User
from duly.desk import amounts
from duly.desk.listing import Column, Row, asked, chosen, colleagues, rows, saved
from duly.desk.listing.asking import BESIDE, OWNERS
from duly.desk.listing.columns import SUMS
from duly.desk.listing.rows import SHOWN
from duly.desk.reader import now, reader
from duly.documents import searching
from duly.documents.searching import Excerpt
from duly.law.mechanism import MECHANISMS
from duly.law.terms import Cause, Term
from duly.procedure import queries
from duly.procedure.queries import DueWithin, Page, Sieve

PAGE = 20
# So many pages are opened for words of papers before an empty one is shown.
OPENED = 5


@require_safe
def matters(request: HttpRequest) -> HttpResponse:
    """List the matters that the reader may see and that answer the search."""
    user, on = reader(request), now().date()
    kept = saved.of(user)
    first = next((one for one in kept if one.opens_first), None)
    if first is not None and not request.GET:
        return redirect(f"{reverse('desk:matters')}?{first.query}")
    sieve = asked(request.GET)
    columns = chosen(user)
    page, said = found(user, on, sieve, after=request.GET.get("after", ""))
    context = {
        **_choices(user, on),
        "rows": rows(page.matter_ids, columns, on),
        "said": said,
        "columns": columns,
        "all_columns": list(Column),
        "sums": SUMS,
        "saved": kept,
        "query": saved.query_of(request.GET),
        "sieve": sieve,
        "following": page.following,
        "filtered": sieve != Sieve(),
        "narrowed": replace(sieve, text="", state="") != Sieve(),
        "first": not request.GET.get("after"),
    }
    return render(request, "desk/matters.html", context)


def found(
    user: User, on: date, sieve: Sieve, *, after: str, size: int = PAGE
) -> tuple[Page, Mapping[int, Excerpt]]:
    """Return a page of the list and, for words of papers, where each matter says them.

    Where none of a page's papers says the words, though all their pairs, the next is opened.
    """
    page = queries.page(user, on, sieve, after=after, size=size)
    if not sieve.paper:
        return page, {}
    said = searching.excerpts(page.matter_ids, sieve.paper)
    for _page in range(OPENED):
        if said or not page.following:
            break
        page = queries.page(user, on, sieve, after=page.following, size=size)
        said = searching.excerpts(page.matter_ids, sieve.paper)
    return replace(page, matter_ids=tuple(one for one in page.matter_ids if one in said)), said


def every_row(user: User, on: date, sieve: Sieve, columns: tuple[Column, ...]) -> Iterator[Row]:
    """Yield the rows of the whole list, some hundred at a time."""
    after = ""
    while True:
        page = found(user, on, sieve, after=after, size=200)[0]
        yield from rows(page.matter_ids, columns, on)
        after = page.following
        if not after:
            return


def _choices(user: User, on: date) -> dict[str, object]:
    """Return what the form offers."""
    people, mine = colleagues(user, on), _("（我）")
    return {
        "states": [MECHANISMS[name] for name in SHOWN],
        "mechanisms": [(name, _(MECHANISMS[name].chinese)) for name in BESIDE],
        "causes": _named(Cause),
        "bands": amounts.bands(),
        "dues": _named(DueWithin),
        "owners": _named(OWNERS),
        "people": [(one.pk, one.full_name + (mine if one == user else "")) for one in people],
        "today": on,
    }


def _named(terms: Iterable[Term]) -> list[tuple[str, str]]:
    return [(one.value, _(one.chinese)) for one in terms]
