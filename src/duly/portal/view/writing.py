"""A view as JSON and back: one spelling, so that it can be signed, hashed and compared."""

import json
from dataclasses import asdict
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from duly.portal.view import View

T = TypeVar("T")


def dump(view: View) -> str:
    """Return a view as canonical JSON."""
    return json.dumps(asdict(view), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load(text: str) -> View:
    """Return the view that `dump` wrote. Raises ValueError or KeyError for anything else."""
    return _made(View, json.loads(text))


def _made(kind: type[T], content: dict[str, Any]) -> T:
    hints = get_type_hints(kind)
    return kind(**{name: _value(hints[name], content[name]) for name in hints})


def _value(hint: Any, given: Any) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], one) for one in given)
    if isinstance(hint, UnionType) or hint in (str, int, bool):
        kinds = get_args(hint) or (hint,)
        if type(given) not in kinds:
            raise ValueError(f"{given!r} is not {hint}")
        return given
    return _made(hint, given)
