"""One JSON object a line in, one a line out, in order; a bad line is answered in its place."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn, Protocol

from duly.cli.law.question import Unanswered

Answer = Callable[[object], dict[str, Any]]

_LONGEST_MESSAGE = 300


class Sink(Protocol):
    """Where the answers go: a binary stream."""

    def write(self, line: bytes, /) -> object:
        """Take a line."""

    def flush(self) -> object:
        """Pass on what was taken."""


@dataclass(frozen=True, slots=True)
class Number:
    """A JSON number that is not whole, kept as written: nothing here is ever a float."""

    written: str


def run(answer: Answer, lines: Iterable[bytes], out: Sink) -> int:
    """Answer each line as it comes. Returns 1 if any line could not be answered, else 0."""
    status = 0
    for line in lines:
        try:
            reply = answer(_read(line))
        except Unanswered as refusal:
            reply = {"error": refusal.message[:_LONGEST_MESSAGE], "field": refusal.field}
            status = 1
        out.write(_written(reply))
        out.flush()
    return status


def _read(line: bytes) -> object:
    try:
        return _DECODER.decode(line.decode("utf-8"))
    except Unanswered:
        raise
    except UnicodeDecodeError as error:
        raise Unanswered(None, "这一行不是UTF-8编码") from error
    except json.JSONDecodeError as error:
        place = f"第{error.pos + 1}个字符处：{error.msg}"
        raise Unanswered(None, f"不是有效的JSON（{place}）") from error
    except RecursionError as error:
        raise Unanswered(None, "JSON嵌套过深") from error
    except ValueError as error:
        # the only other refusal of the decoder: a whole number of thousands of digits
        raise Unanswered(None, "JSON数字过长") from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Unanswered(None, "同一个对象里有重复的键")
    return members


def _refuse_constant(name: str) -> NoReturn:
    raise Unanswered(None, f"不是有效的JSON（{name}）")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_float=Number, parse_constant=_refuse_constant
)


_ENCODER = json.JSONEncoder(ensure_ascii=False)


def _written(reply: dict[str, Any]) -> bytes:
    # A lone surrogate can come back only in what was quoted from the line; the escape is JSON.
    return (_ENCODER.encode(reply) + "\n").encode("utf-8", "backslashreplace")
