"""Random answers to what a step asks, derived from its asks: mostly sensible, at times wrong."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from duly.law.money import Yuan
from duly.law.step import Ask, AskKind, Step
from duly.upkeep.prove.procedure.choices import options
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Course
from duly.upkeep.prove.procedure.refusal import NotTaken, Unmodelled
from duly.upkeep.prove.procedure.sensible import SENSIBLE, YES

WRONG = 0.03
# Days that lie ahead of the day on which they are written.
AHEAD = frozenset(
    {"last_day", "until", "perform_by", "report_by", "ends_on", "pay_by", "release_on"}
    | {"permit_until", "repair_until", "promised_on", "expires_on", "obstacle_until"}
)
SUMS = (1, 5_000, 100_000, 123_456, 5_000_000, 30_000_000)


def answer(matter: Matter, course: Course, step: Step[Any]) -> dict[str, Any]:
    """Return an answer to each thing that a step asks. Raises NotTaken where one is wanting."""
    given: dict[str, Any] = {}
    for ask in step.asks:
        value = _one(matter, course, step, ask, given)
        if value is None and ask.required:
            raise NotTaken("unanswered")
        given[ask.name] = value
    return given


def _one(matter: Matter, course: Course, step: Step[Any], ask: Ask, given: dict[str, Any]) -> Any:
    chance = matter.chance
    if chance.random() >= WRONG:
        sensible = SENSIBLE.get((step.name, ask.name)) or SENSIBLE.get(("", ask.name))
        if sensible is not None:
            return sensible(matter, course, given)
    elif not ask.required:
        return None
    kind = KINDS.get(ask.kind)
    if kind is None:
        raise Unmodelled(f"问项种类“{ask.kind.chinese}”没有模型：在 upkeep/prove/procedure/answers")
    return kind(matter, ask)


def _date(matter: Matter, ask: Ask) -> date:
    chance = matter.chance
    if chance.random() < WRONG:
        return matter.today + timedelta(days=chance.randrange(-60, 120))
    if ask.name in AHEAD:
        return matter.today + timedelta(days=chance.choice((1, 3, 5, 10, 15, 15, 30, 60)))
    return matter.today - timedelta(days=chance.choice((0, 0, 0, 0, 1, 3)))


def _choice(matter: Matter, ask: Ask) -> Any:
    if ask.choices is None:
        raise Unmodelled(f"问项“{ask.chinese}”没有可选项")
    return matter.chance.choice(list(ask.choices))


def _record(matter: Matter, ask: Ask) -> Any:
    rows = options(matter, ask.records)
    if not rows or (not ask.required and matter.chance.random() < 0.5):
        return None
    return matter.chance.choice(rows)


def _money(matter: Matter, _: Ask) -> Yuan:
    return Yuan(matter.chance.choice(SUMS))


def _yes_no(matter: Matter, ask: Ask) -> bool:
    return matter.chance.random() < (0.9 if ask.name in YES else 0.5)


def _text(matter: Matter, ask: Ask) -> str | None:
    return ask.chinese if ask.required or matter.chance.random() < 0.5 else None


def _number(matter: Matter, _: Ask) -> int:
    return matter.chance.choice((0, 1, 1, 2, 3, 5, 10, 15, 16))


KINDS: dict[AskKind, Callable[[Matter, Ask], Any]] = {
    AskKind.DATE: _date,
    AskKind.CHOICE: _choice,
    AskKind.RECORD: _record,
    AskKind.MONEY: _money,
    AskKind.YES_NO: _yes_no,
    AskKind.NUMBER: _number,
    AskKind.RATE: _text,
    **dict.fromkeys(
        (
            AskKind.TEXT,
            AskKind.LONG_TEXT,
            AskKind.PHONE,
            AskKind.ACCOUNT,
            AskKind.NAME,
            AskKind.CASE_NUMBER,
            AskKind.IDENTIFIER,
        ),
        _text,
    ),
}
