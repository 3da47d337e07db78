"""The form of a step table: what may happen, who may do it, and what it asks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from duly.law.calendar import Period
from duly.law.finding import Finding
from duly.law.terms import MeasureKind, Role, Term

F = TypeVar("F")

Answers = Mapping[str, Any]


class AskKind(Term):
    """How an answer is typed in, and so how it is checked."""

    TEXT = "text", "一行文字"
    LONG_TEXT = "long_text", "文字"
    DATE = "date", "日期"
    MONEY = "money", "金额"
    NUMBER = "number", "整数"
    YES_NO = "yes_no", "是否"
    CHOICE = "choice", "选择"
    RECORD = "record", "选择已登记事项"
    PHONE = "phone", "电话"
    ACCOUNT = "account", "账号"
    NAME = "name", "姓名或名称"
    CASE_NUMBER = "case_number", "案号"
    IDENTIFIER = "identifier", "证件号码"
    RATE = "rate", "利率"


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a step asks. `records` names the kind of record to choose from.

    `longest` is the greatest number of characters, where it is not that of the kind;
    a `secret` answer is kept sealed in its own column and nowhere else.
    """

    name: str
    chinese: str
    kind: AskKind
    required: bool = True
    choices: type[Term] | None = None
    records: str = ""
    hint: str = ""
    longest: int | None = None
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time limit that a step starts.

    `period` runs from the day of the step, or from the answer or else the fact named
    `since`; without a period the last day is the answer named `ask` or the fact named
    `fact`. `owner` must act before it ends.
    """

    name: str
    chinese: str
    clause: str
    owner: Role
    period: Period | None = None
    ask: str = ""
    fact: str = ""
    since: str = ""


def always(_: Any) -> bool:
    """Say that a step concerns every course."""
    return True


@dataclass(frozen=True, kw_only=True)
class Step(Generic[F]):
    """One row of a step table. It says what may happen and performs nothing.

    `guards` weigh the record before anything is typed; `checks` weigh the answers
    as well; `cautions` are weighed, shown and kept with the act, but never refuse it.
    `when` leaves out steps that do not concern this course at all.
    `target` None leaves the state as it is. `second_person` names the proposals that
    this step decides: whoever made the newest of them may not take it. `across` is that
    it decides them in whichever course of the matter they were made.
    """

    name: str
    chinese: str
    clause: str
    by: frozenset[Role]
    origins: frozenset[Term]
    target: Term | None = None
    asks: tuple[Ask, ...] = ()
    guards: tuple[Callable[[F], Finding], ...] = ()
    checks: tuple[Callable[[F, Answers], Finding], ...] = ()
    cautions: tuple[Callable[[F, Answers], Finding], ...] = ()
    when: Callable[[F], bool] = always
    draws: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    starts: tuple[Clock, ...] = ()
    stops: tuple[str, ...] = ()
    imposes: tuple[MeasureKind, ...] = ()
    releases: tuple[MeasureKind, ...] = ()
    second_person: frozenset[str] = frozenset()
    across: bool = False
    usual: bool = True


@dataclass(frozen=True, kw_only=True)
class Mechanism(Generic[F]):
    """A mechanism: its states, and the table of the steps between them.

    `initial` is the state in which a course of it opens, `final` those in which
    it takes no further step.
    """

    name: str
    chinese: str
    clause: str
    states: type[Term]
    initial: Term
    final: frozenset[Term]
    steps: tuple[Step[F], ...]
    applies: tuple[Callable[[F], Finding], ...] = ()
    track: tuple[Term, ...] = ()
    since: date = field(default=date(2022, 9, 15))

    def step(self, name: str) -> Step[F]:
        """Return a step by name. Raises UnknownStep."""
        found = self._by_name.get(name)
        if found is None:
            raise UnknownStep(f"“{self.chinese}”没有名为{name}的步骤")
        return found

    def steps_from(self, state: Term) -> tuple[Step[F], ...]:
        """Return the steps that leave from a state, in the order of the table."""
        return self._by_state[state]

    @cached_property
    def _by_name(self) -> dict[str, Step[F]]:
        return {step.name: step for step in self.steps}

    @cached_property
    def _by_state(self) -> dict[Term, tuple[Step[F], ...]]:
        return {
            state: tuple(step for step in self.steps if state in step.origins)
            for state in self.states
        }


class UnknownStep(LookupError):
    """The mechanism has no step of that name."""
