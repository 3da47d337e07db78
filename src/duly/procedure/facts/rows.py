"""Rows that belong to a matter, asked for of one matter or of many in the same words."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from duly.registry.models import Matter
from duly.work.reading import Kind, of_matter


def rows(ask: Callable[..., Iterable[Any]], matter: str = "matter_id") -> Kind:
    """Return the question for rows of matters: `matter` is what a row calls its matter's number."""

    def of_matters(matter_ids: Collection[int]) -> Mapping[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        for row in ask(*matter_ids):
            found[getattr(row, matter)].append(row)
        return found

    return of_matters


def of(matter: Matter, kind: Kind) -> list[Any]:
    """Return the rows of a matter, each of which knows the matter at hand as its own."""
    known: list[Any] = of_matter(kind, matter.pk)
    for row in known:
        if not type(row).matter.is_cached(row):
            row.matter = matter
    return known
