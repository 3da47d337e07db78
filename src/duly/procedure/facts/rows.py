"""Rows that belong to a matter, asked for of one matter or of many in the same words."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.db.models import F, QuerySet

from duly.procedure.facts.reading import Kind, of_matter
from duly.registry.models import Matter


def rows(ask: Callable[[], QuerySet[Any]], matter: str = "matter_id") -> Kind:
    """Return the question for rows of matters; `matter` leads from a row to its matter."""

    def of_matters(matter_ids: Collection[int]) -> Mapping[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        asked = ask().filter(**{f"{matter}__in": matter_ids})
        if matter != "matter_id":
            asked = asked.annotate(of_matter=F(matter))
        for row in asked:
            found[row.matter_id if matter == "matter_id" else row.of_matter].append(row)
        return found

    return of_matters


def of(matter: Matter, kind: Kind) -> list[Any]:
    """Return the rows of a matter, each of which knows the matter at hand as its own."""
    known: list[Any] = of_matter(kind, matter.pk)
    for row in known:
        if not type(row).matter.is_cached(row):
            row.matter = matter
    return known
