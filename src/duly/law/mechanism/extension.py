"""The six months of an enforcement proceeding, extended once by the president (审限规定 5)."""

from datetime import date
from typing import Any, Protocol

from duly.law.calendar import Period, in_digits
from duly.law.finding import Finding, all_of, ground
from duly.law.sources import cite
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import Role, Term

LONGER_BY = Period(months=3)


class Running(Protocol):
    """Facts of a proceeding that has a day by which it is to be concluded."""

    @property
    def on(self) -> date:
        """The day of weighing."""

    @property
    def concludes_on(self) -> date | None:
        """The last day of the time for conclusion; None before it runs."""

    @property
    def extended(self) -> bool:
        """Whether it was extended already."""

    @property
    def is_held(self) -> bool:
        """Whether the matter is held now, so that the time does not run."""

    @property
    def extension_proposed(self) -> bool:
        """Whether a proposal to extend waits for the president."""


def may_be_extended(facts: Running) -> Finding:
    """Return whether the time for conclusion may be extended: once, while it runs."""
    basis = cite("执行期限", on=facts.on)
    ends = facts.concludes_on
    return all_of(
        "是否可以延长执行期限",
        (
            ground(
                basis,
                None if ends is None else facts.on <= ends,
                met="执行期限尚未届满" if ends is None else f"执行期限至{in_digits(ends)}届满",
                not_met="" if ends is None else f"执行期限已于{in_digits(ends)}届满",
                unknown="执行期限尚未起算",
                change="应在届满以前报请",
            ),
            ground(
                basis,
                not facts.is_held,
                met="期限正在计算",
                not_met="案件中止、暂缓期间，期限停止计算，不需要延长",
                unknown="",
                change="恢复执行后报请",
            ),
            ground(
                basis,
                not facts.extended,
                met="没有延长过",
                not_met="已经延长过一次三个月",
                unknown="",
                change="还需延长的，层报高级人民法院备案",
            ),
        ),
    )


EXTENDED = Clock(
    "conclusion",
    "执行结案（经院长批准延长三个月）",
    "三(六)2",
    Role.ENFORCEMENT_JUDGE,
    period=LONGER_BY,
    since="concludes_on",
)


def steps(origins: frozenset[Term]) -> tuple[Step[Any], ...]:
    """Return the steps of an extension: proposed by the judge, decided by the president."""
    return (_propose(origins), _approve(origins), _refuse(origins))


def _propose(origins: frozenset[Term]) -> Step[Any]:
    return Step[Any](
        name="propose_extension",
        chinese="报请延长执行期限",
        clause="三(六)2",
        by=frozenset({Role.ENFORCEMENT_JUDGE}),
        origins=origins,
        asks=(Ask("reasons", "需要延长的特殊情况", AskKind.LONG_TEXT),),
        guards=(may_be_extended,),
        when=lambda facts: not facts.extension_proposed,
        usual=False,
    )


def _approve(origins: frozenset[Term]) -> Step[Any]:
    return Step[Any](
        name="approve_extension",
        chinese="批准延长执行期限三个月",
        clause="三(六)2",
        by=frozenset({Role.PRESIDENT}),
        origins=origins,
        guards=(may_be_extended,),
        when=lambda facts: facts.extension_proposed,
        second_person=frozenset({"propose_extension"}),
        stops=("conclusion",),
        starts=(EXTENDED,),
    )


def _refuse(origins: frozenset[Term]) -> Step[Any]:
    return Step[Any](
        name="refuse_extension",
        chinese="不同意延长执行期限",
        clause="三(六)2",
        by=frozenset({Role.PRESIDENT}),
        origins=origins,
        asks=(Ask("reasons", "理由", AskKind.LONG_TEXT),),
        when=lambda facts: facts.extension_proposed,
        usual=False,
    )
