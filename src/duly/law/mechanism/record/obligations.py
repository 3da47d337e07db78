"""Obligations after registration: those of further parties, and those changed on appeal."""

from duly.law.mechanism.record.facts import DIVISIONS, OPEN, Facts
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import ObligationKind, Term


class InterestKind(Term):
    """What the instrument says of ordinary interest."""

    NONE = "none", "文书没有确定利息"
    YEARLY = "yearly", "固定年利率（%）"
    DAILY = "daily", "固定日利率（万分之）"
    LPR = "lpr", "一年期LPR的倍数（随时间变动）"


INSTALMENT_ASKS = (
    Ask(
        "instalments",
        "分期履行",
        AskKind.LONG_TEXT,
        required=False,
        hint="文书确定分期的，每行一期：日期 金额，如2026-12-10 25000.00",
    ),
    Ask(
        "acceleration",
        "加速到期条款",
        AskKind.TEXT,
        required=False,
        hint="文书写明任何一期未履行即全部到期的，照录原文",
    ),
)

OBLIGATION = Step[Facts](
    name="add_obligation",
    chinese="增加义务",
    clause="前言",
    by=DIVISIONS,
    origins=OPEN,
    asks=(
        Ask("duty_kind", "义务种类", AskKind.CHOICE, choices=ObligationKind),
        Ask("duty", "义务内容", AskKind.TEXT),
        Ask("debtor", "履行义务人", AskKind.RECORD, records="debtor"),
        Ask("joint", "全体履行义务人连带承担", AskKind.YES_NO),
        Ask(
            "creditor",
            "债权人",
            AskKind.RECORD,
            required=False,
            records="creditor",
            hint="案件受理费、其他诉讼费用不填",
        ),
        Ask("amount", "金额（元）", AskKind.MONEY, required=False),
        Ask("interest_kind", "利息", AskKind.CHOICE, choices=InterestKind),
        Ask("interest_rate", "利率或者倍数", AskKind.RATE, required=False),
        Ask("interest_from", "利息起算日", AskKind.DATE, required=False),
        *INSTALMENT_ASKS,
    ),
    usual=False,
)

WITHDRAWN = Step[Facts](
    name="withdraw_obligation",
    chinese="撤回义务",
    clause="前言",
    by=DIVISIONS,
    origins=OPEN,
    asks=(
        Ask("obligation", "要撤回的义务", AskKind.RECORD, records="obligation"),
        Ask("reason", "理由", AskKind.LONG_TEXT, hint="登记有误，或者二审、再审改判"),
    ),
    usual=False,
)
