"""The form of a twin as JSON Schema (draft 2020-12), read off the classes that it is made of."""

import inspect
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}


def of(kind: str, made_of: type) -> dict[str, Any]:
    """Return the schema of the claims of a kind of twin."""
    return {"$schema": DIALECT, "title": kind, **_schema(made_of)}


def _schema(hint: Any) -> dict[str, Any]:
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if isinstance(hint, UnionType):
        return {"type": [_PLAIN[one] for one in get_args(hint)]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0])}
    if not is_dataclass(hint):
        raise TypeError(f"{hint} has no form in JSON")
    hints = get_type_hints(hint)
    names = [field.name for field in fields(hint)]
    return {
        "type": "object",
        "description": " ".join((inspect.getdoc(hint) or "").split()),
        "properties": {name: _schema(hints[name]) for name in names},
        "required": names,
        "additionalProperties": False,
    }
