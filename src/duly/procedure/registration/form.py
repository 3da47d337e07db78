"""What is typed of a new matter, read strictly: every error at once, each at its place."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from duly.law.identity import CaseNumber
from duly.law.step import Ask
from duly.law.terms import ObligationKind
from duly.procedure import answers as typed_answers
from duly.procedure.refusal import Refusal, Unanswered
from duly.procedure.registration.asks import ACCOUNT, BETWEEN, CREDITOR, DEBTOR, DUTY, INSTRUMENT

LONGEST_TERM_DAYS = 3650
DUTIES = DUTY.asks + BETWEEN.asks

Typed = Mapping[str, str]
Answers = Mapping[str, Any]


class Place(NamedTuple):
    """Where in a form an error stands: the part, which of its kind (from 0), and the field."""

    part: str
    nth: int
    field: str


class Unregistrable(Refusal):
    """A form that breaks rules; `errors` has a sentence for each place."""

    def __init__(self, errors: Mapping[Place, str]) -> None:
        super().__init__("；".join(errors.values()))
        self.errors = dict(errors)


@dataclass(frozen=True, slots=True)
class Form:
    """A matter as typed: each part by the names of its questions in `asks`.

    A creditor's part may have his payee account, a duty's between whom it stands.
    """

    instrument: Typed
    creditors: Sequence[Typed]
    debtors: Sequence[Typed]
    duties: Sequence[Typed]

    @classmethod
    def single(cls, answers: Typed) -> "Form":
        """Return the form of the page: one creditor, one debtor, one duty with its costs."""
        return cls(answers, (answers,), (answers,), (answers,))


@dataclass(frozen=True, slots=True)
class Given:
    """A form as read: each answer of the type that its question asks for.

    `accounts` has the account of each creditor in turn, or None.
    """

    instrument: Answers
    creditors: Sequence[Answers]
    accounts: Sequence[Answers | None]
    debtors: Sequence[Answers]
    duties: Sequence[Answers]


@contextmanager
def at_place(part: str, index: int = 0) -> Iterator[None]:
    """Say of what is refused inside where in the form it stands. Raises Unregistrable."""
    try:
        yield
    except Unanswered as refused:
        raise Unregistrable(_placed(part, index, refused.errors)) from refused


def read(form: Form, on: date) -> Given:
    """Return what a form says on a day. Raises Unregistrable with every error at once."""
    reading = _Reading(on)
    given = Given(
        reading.one("instrument", 0, INSTRUMENT.asks, form.instrument),
        reading.all("creditors", CREDITOR.asks, form.creditors),
        [reading.account(index, one) for index, one in enumerate(form.creditors)],
        reading.all("debtors", DEBTOR.asks, form.debtors),
        reading.all("duties", DUTIES, form.duties),
    )
    if not reading.errors:
        reading.weigh(given)
    if reading.errors:
        raise Unregistrable(reading.errors)
    return given


@dataclass(slots=True)
class _Reading:
    on: date
    errors: dict[Place, str] = field(default_factory=dict)

    def one(self, part: str, index: int, asks: tuple[Ask, ...], typed: Typed) -> Answers:
        try:
            return typed_answers.read(asks, typed, None, self.on)
        except Unanswered as refused:
            self.errors.update(_placed(part, index, refused.errors))
            return {}

    def all(self, part: str, asks: tuple[Ask, ...], typed: Sequence[Typed]) -> list[Answers]:
        # Where a part is missing, each of its questions that must be answered says so.
        return [self.one(part, index, asks, one) for index, one in enumerate(typed or ({},))]

    def account(self, index: int, creditor: Typed) -> Answers | None:
        if not any(creditor.get(ask.name, "").strip() for ask in ACCOUNT.asks):
            return None
        return self.one("creditors", index, ACCOUNT.asks, creditor)

    def weigh(self, given: Given) -> None:
        self._add("instrument", 0, _impossible_instrument(given.instrument, self.on))
        for index, duty in enumerate(given.duties):
            self._add("duties", index, _impossible_duty(duty))

    def _add(self, part: str, index: int, rules: "tuple[_Rule, ...]") -> None:
        broken = {name: sentence for name, holds, sentence in rules if holds}
        self.errors.update(_placed(part, index, broken))


_Rule = tuple[str, bool, str]


def _placed(part: str, index: int, errors: Mapping[str, str]) -> dict[Place, str]:
    return {Place(part, index, name): sentence for name, sentence in errors.items()}


def _impossible_instrument(given: Answers, on: date) -> tuple[_Rule, ...]:
    number: CaseNumber = given["number"]
    made_on: date = given["made_on"]
    days, last_day = given["performance_days"], given["performance_date"]
    return (
        ("made_on", made_on > on, "作出日期：晚于今天"),
        ("made_on", made_on.year < number.year, "作出日期：早于案号的收案年度"),
        (
            "performance_days",
            (days or 0) > LONGEST_TERM_DAYS,
            f"履行期：最长{LONGEST_TERM_DAYS}日",
        ),
        (
            "performance_date",
            last_day is not None and last_day < made_on,
            "履行期届满日：早于作出日期",
        ),
        (
            "performance_date",
            days is not None and last_day is not None,
            "履行期届满日：与“生效后几日内”只能填一项",
        ),
    )


def _impossible_duty(given: Answers) -> tuple[_Rule, ...]:
    money = given["duty_kind"] is ObligationKind.MONEY
    return (
        (
            "duty_kind",
            given["duty_kind"] not in (ObligationKind.MONEY, ObligationKind.ACT),
            "义务种类：请选择金钱给付或者行为履行；诉讼费用填在下面",
        ),
        ("amount", money and given["amount"] is None, "金额（元）：金钱给付应填写金额"),
        ("amount", not money and given["amount"] is not None, "金额（元）：行为义务没有金额"),
    )
