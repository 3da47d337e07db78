"""判后督促履行 (一): its states and the steps between them."""

from duly.law.mechanism import account
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.post_judgment import rules
from duly.law.mechanism.post_judgment.rules import Facts
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import Role, Term


class State(Term):
    """From the missing account to performance, or to the creditor's application."""

    ACCOUNT_MISSING = "account_missing", "待确认收款账户"
    ACCOUNT_CONFIRMED = "account_confirmed", "收款账户已确认"
    NOTICE_ATTACHED = "notice_attached", "告知书已附卷发出"
    RUNNING = "running", "履行期内"
    OVERDUE = "overdue", "逾期未履行"
    PERFORMED = "performed", "已自动履行"
    APPLIED = "applied", "已申请执行"


CLERKS = frozenset({Role.TRIAL_CLERK, Role.TRIAL_JUDGE})

ALL_OPEN = frozenset({State.ACCOUNT_CONFIRMED, State.NOTICE_ATTACHED, State.RUNNING, State.OVERDUE})

CONFIRM_ACCOUNT: Step[Facts] = account.confirm_first(
    by=CLERKS,
    origins=frozenset({State.ACCOUNT_MISSING}),
    target=State.ACCOUNT_CONFIRMED,
    guards=(rules.applies,),
)

ISSUE_NOTICE = Step[Facts](
    name="issue_notice",
    chinese="发出《自动履行告知书》",
    clause="一(二)2",
    by=CLERKS,
    origins=frozenset({State.ACCOUNT_CONFIRMED}),
    target=State.NOTICE_ATTACHED,
    guards=(rules.applies, rules.account_is_confirmed),
    issues=("performance-notice",),
)

START_TERM = Step[Facts](
    name="start_term",
    chinese="确认生效、起算履行期",
    clause="一(三)",
    by=CLERKS,
    origins=frozenset({State.NOTICE_ATTACHED}),
    target=State.RUNNING,
    guards=(rules.notice_is_served, rules.is_effective),
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
    guards=(rules.is_performed,),
    stops=("performance", "limitation"),
)

NOTE_OVERDUE = Step[Facts](
    name="note_overdue",
    chinese="记录逾期未履行",
    clause="一(三)",
    by=CLERKS,
    origins=frozenset({State.RUNNING}),
    target=State.OVERDUE,
    guards=(rules.is_overdue,),
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
    guards=(rules.is_overdue,),
    checks=(not_in_the_future("applied_on", "申请日期"),),
    cautions=(rules.within_limitation,),
    stops=("performance",),
)

PROPOSE_ACCOUNT: Step[Facts] = account.propose_change(by=CLERKS, origins=ALL_OPEN)

CONFIRM_CHANGE: Step[Facts] = account.decide_change(
    by=CLERKS, origins=ALL_OPEN, when=lambda facts: facts.account_change_pending
)

REISSUE_NOTICE = Step[Facts](
    name="reissue_notice",
    chinese="重新发出《自动履行告知书》",
    clause="一(二)1",
    by=CLERKS,
    origins=frozenset({State.NOTICE_ATTACHED, State.RUNNING, State.OVERDUE}),
    guards=(rules.applies, rules.account_is_confirmed),
    issues=("performance-notice",),
    usual=False,
)

STEPS = (
    CONFIRM_ACCOUNT,
    ISSUE_NOTICE,
    START_TERM,
    NOTE_PERFORMED,
    NOTE_OVERDUE,
    RECEIVE_APPLICATION,
    CONFIRM_CHANGE,
    PROPOSE_ACCOUNT,
    REISSUE_NOTICE,
)
