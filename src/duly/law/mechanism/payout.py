"""案款发放 (执行款物管理规定 10): what arrived at the court goes on to the creditor in thirty days.

What a debtor paid beyond the debt (待退) goes back to him the same way. One person
proposes, the head of the bureau approves, then the bank is told. What came to a creditor
beyond the debt is the creditor's to return; the court sees to it and records it.
"""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import Period, in_digits
from duly.law.finding import Finding, all_of, ground
from duly.law.mechanism.answers import not_in_the_future
from duly.law.money import NOTHING, Yuan
from duly.law.sources import cite
from duly.law.step import Answers, Ask, AskKind, Clock, Mechanism, Step
from duly.law.terms import Role, Term

WITHIN = "执行款发放期限"


class State(Term):
    """Money is held until the bank has paid it out."""

    HELD = "held", "待发放"
    PROPOSED = "proposed", "待审批"
    APPROVED = "approved", "已批准待付款"
    PAID = "paid", "已发放"
    CANCELLED = "cancelled", "到账冲正，无款可发"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know about what is held for one party.

    `held` is the creditor's share that arrived, or the surplus of the first payment that
    exceeded the debt; `proposed` what a running proposal would pay. `at_creditor`: the
    surplus came to the creditor's own account, and he returns it.
    """

    on: date
    is_refund: bool
    held: Yuan
    waiting_since: date | None
    account_confirmed: bool
    proposed: Yuan | None = None
    at_creditor: bool = False


CLOCK = Clock(
    "payout", "发放案款（三十日内）", "三(六)2", Role.ENFORCEMENT_JUDGE, period=Period(days=30)
)
OFFICE = frozenset({Role.ENFORCEMENT_JUDGE, Role.ENFORCEMENT_CLERK})
APPROVERS = frozenset({Role.BUREAU_HEAD})
PROPOSALS = frozenset({"propose_pay_out", "propose_refund"})


def may_be_paid_out(facts: Facts) -> Finding:
    """Return whether something is held for the creditor, and his account is confirmed."""
    return all_of(
        "是否可以发放案款",
        (
            *_something_held(facts).grounds,
            ground(
                cite(WITHIN, on=facts.on),
                facts.account_confirmed,
                met="收款账户已经确认",
                not_met="没有已确认的收款账户",
                unknown="",
                change="先确认债权人的收款账户",
            ),
        ),
    )


def may_be_refunded(facts: Facts) -> Finding:
    """Return whether a payment exceeded the debt and is not refunded yet."""
    return _something_held(facts)


def is_still_held(facts: Facts) -> Finding:
    """Return whether what was proposed is still covered by what is held."""
    proposed = facts.proposed or NOTHING
    return all_of(
        "提出的金额是否仍在账上",
        (
            ground(
                cite(WITHIN, on=facts.on),
                NOTHING < proposed <= facts.held,
                met=f"提出{proposed}，可以发放{facts.held}",
                not_met=f"提出{proposed}，可以发放的只有{facts.held}",
                unknown="",
                change="退回后重新提出",
            ),
        ),
    )


def no_more_than_held(facts: Facts, answers: Answers) -> Finding:
    """Return whether the amount typed is within what is held."""
    amount: Yuan = answers.get("amount") or NOTHING
    return all_of(
        "金额是否适当",
        (
            ground(
                cite(WITHIN, on=facts.on),
                amount <= facts.held,
                met=f"不超过可以发放的{facts.held}",
                not_met=f"{amount}超过可以发放的{facts.held}",
                unknown="",
                change=f"最多填{facts.held}",
            ),
        ),
    )


def _something_held(facts: Facts) -> Finding:
    since = f"，{in_digits(facts.waiting_since)}到账" if facts.waiting_since else ""
    what = "多付待退" if facts.is_refund else "账上待发"
    return all_of(
        "账上有没有款项",
        (
            ground(
                cite(WITHIN, on=facts.on),
                facts.held > NOTHING,
                met=f"{what}{facts.held}{since}",
                not_met="账上没有款项",
                unknown="",
                change="登记到账",
                supplied_by="record.record_payment",
            ),
        ),
    )


PROPOSE = Step[Facts](
    name="propose_pay_out",
    chinese="报批发放案款",
    clause="三(六)2",
    by=OFFICE,
    origins=frozenset({State.HELD}),
    target=State.PROPOSED,
    asks=(
        Ask("amount", "发放金额", AskKind.MONEY),
        Ask("reasons", "说明", AskKind.TEXT, hint="如：全部发放；部分发放的写明理由"),
    ),
    guards=(may_be_paid_out,),
    checks=(no_more_than_held,),
    when=lambda facts: not facts.is_refund,
)

PROPOSE_REFUND = Step[Facts](
    name="propose_refund",
    chinese="报批退还多付的款项",
    clause="三(六)2",
    by=OFFICE,
    origins=frozenset({State.HELD}),
    target=State.PROPOSED,
    asks=(
        Ask("holder", "退款户名", AskKind.NAME),
        Ask("number", "退款账号", AskKind.ACCOUNT),
        Ask("bank", "开户行", AskKind.TEXT, longest=100),
        Ask("reasons", "说明", AskKind.TEXT, hint="如：原路退回；不是原路的写明理由"),
    ),
    guards=(may_be_refunded,),
    when=lambda facts: facts.is_refund and not facts.at_creditor,
)

RETURNED = Step[Facts](
    name="record_return",
    chinese="登记债权人退还多收的款项",
    clause="三(六)2",
    by=OFFICE,
    origins=frozenset({State.HELD}),
    target=State.PAID,
    asks=(
        Ask("returned_on", "退还日期", AskKind.DATE),
        Ask("evidence", "退款凭证", AskKind.TEXT, hint="如：债权人转账回单，执行卷第40页"),
    ),
    guards=(may_be_refunded,),
    checks=(not_in_the_future("returned_on", "退还日期"),),
    when=lambda facts: facts.at_creditor,
)

APPROVE = Step[Facts](
    name="approve_pay_out",
    chinese="批准发放",
    clause="三(六)2",
    by=APPROVERS,
    origins=frozenset({State.PROPOSED}),
    target=State.APPROVED,
    guards=(is_still_held,),
    second_person=PROPOSALS,
)

RETURN = Step[Facts](
    name="return_pay_out",
    chinese="退回发放报批",
    clause="三(六)2",
    by=APPROVERS,
    origins=frozenset({State.PROPOSED, State.APPROVED}),
    target=State.HELD,
    asks=(Ask("reasons", "退回理由", AskKind.LONG_TEXT),),
    second_person=PROPOSALS,
    usual=False,
)

PAY = Step[Facts](
    name="pay_out",
    chinese="登记已付款",
    clause="三(六)2",
    by=OFFICE,
    origins=frozenset({State.APPROVED}),
    target=State.PAID,
    asks=(
        Ask("paid_on", "付款日期", AskKind.DATE),
        Ask("reference", "银行流水号", AskKind.TEXT, longest=64),
    ),
    guards=(is_still_held,),
    checks=(not_in_the_future("paid_on", "付款日期"),),
)

MECHANISM = Mechanism[Facts](
    name="payout",
    chinese="案款发放",
    clause="三(六)2",
    states=State,
    initial=State.HELD,
    final=frozenset({State.PAID, State.CANCELLED}),
    track=(State.HELD, State.PROPOSED, State.APPROVED, State.PAID),
    steps=(PROPOSE, PROPOSE_REFUND, RETURNED, APPROVE, PAY, RETURN),
)
