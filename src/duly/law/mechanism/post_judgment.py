"""判后督促履行机制 (一): the payee account, and the notice that goes with the instrument."""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import in_digits
from duly.law.effect import Effect
from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.mechanism.answers import not_in_the_future
from duly.law.money import NOTHING, Yuan
from duly.law.sources import cite, clause
from duly.law.step import Ask, AskKind, Clock, Mechanism, Step
from duly.law.terms import AccountRoute, Role, Term


class State(Term):
    """From the missing account to performance, or to the creditor's application."""

    ACCOUNT_MISSING = "account_missing", "待确认收款账户"
    ACCOUNT_CONFIRMED = "account_confirmed", "收款账户已确认"
    NOTICE_ATTACHED = "notice_attached", "告知书已附卷发出"
    RUNNING = "running", "履行期内"
    OVERDUE = "overdue", "逾期未履行"
    PERFORMED = "performed", "已自动履行"
    APPLIED = "applied", "已申请执行"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know. None means not yet established."""

    on: date
    orders_money: bool | None
    account_complete: bool
    account_change_pending: bool
    notice_served: bool
    effect: Effect | None
    due_on: date | None
    owing: Yuan | None


CLERKS = frozenset({Role.TRIAL_CLERK, Role.TRIAL_JUDGE})
ALL_OPEN = frozenset({State.ACCOUNT_CONFIRMED, State.NOTICE_ATTACHED, State.RUNNING, State.OVERDUE})


def applies(facts: Facts) -> Finding:
    """Return whether post-judgment urging applies: money obligations only (一(一)1)."""
    return all_of(
        "是否适用判后督促履行",
        (
            ground(
                clause("一(一)1"),
                facts.orders_money,
                met="文书确定了金钱给付义务",
                not_met="文书没有确定金钱给付义务",
                unknown="文书确定的义务尚未登记",
                change="判后督促履行只适用于金钱给付义务",
            ),
        ),
    )


def account_is_confirmed(facts: Facts) -> Finding:
    """Return whether holder, number and bank are confirmed and no change is pending (一(一)2)."""
    return all_of(
        "收款账户是否已确认",
        (
            ground(
                clause("一(一)2"),
                facts.account_complete,
                met="收款的户名、账号、开户行均已确认",
                not_met="收款的户名、账号、开户行没有确认",
                unknown="",
                change="向债权人确认收款账户",
            ),
            ground(
                clause("一(二)1"),
                not facts.account_change_pending,
                met="没有待复核的账户变更",
                not_met="收款账户正在变更，等待另一人复核",
                unknown="",
                change="复核账户变更",
            ),
        ),
    )


def notice_is_served(facts: Facts) -> Finding:
    """Return whether the notice went out with the instrument and reached the debtor (一(二)2)."""
    return all_of(
        "告知书是否已随文书送达",
        (
            ground(
                clause("一(二)2"),
                facts.notice_served,
                met="《自动履行告知书》已送达",
                not_met="《自动履行告知书》尚无有效送达的记录",
                unknown="",
                change="登记《自动履行告知书》的送达",
            ),
        ),
    )


def is_effective(facts: Facts) -> Finding:
    """Return whether the instrument has taken effect, with the reasons."""
    if facts.effect is None:
        basis = cite("申请执行", on=facts.on)
        missing = Ground(basis, Outcome.UNDECIDED, "文书尚未登记", "登记生效法律文书")
        return all_of("法律文书是否已经生效", (missing,))
    return facts.effect.finding


def is_performed(facts: Facts) -> Finding:
    """Return whether nothing is owed any more, to the fen."""
    return _owing("债务是否已经履行完毕", facts, expected=True)


def is_overdue(facts: Facts) -> Finding:
    """Return whether the last day to perform has passed with money still owed (一(三))."""
    basis = clause("一(三)")
    if facts.due_on is None:
        passed = Ground(basis, Outcome.UNDECIDED, "履行期届满日尚未查明", "查明生效日和履行期")
    elif facts.on > facts.due_on:
        passed = Ground(basis, Outcome.MET, f"履行期于{in_digits(facts.due_on)}届满")
    else:
        day = in_digits(facts.due_on)
        passed = Ground(basis, Outcome.NOT_MET, f"履行期至{day}才届满", f"等到{day}届满")
    return all_of("是否逾期未履行", (passed, *_owing("", facts, expected=False).grounds))


def _owing(question: str, facts: Facts, *, expected: bool) -> Finding:
    basis = clause("一(三)")
    if facts.owing is None:
        weighed = Ground(basis, Outcome.UNDECIDED, "应付数额尚不能算出", "查明生效日和履行期")
    elif (facts.owing == NOTHING) is expected:
        weighed = Ground(basis, Outcome.MET, f"尚欠{facts.owing}")
    else:
        weighed = Ground(
            basis,
            Outcome.NOT_MET,
            f"尚欠{facts.owing}",
            "登记到账" if expected else "债务已经清偿",
        )
    return all_of(question, (weighed,))


ACCOUNT = (
    Ask("creditor", "债权人", AskKind.RECORD, records="creditor"),
    Ask("holder", "户名", AskKind.NAME),
    Ask("number", "账号", AskKind.ACCOUNT),
    Ask("bank", "开户行", AskKind.TEXT),
    Ask("route", "确认方式", AskKind.CHOICE, choices=AccountRoute),
    Ask("evidence", "材料", AskKind.TEXT, hint="如：2026年3月2日庭审笔录第5页"),
)

CONFIRM_ACCOUNT = Step[Facts](
    name="confirm_account",
    chinese="确认收款账户",
    clause="一(二)1",
    by=CLERKS,
    origins=frozenset({State.ACCOUNT_MISSING}),
    target=State.ACCOUNT_CONFIRMED,
    asks=ACCOUNT,
    guards=(applies,),
    issues=("payee-account-confirmation",),
)

ISSUE_NOTICE = Step[Facts](
    name="issue_notice",
    chinese="发出《自动履行告知书》",
    clause="一(二)2",
    by=CLERKS,
    origins=frozenset({State.ACCOUNT_CONFIRMED}),
    target=State.NOTICE_ATTACHED,
    guards=(applies, account_is_confirmed),
    issues=("performance-notice",),
)

START_TERM = Step[Facts](
    name="start_term",
    chinese="确认生效、起算履行期",
    clause="一(三)",
    by=CLERKS,
    origins=frozenset({State.NOTICE_ATTACHED}),
    target=State.RUNNING,
    guards=(notice_is_served, is_effective),
    starts=(
        Clock("performance", "履行期届满", "一(三)", Role.TRIAL_CLERK, fact="due_on"),
        Clock("limitation", "申请执行时效届满", "前言", Role.TRIAL_CLERK, fact="limitation_on"),
    ),
)

NOTE_PERFORMED = Step[Facts](
    name="note_performed",
    chinese="记录自动履行完毕",
    clause="一(三)",
    by=CLERKS,
    origins=frozenset({State.NOTICE_ATTACHED, State.RUNNING, State.OVERDUE}),
    target=State.PERFORMED,
    guards=(is_performed,),
    stops=("performance", "limitation"),
)

NOTE_OVERDUE = Step[Facts](
    name="note_overdue",
    chinese="记录逾期未履行",
    clause="一(三)",
    by=CLERKS,
    origins=frozenset({State.RUNNING}),
    target=State.OVERDUE,
    guards=(is_overdue,),
    stops=("performance",),
)

RECEIVE_APPLICATION = Step[Facts](
    name="receive_application",
    chinese="收到执行申请",
    clause="二(二)1",
    by=frozenset({Role.FILING_CLERK}),
    origins=frozenset({State.ACCOUNT_MISSING}) | ALL_OPEN,
    target=State.APPLIED,
    asks=(
        Ask("applicant", "申请执行人", AskKind.RECORD, records="creditor"),
        Ask("applied_on", "申请日期", AskKind.DATE),
        Ask("request", "申请事项", AskKind.LONG_TEXT),
        Ask("requests_listing", "同时申请纳入失信名单", AskKind.YES_NO),
    ),
    guards=(is_overdue,),
    checks=(not_in_the_future("applied_on", "申请日期"),),
    stops=("performance",),
)

PROPOSE_ACCOUNT = Step[Facts](
    name="propose_account",
    chinese="变更收款账户",
    clause="一(二)1",
    by=CLERKS,
    origins=ALL_OPEN,
    asks=ACCOUNT,
    usual=False,
)

CONFIRM_CHANGE = Step[Facts](
    name="confirm_account_change",
    chinese="复核账户变更",
    clause="一(二)1",
    by=CLERKS,
    origins=ALL_OPEN,
    asks=(
        Ask("confirmed", "复核通过", AskKind.YES_NO),
        Ask("reasons", "核对情况", AskKind.LONG_TEXT, hint="如：已电话联系债权人原预留号码核实"),
    ),
    when=lambda facts: facts.account_change_pending,
    second_person="propose_account",
)

REISSUE_NOTICE = Step[Facts](
    name="reissue_notice",
    chinese="重新发出《自动履行告知书》",
    clause="一(二)1",
    by=CLERKS,
    origins=frozenset({State.NOTICE_ATTACHED, State.RUNNING, State.OVERDUE}),
    guards=(applies, account_is_confirmed),
    issues=("performance-notice",),
    usual=False,
)

MECHANISM = Mechanism[Facts](
    name="post_judgment",
    chinese="判后督促履行",
    clause="一",
    states=State,
    initial=State.ACCOUNT_MISSING,
    final=frozenset({State.PERFORMED, State.APPLIED}),
    applies=(applies,),
    track=(
        State.ACCOUNT_MISSING,
        State.ACCOUNT_CONFIRMED,
        State.NOTICE_ATTACHED,
        State.RUNNING,
        State.PERFORMED,
    ),
    steps=(
        CONFIRM_ACCOUNT,
        ISSUE_NOTICE,
        START_TERM,
        NOTE_PERFORMED,
        NOTE_OVERDUE,
        RECEIVE_APPLICATION,
        CONFIRM_CHANGE,
        PROPOSE_ACCOUNT,
        REISSUE_NOTICE,
    ),
)
