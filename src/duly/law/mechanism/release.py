"""解除 (三(六)2): what performance lifts, for each debtor and each measure, and within what time.

A release hangs on performance, not on the certificate: a debtor who is barred from
the certificate still gets every release.
"""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import Period
from duly.law.finding import Finding, all_of, ground
from duly.law.mechanism.answers import not_in_the_future
from duly.law.sources import article, clause
from duly.law.step import Ask, AskKind, Clock, Mechanism, Step
from duly.law.terms import MeasureKind, Role, Term

DEFAULTERS = "最高人民法院关于公布失信被执行人名单信息的若干规定"
CONSUMPTION = "最高人民法院关于限制被执行人高消费及有关消费的若干规定"
FLOW = "三(六)2"


class State(Term):
    """A release is owed until it is done; a paper that the president signs comes between."""

    OWED = "owed", "待解除"
    PROPOSED = "proposed", "报院长签发"
    SIGNED = "signed", "已签发，待办结"
    KEPT = "kept", "决定不提前删除"
    DONE = "done", "已解除"
    CANCELLED = "cancelled", "不再需要解除"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know about one measure.

    `decided` says that the measure is to end whatever is owed: a listing deleted by
    decision, a listing that should never have been.
    """

    on: date
    kind: MeasureKind
    has_term: bool
    performed: bool
    decided: bool = False


# 失信规定 10: 三个工作日内删除. The others are owed at once (及时); one working day is
# when the alarm rings, not a right to wait.
WITHIN = {MeasureKind.DEFAULTER_LISTING: Period(working_days=3)}
AT_ONCE = Period(working_days=1)
# 民诉法解释 314 (待核): 申请执行人未在法定期间内起诉的，七日内解除.
AFTER_OBJECTION = Period(days=7)


def owed_within(kind: MeasureKind, *, objected: bool = False) -> Period:
    """Return within what time after performance a measure is to be lifted.

    `objected`: an outsider's objection to its object was upheld, and nobody sued in time.
    """
    return AFTER_OBJECTION if objected else WITHIN.get(kind, AT_ONCE)


def signed_by_president(kind: MeasureKind) -> bool:
    """Whether lifting the measure needs a paper that the president signs."""
    return kind in _PAPERS


def is_owed(facts: Facts) -> Finding:
    """Return whether the release is owed (三(六)2, 失信规定 10, 限制消费规定 9).

    A listing with a term is outside article 10: whether to delete it early is to be
    decided under article 2, paragraph 2.
    """
    basis = {
        MeasureKind.DEFAULTER_LISTING: article(
            DEFAULTERS, 2 if facts.has_term else 10, on=facts.on
        ),
        MeasureKind.CONSUMPTION_RESTRICTION: article(CONSUMPTION, 9, on=facts.on),
    }.get(facts.kind, clause(FLOW))
    return all_of(
        f"是否应当{facts.kind.release}",
        (
            ground(
                basis,
                facts.performed or facts.decided,
                met="债务已经履行完毕" if facts.performed else "已决定删除、撤销失信信息",
                not_met="债务尚未履行完毕",
                unknown="",
                change="登记到账",
            ),
        ),
    )


_PAPERS = {
    MeasureKind.DEFAULTER_LISTING: "defaulter-release",
    MeasureKind.CONSUMPTION_RESTRICTION: "consumption-release",
}

JUDGE = frozenset({Role.ENFORCEMENT_JUDGE})
PRESIDENT = frozenset({Role.PRESIDENT})
DONE_ASKS = (
    Ask("done_on", "办结日期", AskKind.DATE),
    Ask("evidence", "办结凭证", AskKind.TEXT, hint="如：名单库删除回执、协助解除通知书回执"),
)


def _listing(facts: Facts) -> bool:
    return facts.kind is MeasureKind.DEFAULTER_LISTING


def _consumption(facts: Facts) -> bool:
    return facts.kind is MeasureKind.CONSUMPTION_RESTRICTION


def _without_paper(facts: Facts) -> bool:
    return not signed_by_president(facts.kind)


def _term_listing(facts: Facts) -> bool:
    return _listing(facts) and facts.has_term and not facts.decided


LIFT = Step[Facts](
    name="lift",
    chinese="办结解除",
    clause=FLOW,
    by=JUDGE | {Role.ENFORCEMENT_CLERK},
    origins=frozenset({State.OWED}),
    target=State.DONE,
    asks=DONE_ASKS,
    checks=(not_in_the_future("done_on", "办结日期"),),
    when=_without_paper,
    stops=("release",),
)

PROPOSE_DELETION = Step[Facts](
    name="propose_deletion",
    chinese="报请删除失信信息",
    clause=FLOW,
    by=JUDGE,
    origins=frozenset({State.OWED, State.KEPT}),
    target=State.PROPOSED,
    asks=(Ask("reasons", "理由", AskKind.LONG_TEXT),),
    guards=(is_owed,),
    when=_listing,
    draws=("defaulter-release",),
)

RETURN = Step[Facts](
    name="return_release",
    chinese="退回报请",
    clause=FLOW,
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.OWED,
    asks=(Ask("reasons", "退回理由", AskKind.LONG_TEXT),),
)

KEEP = Step[Facts](
    name="keep_listed",
    chinese="决定不提前删除",
    clause=FLOW,
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.KEPT,
    asks=(Ask("reasons", "不提前删除的理由", AskKind.LONG_TEXT),),
    when=_term_listing,
    second_person=frozenset({"propose_deletion"}),
    stops=("release",),
    starts=(
        Clock("listing_term", "失信期限届满", FLOW, Role.ENFORCEMENT_JUDGE, fact="expires_on"),
    ),
    usual=False,
)

SIGN_DELETION = Step[Facts](
    name="sign_deletion",
    chinese="签发《删除失信信息决定书》",
    clause=FLOW,
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.SIGNED,
    when=_listing,
    issues=("defaulter-release",),
    second_person=frozenset({"propose_deletion"}),
)

PROPOSE_LIFTING = Step[Facts](
    name="propose_lifting",
    chinese="报请解除限制消费",
    clause=FLOW,
    by=JUDGE,
    origins=frozenset({State.OWED}),
    target=State.PROPOSED,
    asks=(Ask("reasons", "理由", AskKind.LONG_TEXT),),
    guards=(is_owed,),
    when=_consumption,
    draws=("consumption-release",),
)

SIGN_LIFTING = Step[Facts](
    name="sign_lifting",
    chinese="签发《解除限制消费令》",
    clause=FLOW,
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.SIGNED,
    when=_consumption,
    issues=("consumption-release",),
    second_person=frozenset({"propose_lifting"}),
)

FINISH = Step[Facts](
    name="finish",
    chinese="办结解除",
    clause=FLOW,
    by=JUDGE | {Role.ENFORCEMENT_CLERK},
    origins=frozenset({State.SIGNED}),
    target=State.DONE,
    asks=DONE_ASKS,
    checks=(not_in_the_future("done_on", "办结日期"),),
    stops=("release",),
)

MECHANISM = Mechanism[Facts](
    name="release",
    chinese="解除措施",
    clause=FLOW,
    states=State,
    initial=State.OWED,
    final=frozenset({State.DONE, State.CANCELLED}),
    track=(State.OWED, State.DONE),
    steps=(
        LIFT,
        PROPOSE_DELETION,
        PROPOSE_LIFTING,
        SIGN_DELETION,
        SIGN_LIFTING,
        RETURN,
        KEEP,
        FINISH,
    ),
)
