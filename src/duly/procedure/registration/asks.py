"""What the registration form asks, in the order in which a clerk has it at hand."""

from dataclasses import dataclass, replace

from duly.law.mechanism.post_judgment.steps import CONFIRM_ACCOUNT
from duly.law.mechanism.record.obligations import INSTALMENT_ASKS, InterestKind
from duly.law.step import Ask, AskKind
from duly.law.terms import Cause, InstrumentKind, ObligationKind, PartyKind


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that stand together on the form."""

    chinese: str
    asks: tuple[Ask, ...]


INSTRUMENT = Group(
    "生效法律文书",
    (
        Ask("number", "案号", AskKind.CASE_NUMBER, hint="如：（2026）粤0117民初1234号"),
        Ask("instrument_kind", "文书种类", AskKind.CHOICE, choices=InstrumentKind),
        Ask(
            "court_name",
            "作出法院",
            AskKind.NAME,
            required=False,
            hint="本院作出的可以不填",
            longest=60,
        ),
        Ask("made_on", "作出日期", AskKind.DATE),
        Ask("cause", "案由", AskKind.TEXT, hint="如：买卖合同纠纷", longest=60),
        Ask("focus", "案件类别", AskKind.CHOICE, choices=Cause),
        Ask(
            "performance_days",
            "履行期（生效后几日内）",
            AskKind.NUMBER,
            required=False,
            hint="文书确定到某一天的，填下一项",
        ),
        Ask("performance_date", "履行期届满日", AskKind.DATE, required=False),
    ),
)
CREDITOR = Group(
    "债权人",
    (
        Ask("creditor_kind", "类别", AskKind.CHOICE, choices=PartyKind),
        Ask("creditor_name", "姓名或名称", AskKind.NAME),
        Ask("creditor_identifier", "证件号码", AskKind.IDENTIFIER, required=False),
        Ask("creditor_phone", "电话", AskKind.PHONE, required=False),
    ),
)
DEBTOR = Group(
    "履行义务人",
    (
        Ask("debtor_kind", "类别", AskKind.CHOICE, choices=PartyKind),
        Ask("debtor_name", "姓名或名称", AskKind.NAME),
        Ask("debtor_identifier", "证件号码", AskKind.IDENTIFIER, required=False),
        Ask("debtor_representative", "法定代表人", AskKind.NAME, required=False, longest=50),
        Ask("debtor_phone", "电话", AskKind.PHONE, required=False),
        Ask("debtor_address", "送达地址", AskKind.TEXT, required=False),
        Ask("address_confirmed", "已签送达地址确认书", AskKind.YES_NO),
        Ask("electronic_consent", "同意电子送达", AskKind.YES_NO),
    ),
)
DUTY = Group(
    "应履行的义务",
    (
        Ask(
            "duty_kind",
            "义务种类",
            AskKind.CHOICE,
            choices=ObligationKind,
            hint="案件受理费填在下面，不在这里选",
        ),
        Ask("duty", "义务内容", AskKind.TEXT, hint="如：货款；行为义务写明做什么"),
        Ask("amount", "金额（元）", AskKind.MONEY, required=False),
        Ask("interest_kind", "利息", AskKind.CHOICE, choices=InterestKind),
        Ask("interest_rate", "利率或者倍数", AskKind.RATE, required=False),
        Ask("interest_from", "利息起算日", AskKind.DATE, required=False),
        *INSTALMENT_ASKS,
        Ask("court_fee", "由其负担的案件受理费（元）", AskKind.MONEY, required=False),
        Ask("other_costs", "由其负担的其他诉讼费用（元）", AskKind.MONEY, required=False),
    ),
)
ASKS = (INSTRUMENT, CREDITOR, DEBTOR, DUTY)
"""The registration form: one creditor and one debtor; more are added to the matter later."""

ACCOUNT = Group(
    "收款账户",
    tuple(
        replace(ask, name=f"account_{ask.name}")
        for ask in CONFIRM_ACCOUNT.asks
        if ask.name != "creditor"
    ),
)
"""The account of a creditor that the court has confirmed already, as an import brings it."""

OWED_BY = Ask(
    "owed_by",
    "由谁履行",
    AskKind.TEXT,
    required=False,
    hint="只有一名履行义务人的可以不填；几人连带的用“、”隔开，各自承担的分开填写",
    longest=400,
)
OWED_TO = Ask(
    "owed_to",
    "向谁履行",
    AskKind.TEXT,
    required=False,
    hint="只有一名债权人的可以不填",
    longest=120,
)
BETWEEN = Group("由谁向谁履行", (OWED_BY, OWED_TO))
"""Between whom an obligation stands, where a matter has several parties on a side."""
