"""单次准许消费 (限制消费规定 8): one act of consumption that life or business needs."""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.mechanism.answers import not_in_the_future
from duly.law.sources import article
from duly.law.step import Answers, Ask, AskKind, Mechanism, Step
from duly.law.terms import Role, Term

CONSUMPTION = "最高人民法院关于限制被执行人高消费及有关消费的若干规定"
CLAUSE = "三(一)2"


class State(Term):
    """Permits may be asked for as long as the restriction stands."""

    OPEN = "open", "限制消费中"
    PROPOSED = "proposed", "单次准许报院长批准"
    ENDED = "ended", "限制消费已解除"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know of one restriction."""

    on: date
    in_force: bool


def restriction_stands(facts: Facts) -> Finding:
    """Return whether the debtor is under a consumption restriction, which a permit presupposes."""
    return all_of(
        "是否正在限制消费",
        (
            ground(
                article(CONSUMPTION, 8, on=facts.on),
                facts.in_force,
                met="限制消费令正在实施",
                not_met="没有正在实施的限制消费令",
                unknown="",
                change="不必准许，可以自由消费",
            ),
        ),
    )


def restriction_ended(facts: Facts) -> Finding:
    """Return whether the restriction has been lifted."""
    return all_of(
        "限制消费是否已经解除",
        (
            ground(
                article(CONSUMPTION, 9, on=facts.on),
                not facts.in_force,
                met="限制消费已经解除",
                not_met="限制消费令正在实施",
                unknown="",
                change="办结解除",
            ),
        ),
    )


def days_of_permit(facts: Facts, answers: Answers) -> Finding:
    """Return whether a permit names days in order that are not over: never open-ended."""
    first: date | None = answers.get("permit_from")
    last: date | None = answers.get("permit_until")
    basis = article(CONSUMPTION, 8, on=facts.on)
    if first is None or last is None:
        return all_of(
            "准许期间是否适当",
            (Ground(basis, Outcome.UNDECIDED, "没有填写起止日", "填写起止日"),),
        )
    return all_of(
        "准许期间是否适当",
        (
            ground(
                basis,
                first <= last and facts.on <= last,
                met=f"自{in_digits(first)}至{in_digits(last)}，以一次为限",
                not_met="止日早于起日，或者已经过去",
                unknown="",
                change="更正起止日",
            ),
        ),
    )


PROPOSE = Step[Facts](
    name="propose_permit",
    chinese="报请单次准许消费",
    clause=CLAUSE,
    by=frozenset({Role.ENFORCEMENT_JUDGE}),
    origins=frozenset({State.OPEN}),
    target=State.PROPOSED,
    asks=(
        Ask("applied_on", "申请日期", AskKind.DATE),
        Ask("need", "生活或者经营必需的事由", AskKind.TEXT, hint="如：前往北京参加项目投标"),
        Ask("what", "准许的消费", AskKind.TEXT, hint="如：乘坐广州至北京的飞机往返各一次"),
        Ask("permit_from", "准许起日", AskKind.DATE),
        Ask("permit_until", "准许止日", AskKind.DATE),
        Ask("evidence", "申请材料存卷", AskKind.TEXT),
    ),
    guards=(restriction_stands,),
    checks=(not_in_the_future("applied_on", "申请日期"), days_of_permit),
    draws=("consumption-permit",),
    usual=False,
)

GRANT = Step[Facts](
    name="grant_permit",
    chinese="批准单次消费",
    clause=CLAUSE,
    by=frozenset({Role.PRESIDENT}),
    origins=frozenset({State.PROPOSED}),
    target=State.OPEN,
    guards=(restriction_stands,),
    issues=("consumption-permit",),
    second_person=frozenset({"propose_permit"}),
)

REFUSE = Step[Facts](
    name="refuse_permit",
    chinese="不予准许",
    clause=CLAUSE,
    by=frozenset({Role.PRESIDENT}),
    origins=frozenset({State.PROPOSED}),
    target=State.OPEN,
    asks=(Ask("reasons", "理由", AskKind.LONG_TEXT),),
)

END = Step[Facts](
    name="end",
    chinese="限制消费已解除",
    clause=CLAUSE,
    by=frozenset({Role.ENFORCEMENT_JUDGE, Role.ENFORCEMENT_CLERK}),
    origins=frozenset({State.OPEN, State.PROPOSED}),
    target=State.ENDED,
    guards=(restriction_ended,),
    usual=False,
)

MECHANISM = Mechanism[Facts](
    name="permit",
    chinese="单次准许消费",
    clause=CLAUSE,
    states=State,
    initial=State.OPEN,
    final=frozenset({State.ENDED}),
    track=(State.OPEN, State.ENDED),
    steps=(PROPOSE, GRANT, REFUSE, END),
)
