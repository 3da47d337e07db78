"""Questions whose SQL is written once.

Django writes the SQL of a question anew each time that it is asked, and that takes several times
as long as to answer it from an index. A page that asks some thirty of them spends most of its
time so.
"""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


class Prepared(Generic[Row]):
    """A question about some keys, kept as SQL for each number of keys.

    `ask` says it once in Django's words, with the keys in one `__in`; whatever else it compares
    with is always the same. Joined rows are not fetched along with it.
    """

    def __init__(self, ask: Callable[[Sequence[int]], QuerySet[Row]]) -> None:
        self._ask = ask
        self._written: dict[int, _Written[Row]] = {}

    def __call__(self, *keys: int) -> list[Row]:
        """Return the rows about these keys; none without a key."""
        if not keys:
            return []
        if len(keys) not in self._written:
            self._written[len(keys)] = _Written(self._ask, len(keys))
        return self._written[len(keys)].rows(keys)


class _Written(Generic[Row]):
    """The SQL of a question about so many keys, and the values that stand around them."""

    def __init__(self, ask: Callable[[Sequence[int]], QuerySet[Row]], count: int) -> None:
        marks = tuple(range(-count, 0))
        asked = ask(marks)
        self._model = asked.model
        self._sql, values = asked.query.sql_with_params()
        start = values.index(marks[0])
        self._before, self._after = values[:start], values[start + count :]
        if values != (*self._before, *marks, *self._after) or set(marks) & {*self._after}:
            raise ValueError(f"the keys do not stand together: {self._sql}")

    def rows(self, keys: tuple[int, ...]) -> list[Row]:
        given = (*self._before, *keys, *self._after)
        return list(self._model._default_manager.raw(self._sql, given))
