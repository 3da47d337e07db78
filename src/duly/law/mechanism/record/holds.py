"""Holds on a matter (中止、暂缓): set, ended, and undone where they were set in error."""

from duly.law.finding import Finding, all_of, ground
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.hold import stops_doubled_interest
from duly.law.mechanism.record.facts import OPEN, Facts
from duly.law.sources import cite
from duly.law.step import Answers, Ask, AskKind, Step
from duly.law.terms import HoldKind, Role

HOLDERS = frozenset({Role.TRIAL_JUDGE, Role.ENFORCEMENT_JUDGE, Role.FILING_HEAD})


def is_not_held(facts: Facts) -> Finding:
    """Return whether the matter may be held: it is not held already."""
    return all_of(
        "是否可以中止、暂缓",
        (
            ground(
                cite("暂缓执行期限", on=facts.on),
                facts.held_since is None,
                met="案件没有中止、暂缓",
                not_met="案件已经中止、暂缓",
                unknown="",
                change="先恢复，再登记新的中止、暂缓",
            ),
        ),
    )


def doubled_interest_rests(facts: Facts, answers: Answers) -> Finding:
    """Return whether the doubled part of the interest rests during the hold; never a bar."""
    return stops_doubled_interest(
        answers.get("kind") or HoldKind.OTHER,
        on_debtor_request=bool(answers.get("on_debtor_request")),
        on=facts.on,
    )


SET = Step[Facts](
    name="set_hold",
    chinese="登记中止、暂缓",
    clause="前言",
    by=HOLDERS,
    origins=OPEN,
    asks=(
        Ask("kind", "种类", AskKind.CHOICE, choices=HoldKind),
        Ask("on_debtor_request", "因被执行人的申请", AskKind.YES_NO),
        Ask("held_from", "起日", AskKind.DATE, hint="这一天起不计入期限"),
        Ask("reason", "事由", AskKind.TEXT, hint="写明裁定、决定的案号"),
    ),
    guards=(is_not_held,),
    checks=(not_in_the_future("held_from", "起日"),),
    cautions=(doubled_interest_rests,),
    when=lambda facts: facts.held_since is None,
    usual=False,
)

END = Step[Facts](
    name="end_hold",
    chinese="恢复办理",
    clause="前言",
    by=HOLDERS,
    origins=OPEN,
    asks=(
        Ask("resumed_on", "恢复日期", AskKind.DATE, hint="这一天起重新计入期限"),
        Ask("reason", "事由", AskKind.TEXT),
    ),
    checks=(not_in_the_future("resumed_on", "恢复日期"),),
    when=lambda facts: facts.held_since is not None,
    usual=False,
)

UNDO = Step[Facts](
    name="undo_hold",
    chinese="撤销中止、暂缓的登记",
    clause="前言",
    by=HOLDERS,
    origins=OPEN,
    asks=(
        Ask("hold", "要撤销的中止、暂缓", AskKind.RECORD, records="hold"),
        Ask("reason", "理由", AskKind.TEXT, hint="如：登记有误；各期限回到原来的届满日"),
    ),
    when=lambda facts: facts.has_holds,
    usual=False,
)
