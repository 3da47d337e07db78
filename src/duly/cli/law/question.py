"""Reads a question's members strictly: each refusal names the member by its path."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from duly.law.money import Yuan

Question = Mapping[str, object]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LARGEST = 999_999


class Unanswered(ValueError):
    """A question that has no answer. `field` is the path of what is wrong, None for the whole."""

    def __init__(self, field: str | None, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def members(
    value: object, path: str = "", *, required: Collection[str], optional: Collection[str] = ()
) -> Question:
    """Return an object that has every required member and none that is not asked for."""
    if not isinstance(value, dict):
        raise Unanswered(path or None, "应为一个JSON对象")
    for key in value:
        if key not in required and key not in optional:
            raise Unanswered(join(path, key), f"不认识的字段“{key}”")
    for key in required:
        if key not in value:
            raise Unanswered(join(path, key), f"缺少字段“{key}”")
    return value


def join(path: str, key: str) -> str:
    """Return the path of a member: payments[0].amount."""
    return f"{path}.{key}" if path else key


def text(question: Question, key: str, path: str = "") -> str:
    """Return a member that is a string."""
    value = question[key]
    if not isinstance(value, str):
        raise Unanswered(join(path, key), f"“{key}”应为字符串")
    return value


def day(question: Question, key: str, path: str = "") -> date:
    """Return a member that is a real date written 2026-10-08."""
    written = text(question, key, path)
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError as error:
        raise Unanswered(join(path, key), f"“{key}”不是真实的日期：{written}") from error
    raise Unanswered(join(path, key), f"“{key}”应为2026-10-08这样的日期")


def yuan(question: Question, key: str, path: str = "") -> Yuan:
    """Return a member that is an amount in yuan, written as a string."""
    value = question[key]
    if not isinstance(value, str):
        raise Unanswered(join(path, key), '金额应为字符串，如"12345.67"，不能是JSON数字')
    return Yuan.of(value, field=join(path, key))


def whole(question: Question, key: str, path: str = "") -> int:
    """Return a member that is a whole number of at least 1."""
    value = question[key]
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= _LARGEST:
        raise Unanswered(join(path, key), f"“{key}”应为1至{_LARGEST}的整数")
    return value


def truth(question: Question, key: str, path: str = "") -> bool:
    """Return a member that is true or false; a missing one is false."""
    value = question.get(key, False)
    if not isinstance(value, bool):
        raise Unanswered(join(path, key), f"“{key}”应为true或false")
    return value


def rows(question: Question, key: str) -> list[tuple[str, object]]:
    """Return the items of a list, each with its path."""
    value = question[key]
    if not isinstance(value, list):
        raise Unanswered(key, f"“{key}”应为数组")
    return [(f"{key}[{index}]", item) for index, item in enumerate(value)]
