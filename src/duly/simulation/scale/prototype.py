"""The rows of one matter in every table that has any, as they stand after its story."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import ForeignKey, Model

from duly.documents.models import Paper
from duly.ledger import models as ledger
from duly.procedure import models as procedure
from duly.registry import models as registry
from duly.registry.models import Matter

# Found anew for each copy (search terms), or written by the first nightly round (alarms).
LEFT_OUT = frozenset({"searchterm", "alarm"})


@dataclass(frozen=True, slots=True)
class Prototype:
    """A matter that was walked through the door, with its rows by table."""

    story: str
    rows: dict[type[Model], list[Model]]

    def of(self, model: type[Model]) -> list[Model]:
        """Return its rows of a table, in the order in which they were made."""
        return self.rows.get(model, [])


def tables() -> list[type[Model]]:
    """Return every table whose rows belong to a matter."""
    named = [Matter, Paper]
    for package in (registry, ledger, procedure):
        found = (getattr(package, name) for name in package.__all__)
        named += [one for one in found if isinstance(one, type) and issubclass(one, Model)]
    kept = dict.fromkeys(one for one in named if one._meta.model_name not in LEFT_OUT)
    return [one for one in kept if one is Matter or _way(one)]


def read(story: str, matter: Matter) -> Prototype:
    """Return a matter with all its rows."""
    rows = {}
    for model in tables():
        where = "pk" if model is Matter else _way(model)
        rows[model] = list(model._default_manager.filter(**{where: matter.pk}).order_by("pk"))
    return Prototype(story, {model: found for model, found in rows.items() if found})


def links(model: type[Model]) -> Iterator["ForeignKey[Model, Model]"]:
    """Yield the columns of a table that name rows of other tables."""
    for field in model._meta.concrete_fields:
        if isinstance(field, ForeignKey):
            yield field


def _way(model: type[Model], seen: frozenset[type[Model]] = frozenset()) -> str:
    """Return how a table leads to the matter, by the columns that are never empty."""
    ways = [field for field in links(model) if not field.null]
    for field in ways:
        if field.related_model is Matter:
            return field.name
    for field in ways:
        further = field.related_model
        if further not in seen and isinstance(further, type):
            way = _way(further, seen | {model})
            if way:
                return f"{field.name}__{way}"
    return ""
