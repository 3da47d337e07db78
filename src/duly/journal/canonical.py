"""One spelling for one value: the bytes over which the chain is computed."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


class NotRecordable(TypeError):
    """A value that has no single spelling, or that a database would not give back unchanged."""


def plain(value: object) -> Json:
    """Return a value as JSON knows it: dates as ISO text, decimals as text, tuples as lists.

    :raises NotRecordable: for binary fractions and anything else without one exact spelling.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {_text(str(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return _items(value)
    raise NotRecordable(f"留痕不能记录这种值：{type(value).__name__}")


def spelled(value: Json) -> bytes:
    """Return the canonical bytes of a JSON value: sorted keys, no blanks, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _items(values: list[object] | tuple[object, ...] | set[object] | frozenset[object]) -> Json:
    items = [plain(value) for value in values]
    return sorted(items, key=spelled) if isinstance(values, set | frozenset) else items


def _text(value: str) -> str:
    if "\x00" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise NotRecordable("留痕的文字含有空字符或者残缺的字符")
    return str.__str__(value)
